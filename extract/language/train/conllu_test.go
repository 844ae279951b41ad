package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const treebank = `# newdoc id = one
# newpar_block = p (2 s) | caption (1 s)
# text = Peru left.
1	Peru	Peru	PROPN	NNP	_	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

# text = They don't.
1	They	they	PRON	PRP	_	2	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	SpaceAfter=No
2	do	do	AUX	VBP	_	0	root	_	_
3	n't	not	PART	RB	_	2	advmod	_	_
3.1	sign	sign	VERB	VB	_	_	_	_	_
4	.	.	PUNCT	.	_	2	punct	_	_

# newdoc id = two
# text = Gone.
1	Gone	go	VERB	VBN	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_
`

func write(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "corpus")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestReadTrees(t *testing.T) {
	trees, err := readTrees(write(t, strings.ReplaceAll(treebank, "    ", "\t")+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(trees) != 3 {
		t.Fatalf("%d trees", len(trees))
	}
	second := trees[1]
	if got, want := strings.Join(second.forms, " "), "They do n't ."; got != want {
		t.Errorf("forms %q, want %q", got, want)
	}
	if want := []int32{1, 4, 1, 1}; !slices.Equal(second.heads, want) {
		t.Errorf("heads %v, want %v", second.heads, want)
	}
	if want := []bool{true, true, false, false}; !slices.Equal(second.spaceBefore, want) {
		t.Errorf("spaces %v, want %v", second.spaceBefore, want)
	}
	var doc, paragraph []string
	for _, k := range trees {
		doc = append(doc, k.doc)
		if k.paragraph {
			paragraph = append(paragraph, k.text)
		}
	}
	if want := []string{"one", "one", "two"}; !slices.Equal(doc, want) {
		t.Errorf("documents %q, want %q", doc, want)
	}
	// The caption ended with the first sentence; a document begins anew.
	if want := []string{"They don't."}; !slices.Equal(paragraph, want) {
		t.Errorf("paragraphs at %q, want %q", paragraph, want)
	}
	for _, bad := range []string{"1\tPeru\n", strings.Replace(treebank, "1\tPeru", "x\tPeru", 1)} {
		if _, err := readTrees(write(t, bad)); err == nil {
			t.Errorf("read %.20q", bad)
		}
	}
}

func TestReadNames(t *testing.T) {
	got, err := readNames(write(t, "Anna B-person\nLind's I-person\nof O\nU.S.-Peru I-ORG\n\nLima B-location\n"), 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, n := range got {
		lines = append(lines, strings.Join(n.words, " ")+" / "+strings.Join(n.labels, " "))
	}
	want := []string{"Anna Lind 's of U.S. - Peru / B-PER I-PER I-PER O B-ORG I-ORG I-ORG", "Lima / B-LOC"}
	if !slices.Equal(lines, want) {
		t.Errorf("got %q, want %q", lines, want)
	}
	if _, err := readNames(write(t, "Anna\n"), 0, 1); err == nil {
		t.Error("read a line without a label")
	}
}

// Every drill sentence is a tree, and the same seed gives the same sentences.
func TestDrills(t *testing.T) {
	a, b := drills(300, 9), drills(300, 9)
	for i, k := range a {
		if k.text != b[i].text {
			t.Fatalf("%q, then %q", k.text, b[i].text)
		}
		for at := range k.heads {
			steps := 0
			for j := at; j < len(k.heads); j = int(k.heads[j]) {
				if steps++; steps > len(k.heads) {
					t.Fatalf("%q: a cycle at %q", k.text, k.forms[at])
				}
			}
		}
	}
}

func TestRatio(t *testing.T) {
	for _, c := range []struct {
		r    ratio
		want float64
	}{{ratio{}, 0}, {ratio{hits: 1, wanted: 1, given: 1}, 1}, {ratio{hits: 1, wanted: 1, given: 3}, 0.5}} {
		if got := c.r.f1(); got != c.want {
			t.Errorf("%+v: F1 %v, want %v", c.r, got, c.want)
		}
	}
}
