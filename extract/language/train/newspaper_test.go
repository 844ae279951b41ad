package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente/lexicon"
)

// TestNewspaper checks that each of our own sentences is one tree: every word
// reaches the one root.
func TestNewspaper(t *testing.T) {
	for _, name := range []string{"train", "test"} {
		trees, err := readNewspaper(name)
		if err != nil || len(trees) < 50 {
			t.Fatalf("%d trees, error %v", len(trees), err)
		}
		for i := range trees {
			checkTree(t, &trees[i])
		}
		for _, v := range varied(trees, 2, 1) {
			checkTree(t, &v)
		}
	}
}

func checkTree(t *testing.T, tr *tree) {
	t.Helper()
	n := len(tr.forms)
	roots := 0
	for i, h := range tr.heads {
		if (int(h) == n) != (tr.rels[i] == "root") {
			t.Errorf("%s: word %d has relation %s and head %d", tr.text, i+1, tr.rels[i], h+1)
		}
		if int(h) == n {
			roots++
		}
		steps := 0
		for at := h; int(at) != n; at = tr.heads[at] {
			if steps++; steps > n {
				t.Errorf("%s: word %d hangs in a circle", tr.text, i+1)
				break
			}
		}
	}
	if roots != 1 {
		t.Errorf("%s: %d roots", tr.text, roots)
	}
}

func TestStandIns(t *testing.T) {
	lex, err := lexicon.Default()
	if err != nil {
		t.Fatal(err)
	}
	as := newStandIns(lex, newGazetteer(lex))
	src := strings.NewReader(`# text = The United States accused Moscow of lying.
1	The	the	DET	DT	_	3	det	_	_
2	United	United	ADJ	NNP	_	3	amod	_	_
3	States	States	PROPN	NNPS	_	4	nsubj	_	_
4	accused	accuse	VERB	VBD	_	0	root	_	_
5	Moscow	Moscow	PROPN	NNP	_	4	obj	_	_
6	of	of	SCONJ	IN	_	7	mark	_	_
7	lying	lie	VERB	VBG	_	4	advcl	_	_
8	.	.	PUNCT	.	_	4	punct	_	_

`)
	trees, err := scanTrees(src, "test")
	if err != nil {
		t.Fatal(err)
	}
	got := as.read(trees)
	if len(got) != 1 {
		t.Fatalf("%d copies, want 1", len(got))
	}
	checkTree(t, &got[0])
	if want := []string{"The", "Iraq", "accused", "Baghdad", "of", "lying", "."}; !slices.Equal(got[0].forms, want) {
		t.Errorf("read as %q, want %q", got[0].forms, want)
	}
	if want := []int32{1, 2, 7, 2, 5, 2, 2}; !slices.Equal(got[0].heads, want) {
		t.Errorf("heads %d, want %d", got[0].heads, want)
	}
}
