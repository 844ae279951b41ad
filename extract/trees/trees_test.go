package trees

import (
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
	flat := func(t []language.Token, i int) {
		if i == 2 {
			t[2].Head = 0
		}
	}
	each(tokens, ring, flat)
	for i, want := range []int{-1, 0, 0} {
		if tokens[i].Head != want {
			t.Errorf("token %d hangs on %d, want %d", i, tokens[i].Head, want)
		}
	}
	if !isTree(tokens) || isTree([]language.Token{{Head: 1}, {Head: 0}}) {
		t.Error("isTree can't tell a tree from a ring")
	}
}
