package main

import (
	"strings"
	"unicode"
)

// headlines makes, of some short sentences, copies as headlines are set: in
// capitals, or with a capital on each long word, and without a full stop.
// Newspapers are full of them, the treebanks have few.
func headlines(trees []tree) []tree {
	var out []tree
	for i := range trees {
		t := trees[i]
		n := len(t.forms)
		if i%6 != 0 || n < 5 || n > 16 || t.forms[n-1] != "." {
			continue
		}
		set := strings.ToUpper
		if i%12 == 0 {
			set = titled
		}
		t.forms, t.lemmas, t.tags, t.rels = t.forms[:n-1], t.lemmas[:n-1], t.tags[:n-1], t.rels[:n-1]
		forms := make([]string, n-1)
		for j, f := range t.forms {
			forms[j] = set(f)
		}
		heads := make([]int32, n-1)
		hangs := false
		for j, h := range t.heads[:n-1] {
			hangs = hangs || int(h) == n-1 // on the full stop
			heads[j] = min(h, int32(n-1))
		}
		if hangs {
			continue
		}
		t.forms, t.heads = forms, heads
		out = append(out, t)
	}
	return out
}

func titled(form string) string {
	if len(form) < 4 {
		return form
	}
	r := []rune(form)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}
