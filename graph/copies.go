package graph

import (
	"cmp"
	"encoding/hex"
	"hash/fnv"
	"slices"
	"strings"
)

// A sketch is what is kept of an article's text to tell copies of it: for each of
// sketchSize hash functions, the least two-byte hash of its runs of sketchRun words
// (minhash, Broder 1997). The share of equal places is about the share of runs that
// two texts have in common.
const (
	sketchSize = 16
	sketchRun  = 4
	// A copy that is cut to half still has 0.5 of the runs; two reporters who
	// quote the same speech at length have less than 0.2.
	sketchAlike = 5
)

// sketch gives a text's sketch in hex, "" for a text of a few words.
func sketch(text string) string {
	words := fields(strings.ToLower(text))
	if len(words) < 2*sketchRun {
		return ""
	}
	var least [sketchSize]uint16
	for i := range least {
		least[i] = 0xffff
	}
	for i := range len(words) - sketchRun + 1 {
		h := fnv.New64a()
		for _, w := range words[i : i+sketchRun] {
			h.Write([]byte(w))
			h.Write([]byte{0})
		}
		x := h.Sum64()
		for k := range least {
			x = x*6364136223846793005 + 1442695040888963407 // one hash after the other out of the first
			least[k] = min(least[k], uint16(x>>48))
		}
	}
	var b [2 * sketchSize]byte
	for k, v := range least {
		b[2*k], b[2*k+1] = byte(v>>8), byte(v)
	}
	return hex.EncodeToString(b[:])
}

// copied reports whether two sketches are of one text, more or less.
func copied(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	alike := 0
	for i := 0; i < len(a); i += 4 {
		if a[i:i+4] == b[i:i+4] {
			alike++
		}
	}
	return alike >= sketchAlike
}

// tellers lists the ids of the outlets that some reports come from; an article without
// one stands for itself.
func tellers(reports []report) []string {
	var all []string
	for _, r := range reports {
		all = append(all, cmp.Or(outletID(r.Outlet), r.Article))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// sources counts the articles, the outlets and the independent texts that some
// reports come from. Copies of copies are one text. An article without an outlet
// counts as one of its own.
func sources(reports []report) (articles, outlets, texts int) {
	var ids, from []string
	sketches := map[string]string{}
	for _, r := range reports {
		if _, known := sketches[r.Article]; known {
			continue
		}
		sketches[r.Article] = r.Sketch
		ids = append(ids, r.Article)
		outlet := r.Outlet
		if outlet == "" {
			outlet = r.Article
		}
		from = append(from, outlet)
	}
	slices.Sort(from)
	outlets = len(slices.Compact(from))
	for len(ids) > 0 { // take one text with all its copies away
		texts++
		group := ids[:1]
		ids = ids[1:]
		for i := 0; i < len(group); i++ {
			ids = slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
				if !copied(sketches[group[i]], sketches[id]) {
					return false
				}
				group = append(group[:len(group):len(group)], id)
				return true
			})
		}
	}
	return len(sketches), outlets, texts
}

// withoutCopies gives the first of all reports that tell of the same in the same
// words, and the others by it: a hundred papers that print one agency's report cost
// as much as one. Reports are sorted by earlier. What an article tells twice is twice.
func withoutCopies(reports []report) (firsts []report, copies map[reportKey][]report) {
	type wording struct {
		said string
		nth  int // in its article
	}
	first, told := map[wording]reportKey{}, map[[2]string]int{}
	copies = map[reportKey][]report{}
	for _, r := range reports {
		w := wording{said: r.wording()}
		in := [2]string{r.Article, w.said}
		w.nth = told[in]
		told[in]++
		if k, known := first[w]; known {
			copies[k] = append(copies[k], r)
			continue
		}
		first[w] = r.key()
		firsts = append(firsts, r)
	}
	return firsts, copies
}

// wording is all that a report says of its event, and when its article did.
func (r report) wording() string {
	ids := func(ps []party) string {
		var b strings.Builder
		for _, p := range ps {
			b.WriteString(p.ID + " ")
		}
		return b.String()
	}
	return strings.Join([]string{string(r.Type), r.Mode, string(r.Action), ids(r.Actors), ids(r.Recipients), ids(r.Treaties),
		r.Place, string(r.Date), string(r.Status), string(r.Published), strings.Join(r.Words, " ")}, "\x00")
}
