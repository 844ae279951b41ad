package extract

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	entente "github.com/entente-graph/entente"
)

// Two reports of one proposal, as two desks would write them.
var seed = []entente.Article{
	{ID: "a", Published: "2020-09-25", Text: "Russian President Vladimir Putin on Friday proposed an agreement with the United States to prevent incidents in cyberspace.\n\n" +
		"He likened it to a 1972 U.S.-Soviet treaty to prevent incidents at sea. Moscow denies that it hacked the Democratic Party in 2016."},
	{ID: "b", Published: "2020-09-26", Text: "Mr Putin called for a pact between Moscow and Washington on hacking and the internet, the Kremlin said. " +
		"The White House rejected the offer of President Vladimir Putin."},
}

// TestSeed reads both reports: one proposed treaty, likened to a known one, an
// allegation that stays one, a rejection.
func TestSeed(t *testing.T) {
	x, _ := extractor(t)
	var proposed []string
	for _, a := range seed {
		rec := x.Extract(a)
		for _, tr := range rec.Treaties {
			if tr.Status == entente.TreatyProposed {
				proposed = append(proposed, tr.ID)
				if a.ID == "a" && (len(tr.ComparedTo) != 1 || !strings.Contains(tr.ComparedTo[0], "incidents-at-sea")) {
					t.Errorf("compared to %v, want the Incidents at Sea Agreement", tr.ComparedTo)
				}
			}
		}
		for _, e := range rec.Events {
			if e.Type == entente.Coerce && e.Status != entente.Denied {
				t.Errorf("the hack is %s, want denied", e.Status)
			}
		}
	}
	if len(proposed) != 2 || proposed[0] != proposed[1] {
		t.Errorf("proposed treaties %v, want one and the same in both", proposed)
	}
}

// check fails the test unless every span of the record slices to its text, every
// reference leads somewhere, and every event has evidence.
func check(t *testing.T, rec entente.Record) {
	t.Helper()
	text := rec.Article.Text
	ids := map[string]bool{"": true}
	mention := func(m entente.Mention) {
		if m.Start < 0 || m.End > len(text) || m.Start > m.End || text[m.Start:m.End] != m.Text {
			t.Fatalf("mention %+v isn't a slice of the text", m)
		}
	}
	for _, a := range rec.Actors {
		if ids[a.ID] {
			t.Fatalf("actor %s twice", a.ID)
		}
		ids[a.ID] = true
		for _, m := range a.Mentions {
			mention(m)
		}
	}
	for _, tr := range rec.Treaties {
		ids[tr.ID] = true
		for _, m := range tr.Mentions {
			mention(m)
		}
	}
	for _, p := range rec.Places {
		ids[p.ID] = true
	}
	claims := map[string]bool{}
	for _, c := range rec.Claims {
		if c.Start < 0 || c.End > len(text) || text[c.Start:c.End] != c.Quote || claims[c.ID] || !ids[c.Speaker] {
			t.Fatalf("claim %+v: not verbatim, not unique, or by nobody", c)
		}
		claims[c.ID] = true
	}
	for _, e := range rec.Events {
		if len(e.Claims) == 0 {
			t.Fatalf("event %+v has no evidence", e)
		}
		for _, id := range append(append(append([]string{e.Place}, e.Actors...), e.Recipients...), e.Treaties...) {
			if !ids[id] {
				t.Fatalf("event %+v refers to %s, which isn't in the record", e, id)
			}
		}
		if _, err := entente.ParseDate(string(e.Date)); err != nil {
			t.Fatal(err)
		}
	}
}

// FuzzExtract holds any text against check, and reads it twice: the record is a
// function of the article.
func FuzzExtract(f *testing.F) {
	for _, a := range seed {
		f.Add(a.Text)
	}
	for _, s := range []string{"", "\"", "U.S.-U.S.-U.S.", "He said he said he said.", "The two countries.", "MOSCOW (XYZ) -- ", "\x00\xff“", "a, who b, who c, who d; e; f.", "In 1972, in 1972."} {
		f.Add(s)
	}
	x, _ := extractor(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("articles are valid UTF-8: the loaders see to it")
		}
		a := entente.Article{ID: "fuzz", Published: "2020-09-26", Text: text}
		rec := x.Extract(a)
		check(t, rec)
		one, err := json.Marshal(rec)
		if err != nil {
			t.Fatal(err)
		}
		two, err := json.Marshal(x.Extract(a))
		if err != nil {
			t.Fatal(err)
		}
		if string(one) != string(two) {
			t.Fatal("the same article gave two records")
		}
	})
}

// TestMutants reads the development articles with words dropped, swapped, raised and
// run together: trees no parser was taught. The record must hold, and reading end.
func TestMutants(t *testing.T) {
	files, err := filepath.Glob("../testdata/gold/dev/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles (%v)", err)
	}
	if testing.Short() {
		files = files[:10]
	}
	x, _ := extractor(t)
	random := rand.New(rand.NewPCG(1972, 5))
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for range 3 {
			check(t, x.Extract(entente.Article{ID: "mutant", Published: "2020-09-26", Text: mutate(random, string(text))}))
		}
	}
}

// mutate spoils about one word in six of a text.
func mutate(random *rand.Rand, text string) string {
	words := strings.SplitAfter(text, " ")
	for i := range words {
		switch random.IntN(36) {
		case 0, 1:
			words[i] = ""
		case 2:
			j := random.IntN(len(words))
			words[i], words[j] = words[j], words[i]
		case 3:
			words[i] = strings.ToUpper(words[i])
		case 4:
			words[i] = strings.TrimSpace(words[i])
		case 5:
			words[i] += []string{", ", "; ", "\" ", "who ", "that ", "and "}[random.IntN(6)]
		}
	}
	return strings.Join(words, "")
}
