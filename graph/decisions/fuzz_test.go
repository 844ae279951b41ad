package decisions

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/entente-graph/entente/graph"
)

// FuzzParse reads any text as decisions: those that are taken can be carried out,
// and written down they read as before.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		header,
		"- decide: merge\n  of: [person:a, person:b]\n  who: ana\n  when: 2026-01-02\n  why: \"x\\e[31m\"\n",
		"- decide: merge\n  of:\n  - {article: a, quote: \"Russia said:\\nno\", type: REJECT}\n  - article: b\n    quote: '- no'\n",
		"- decide: rename\n  of: [treaty:x]\n  to: ~\n- &a {decide: ignore, of: [person:x]}\n- *a\n",
		"- {decide: country, of: [organization:x], to: DE}\n", "- decide: ignore\n  decide: merge\n", "a: &a [b]\nb: &b [*a, *a]\n", "--- []\n--- []\n", "- of: [[[[]]]]\n", "\x00\xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		list, err := parse([]byte(text))
		if err != nil {
			return
		}
		var entries []entry
		for _, d := range list {
			if err := d.Check(); err != nil {
				t.Errorf("a decision that can't be carried out is taken: %v", err)
			}
			entries = append(entries, entryOf(d))
		}
		written, err := encode(entries)
		if err != nil {
			t.Fatalf("write %+v: %v", list, err)
		}
		again, err := parse(written)
		if err != nil || len(again)+len(list) > 0 && !reflect.DeepEqual(again, list) {
			t.Errorf("%q: read %+v, written and read again %+v, %v", written, list, again, err)
		}
		if !utf8.ValidString(text) {
			t.Errorf("decisions that aren't UTF-8 are taken: %q", text)
		}
		if len(list) > 0 {
			cutEach(t, []byte(text), list)
		}
	})
}

// cutEach takes each decision out of a text by itself: the others stay as they
// were, or the text is one that Remove refuses.
func cutEach(t *testing.T, text []byte, list []graph.Decision) {
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil {
		t.Fatalf("a text that is no YAML is taken: %v", err)
	}
	for i := range list {
		left, err := parse(cut(bytes.Clone(text), document.Content[0].Content, i))
		if err != nil || len(left) != len(list)-1 {
			continue
		}
		want := slices.Delete(slices.Clone(list), i, i+1)
		if len(want) > 0 && !reflect.DeepEqual(left, want) && !strings.ContainsAny(string(text), "&*") {
			t.Errorf("%q without decision %d is %+v, want %+v", text, i, left, want)
		}
	}
}

// TestHostile reads files made to exhaust memory, to be read in two ways or to
// hide something: each is refused with its reason.
func TestHostile(t *testing.T) {
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < 10; i++ {
		bomb += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10))
	}
	for _, c := range []struct{ name, text, want string }{
		{"aliases within aliases", "- decide: merge\n  of: &o [person:a, person:b]\n  why: *o\n", "cannot unmarshal"},
		{"a bomb of aliases", bomb, "cannot unmarshal"},
		{"a bomb in the place of subjects", "- decide: merge\n  of: [" + "&a {article: a, quote: b, type: &b [" + strings.Repeat("x,", 1000) + "]}" + strings.Repeat(", *a", 1000) + "]\n", "cannot unmarshal"},
		{"an alias within itself", "- &a [*a]\n", "line 1"},
		{"deep brackets", "- of: " + strings.Repeat("[", 100_000), "max depth"},
		{"deep blocks", strings.Repeat("- ", 100_000), "max depth"},
		{"a key twice", "- decide: ignore\n  of: [person:a]\n  decide: ignore\n", "already"},
		{"a key of an event twice", "- decide: ignore\n  of: [{article: a, quote: b, quote: c}]\n", "already"},
		{"a second document", "- {decide: ignore, of: [person:a]}\n---\n- {decide: ignore, of: [person:b]}\n", "second YAML document"},
		{"an unknown key", "- {decide: ignore, of: [person:a], until: 2020}\n", "until"},
		{"no UTF-8", "- {decide: ignore, of: [person:a], why: \"\xff\"}\n", "UTF-8"},
		{"a control character", "- {decide: ignore, of: [person:a], why: \"\x1b\"}\n", "control characters"},
	} {
		t.Run(c.name, func(t *testing.T) {
			list, err := parse([]byte(c.text))
			if err == nil || !strings.Contains(err.Error(), c.want) || len(list) > 0 {
				t.Errorf("got %d decisions, error %.300v; want one with %q", len(list), err, c.want)
			}
		})
	}
}
