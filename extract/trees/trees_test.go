package trees

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/entente-graph/entente/extract/language"
)

// A step that makes a ring of heads is undone, the steps beside it stay.
func TestEachKeepsATree(t *testing.T) {
	tokens := []language.Token{{Head: -1}, {Head: 0}, {Head: 1}}
	ring := func(t []language.Token, i int) {
		if i == 1 {
			t[1].Head = 2
		}
	}
	level := func(t []language.Token, i int) {
		if i == 2 {
			t[2].Head = 0
		}
	}
	each(tokens, make([]language.Token, 3), make([]bool, 3), []step{{anything, ring}, {anything, level}})
	for i, want := range []int{-1, 0, 0} {
		if tokens[i].Head != want {
			t.Errorf("token %d hangs on %d, want %d", i, tokens[i].Head, want)
		}
	}
	if !isTree(tokens) || isTree([]language.Token{{Head: 1}, {Head: 0}}) {
		t.Error("isTree can't tell a tree from a ring")
	}
}

// A sentence may begin with the noun that a relative clause is taken to be about.
func TestToWhomAtTheBeginning(t *testing.T) {
	tokens := []language.Token{
		{Text: "Envoys", Rel: "nsubj", Head: 4},
		{Text: "to", POS: "ADP", Rel: "case", Head: 2},
		{Text: "whom", Rel: "nmod", Head: 0},
		{Text: "Paris", Rel: "nsubj", Head: 4},
		{Text: "spoke", Rel: "acl:relcl", Head: 5},
		{Text: "left", Rel: "root", Head: -1},
	}
	toWhom(tokens, 2)
	if !isTree(tokens) {
		t.Errorf("no tree: %v", tokens)
	}
}

// anyClass puts every word into every class.
type anyClass struct{}

func (anyClass) Is(string, string) bool { return true }
func (anyClass) Names(string) bool      { return true }

// No step changes anything at a token of another kind than its own.
func TestStepsKnowTheirTokens(t *testing.T) {
	model, err := language.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../testdata/gold/dev/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d articles, %v", len(files), err)
	}
	x := New(model, anyClass{})
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range model.Read(string(text)) {
			after := slices.Clone(s.Tokens)
			for p, pass := range x.passes {
				for k, step := range pass.steps {
					for i := range after {
						if kindOf(&after[i], soughtWord(after[i].Text))&step.at != 0 {
							continue
						}
						if step.do(after, i); !slices.Equal(after, s.Tokens) {
							t.Errorf("step %d of pass %d changes %q at %q", k, p, text[s.Start:s.End], after[i].Text)
							copy(after, s.Tokens)
						}
					}
				}
			}
		}
	}
}
