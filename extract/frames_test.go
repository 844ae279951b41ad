package extract

import (
	"slices"
	"strings"
	"testing"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// TestFrames reads the examples that every frame carries in its data file.
func TestFrames(t *testing.T) {
	x, lex := rules(t)
	for _, f := range lex.Frames {
		if len(f.Examples) == 0 {
			t.Errorf("frame %s has no example", f.ID)
		}
		for _, e := range f.Examples {
			t.Run(f.ID, func(t *testing.T) {
				d := x.understand(entente.Article{ID: "example", Text: e.Text}, true)
				var got []string
				for _, fd := range d.together() {
					got = append(got, fd.brief())
				}
				if len(e.Events) == 0 && len(got) > 0 {
					t.Errorf("%s\n got  %s\n want no event", e.Text, strings.Join(got, "; "))
				}
				for _, want := range e.Events {
					want = strings.Replace(want, "/ ", " ", 1)
					if !slices.Contains(got, want) {
						t.Errorf("%s\n got  %s\n want %s", e.Text, strings.Join(got, "; "), want)
					}
				}
			})
		}
	}
}

func extractor(t testing.TB) (*Extractor, *lexicon.Lexicon) {
	t.Helper()
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	x, err := New(lex)
	if err != nil {
		t.Fatal(err)
	}
	return x, lex
}

// rules gives an extractor without the models: what a frame and a rule make of a sentence
// must not depend on what was learnt last.
func rules(t testing.TB) (*Extractor, *lexicon.Lexicon) {
	t.Helper()
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	x, err := Load(lex, nil)
	if err != nil {
		t.Fatal(err)
	}
	return x, lex
}
