package language

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzRead reads any text: what comes back is in order and within bounds, and
// each sentence is a tree.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"", " ", "Peru left the pact. [2] “Why?” asked NATO.", "U.S.-Soviet talks\n\n• one\n• two", "'s 's n't 'S''s",
		"\"\"\"\"“”‘’''``", "....?!…!? ...", "a@b.c www.x.org/y 1-2-3 €5bn US$5.2m 3pm", "\u2028\u200b\ufeff\u00a0\r\v", "Ünïté ’tis ’90s d’Ivoire",
		"1. 2.1. Figure 3. Mr. Sept. 4", "((((([[[[[{{{{{", "-----—–-‑‐--a-b", "wikiHow. iPhone. etc. A", "\x00\x01\U0010ffff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkReading(t, text, mustModel(t).Read(text))
	})
}

func checkReading(t *testing.T, text string, sentences []Sentence) {
	t.Helper()
	valid := utf8.ValidString(text)
	at, paragraph := 0, 0
	for i, s := range sentences {
		if len(s.Tokens) == 0 {
			t.Fatal("a sentence without tokens")
		}
		if s.Paragraph < paragraph || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("paragraph %d after %d, bounds %d to %d", s.Paragraph, paragraph, s.Start, s.End)
		}
		paragraph = s.Paragraph
		for _, k := range s.Tokens {
			if k.Start < at || k.End <= k.Start || k.End > len(text) || text[k.Start:k.End] != k.Text {
				t.Fatalf("token %q at %d to %d, after %d", k.Text, k.Start, k.End, at)
			}
			if valid && !utf8.ValidString(k.Text) {
				t.Fatalf("token %q is cut amid a character", k.Text)
			}
			if strings.IndexFunc(text[at:k.Start], seen) >= 0 {
				t.Fatalf("no token covers %q", text[at:k.Start])
			}
			if (k.POS == "" || k.Tag == "" || k.Rel == "") != s.Endless {
				t.Fatalf("token without analysis: %+v", k)
			}
			at = k.End
		}
		if s.Endless {
			checkEndless(t, sentences, i)
			continue
		}
		checkTree(t, s)
		last := -1
		for _, n := range s.Names {
			if n.First <= last || n.Last < n.First || n.Last >= len(s.Tokens) || n.Kind < PersonName || n.Kind > PlaceName {
				t.Fatalf("name %+v after %d, of %d tokens", n, last, len(s.Tokens))
			}
			last = n.Last
		}
	}
	if strings.IndexFunc(text[at:], seen) >= 0 {
		t.Fatalf("no token covers %q", text[at:])
	}
}

// checkEndless fails unless an endless sentence is a part of a run of more than
// 400 tokens, which are in it and its neighbours.
func checkEndless(t *testing.T, sentences []Sentence, i int) {
	t.Helper()
	long := func(i int) bool {
		return i >= 0 && i < len(sentences) && sentences[i].Endless && len(sentences[i].Tokens) == 400
	}
	if s := sentences[i]; len(s.Tokens) > 400 || len(s.Names) > 0 || !long(i) && !long(i-1) {
		t.Fatalf("%d tokens are called endless", len(s.Tokens))
	}
}

// seen says whether a reader sees r.
func seen(r rune) bool {
	return r > ' ' && r < 0x7f || r >= 'À' && r <= 'ÿ'
}

// checkTree fails unless there is one root and every token leads to it.
func checkTree(t *testing.T, s Sentence) {
	t.Helper()
	roots := 0
	good := make([]bool, len(s.Tokens)) // known to lead to the root
	for i, k := range s.Tokens {
		if k.Head < -1 || k.Head >= len(s.Tokens) {
			t.Fatalf("token %q has head %d of %d", k.Text, k.Head, len(s.Tokens))
		}
		if k.Head < 0 {
			roots++
		}
		steps := 0
		for j := i; j >= 0 && !good[j]; j = s.Tokens[j].Head {
			if steps++; steps > len(s.Tokens) {
				t.Fatalf("token %q is in a cycle", k.Text)
			}
		}
		for j := i; j >= 0 && !good[j]; j = s.Tokens[j].Head {
			good[j] = true
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots in %d tokens", roots, len(s.Tokens))
	}
}

// Texts that nobody writes are read like others, in time that grows with their
// length alone.
func TestLongTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	for _, c := range []struct{ name, text string }{
		{"a line without spaces", strings.Repeat("x", 1<<20)},
		{"a line of one sentence", strings.Repeat("Peru and Chad met ", 1<<20/18)},
		{"a million words", strings.Repeat("so ", 1_000_000)},
		{"quotation marks", strings.Repeat("\"", 100_000)},
		{"spaced quotation marks", strings.Repeat("\" ", 100_000)},
		{"curly quotation marks", strings.Repeat("“ ”", 50_000)},
		{"stops", strings.Repeat(".", 100_000)},
		{"spaced stops", strings.Repeat(". ", 100_000)},
		{"note marks", strings.Repeat("[1]", 100_000)},
		{"hyphens", strings.Repeat("1-", 500_000)},
		{"clitics", strings.Repeat("'s", 200_000)},
		{"empty lines", strings.Repeat("\n", 1<<20)},
		{"short lines", strings.Repeat("a\n", 100_000)},
		{"brackets", strings.Repeat("(", 100_000)},
		{"spaces", strings.Repeat("\u00a0", 500_000)},
	} {
		t.Run(c.name, func(t *testing.T) {
			checkReading(t, c.text, mustModel(t).Read(c.text))
		})
	}
}
