package syntax

import (
	"bytes"
	"maps"
	"strings"
	"testing"
)

func TestLexicon(t *testing.T) {
	l := Lexicon{Atom("ceasefire"): {Cluster: 35}, Atom("signed"): {Class: 7, Cluster: 16}, Atom("left"): {Class: 200}}
	var b bytes.Buffer
	if err := l.Write(&b); err != nil {
		t.Fatal(err)
	}
	stored := b.String()
	got, err := ReadLexicon(&b)
	if err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(got, l) {
		t.Errorf("got %v, want %v", got, l)
	}
	for _, bad := range []string{"", "no lexicon", stored[:len(stored)/2]} {
		if _, err := ReadLexicon(strings.NewReader(bad)); err == nil {
			t.Errorf("read %d bytes that are no lexicon", len(bad))
		}
	}
	words := got.Fill(nil, []string{"Ceasefire", "signed", "soon"})
	for i, want := range []Word{{Fine: 35, Coarse: 35 / Branch}, {Class: 7, Fine: 16, Coarse: 1}, {}} {
		if w := words[i]; w.Class != want.Class || w.Fine != want.Fine || w.Coarse != want.Coarse {
			t.Errorf("word %d has class %d, clusters %d and %d", i, w.Class, w.Fine, w.Coarse)
		}
	}
}
