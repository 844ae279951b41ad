package decisions

import (
	"bytes"
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
		cutEach(t, []byte(text), list)
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
