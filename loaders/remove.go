package loaders

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// remove takes the furniture out of an article's paragraphs. header says which of
// the first ones are lines of the article's header, which can look like tags or notices.
func (l *litter) remove(paras []string, header func(string) bool) []string {
	ps := make([]para, 0, len(paras))
	for _, s := range paras {
		if s = l.strip(s); s == "" {
			continue
		}
		p := para{text: s, kind: l.kind(s), sentence: sentence(s)}
		if (p.kind == kindTags || p.kind == kindNotice) && len(ps) < headerSize && header(s) {
			p.kind = ""
		}
		ps = append(ps, p)
	}
	ps = cutEnd(ps)
	dropBlocks(ps)
	dropFoot(ps)
	dropLists(ps)
	dropCopies(ps)
	var out []string
	for _, p := range ps {
		if p.kind == "" && !p.gone {
			out = append(out, p.text)
		}
	}
	return out
}

// para is a paragraph on its way through remove.
type para struct {
	text     string
	kind     string
	sentence bool
	gone     bool
}

// body reports whether the paragraph is part of the article as far as it shows.
func (p para) body() bool { return p.sentence && p.kind == "" && !p.gone }

// cutEnd drops everything from a heading that ends articles on, where enough
// has gone before for it to be the end.
func cutEnd(ps []para) []para {
	after := 0
	for _, p := range ps {
		if p.body() {
			after++
		}
	}
	before := 0
	for i, p := range ps {
		if p.body() {
			before++
			after--
		}
		if p.kind == kindEnd && before > 0 && (before >= 3 || after == 0) {
			return ps[:i]
		}
	}
	return ps
}

// dropBlocks drops what stands under a heading of other stories, up to where
// the article goes on.
func dropBlocks(ps []para) {
	inBody, inBlock, gap := false, false, 0
	for i := range ps {
		p := &ps[i]
		switch {
		case p.kind == kindBlock:
			inBlock, gap = inBody, 0
		case inBlock && p.kind == kindAge:
			gap = 0
		case inBlock && p.body() && !ageAhead(ps[i:], 3-gap):
			inBlock = false
		case inBlock:
			p.gone = true
			gap++
		}
		if p.body() {
			inBody = true
		}
	}
}

// dropFoot drops the headings and links below the last sentence of the article
// that come after furniture.
func dropFoot(ps []para) {
	foot := len(ps)
	for foot > 0 && !ps[foot-1].body() && (ps[foot-1].kind != "" || !unfinished(ps[foot-1].text)) {
		foot--
	}
	if firstBody(ps) >= foot {
		return
	}
	inLitter := false
	for i := foot; i < len(ps); i++ {
		inLitter = inLitter || ps[i].kind != ""
		ps[i].gone = ps[i].gone || inLitter
	}
}

// ageAhead reports whether a line saying how old a story is comes within the next
// n paragraphs.
func ageAhead(ps []para, n int) bool {
	for _, p := range ps[:max(0, min(n, len(ps)))] {
		if p.kind == kindAge {
			return true
		}
	}
	return false
}

// dropLists drops lists of stories that have no heading: two or more lines that
// say how old a story is, with no more than two lines between any two of them.
func dropLists(ps []para) {
	last, body := -1, firstBody(ps)
	for i := range ps {
		if ps[i].kind != kindAge {
			continue
		}
		if last >= 0 && i-last <= 4 && firstBody(ps[last+1:i]) == i-last-1 {
			for j := last + 1; j < i; j++ {
				ps[j].gone = true
			}
			for j := last - 1; j >= 0 && !ps[j].body() && last-j <= 2; j-- {
				ps[j].gone = ps[j].gone || body < j
			}
		}
		last = i
	}
	if last >= 0 && body < last {
		for j := last + 1; j < len(ps) && !ps[j].body() && j-last <= 2; j++ {
			ps[j].gone = true
		}
	}
}

// firstBody is the index of the first paragraph of the article's body, or the
// number of paragraphs when there is none.
func firstBody(ps []para) int {
	if i := slices.IndexFunc(ps, para.body); i >= 0 {
		return i
	}
	return len(ps)
}

// dropCopies drops captions, those that come twice, and the second of two equal
// paragraphs.
func dropCopies(ps []para) {
	captions := map[string]bool{}
	for i, p := range ps {
		if p.kind != kindCaption {
			continue
		}
		captions[key(p.text)] = true
		if strings.HasSuffix(key(p.text), "caption") && i+1 < len(ps) && !ps[i+1].sentence {
			ps[i+1].gone = true // the label stands on a line of its own
		}
	}
	seen, body := map[string]int{}, firstBody(ps)
	inBody := false
	for i := range ps {
		p := &ps[i]
		inBody = inBody || p.body()
		k := key(p.text)
		if captions[k] {
			p.gone = true
			continue
		}
		j, again := seen[k]
		if again && utf8.RuneCountInString(p.text) >= 20 {
			p.gone = true
			if inBody && !p.sentence && j > body {
				ps[j].gone = true // a caption, and its copy
			}
			continue
		}
		seen[k] = i
	}
}
