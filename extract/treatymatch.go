package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/language"
	"github.com/entente-graph/entente/lexicon"
)

// recognise makes a treaty named by capitals the one of the lexicon that goes by
// much the same name, where just one of them fits the article.
func (x *Extractor) recognise(d *document, t *treaty) {
	var words []string
	if len(t.mentions) > 0 {
		m := t.mentions[0]
		for _, tok := range m.sent.Tokens[m.first : m.last+1] {
			words = append(words, tok.Text)
		}
	}
	var best *lexicon.Treaty
	top := -1
	for _, k := range x.index.treatyKeys[x.index.treatyKey(words)] {
		if !d.afterMade(k) || t.year > 0 && t.year != k.Year {
			continue
		}
		n := 0
		for _, p := range k.Parties {
			for _, id := range []string{p, successor(p)} {
				if e := d.entities["country:"+strings.ToLower(id)]; e != nil && len(e.mentions) > 0 {
					n += 4
					break
				}
			}
		}
		switch {
		case len(k.Parties) > 0:
			n = n * 4 / len(k.Parties)
		case k.Multi:
			n = 4
		}
		if n > top || n == top && best != nil && k.Year > best.Year {
			best, top = k, n
		}
	}
	if best == nil || top == 0 {
		return
	}
	known := d.treatyOf(best)
	known.named = true
	d.merge(t, known)
}

// resolveKnown finds the one treaty of the lexicon that the description fits:
// its kind, its year and parties where given, and its topic, or year and
// parties both.
func (x *Extractor) resolveKnown(d *document, p description) *treaty {
	if p.proposed && p.year == 0 && !p.definite || p.bare && len(p.parties) < 2 {
		return nil
	}
	year := p.year
	if year == 0 {
		year = p.madeIn
	}
	var best *lexicon.Treaty
	top, tie := 0, false
	for k := range x.index.treaties {
		t := &x.index.treaties[k]
		if year > 0 && year != t.Year || !d.afterMade(t) || !slices.Contains(t.Described.Kinds, p.noun) {
			continue
		}
		score := 0
		if year > 0 {
			score += 2
		}
		n, ok := partiesFit(p.parties, t)
		if !ok {
			continue
		}
		score += min(n, 2)
		if len(p.parties) == 0 && p.made() > 0 && d.brings(t) {
			score += 2
		}
		described := t.Described.Matches(p.words)
		if described {
			score += 2
		}
		spoken := d.names(t) && (n > 1 && (year > 0 || len(t.Parties) == 2) || len(p.parties) == 0 && year > 0 && year != d.year)
		if spoken {
			score += 2
		}
		switch {
		case t.Multi && (p.acted || p.definite) && described:
			if score > top {
				best, top, tie = t, score, false
			} else if score == top {
				tie = true
			}
		case score < 3 || score < 4 && (!p.definite && year == 0 || p.made() == 0 && year > 0):
		case (t.Multi || p.specific && !(spoken && p.before(d, t))) && !described:
		case score > top:
			best, top, tie = t, score, false
		case score == top && d.weight(t) != d.weight(best):
			if d.weight(t) > d.weight(best) {
				best, tie = t, false
			}
		case score == top:
			tie = true
		}
	}
	if best == nil || tie {
		return nil
	}
	return d.treatyOf(best)
}

// before reports whether the description stands before the text's first name of
// the treaty, so that it may lead up to it.
func (p description) before(d *document, known *lexicon.Treaty) bool {
	return slices.ContainsFunc(d.treaties, func(t *treaty) bool {
		return t.known == known && len(t.mentions) > 0 && p.sent.index < t.mentions[0].sent.index
	})
}

// names reports whether the text names the treaty of the lexicon.
func (d *document) names(known *lexicon.Treaty) bool {
	return slices.ContainsFunc(d.treaties, func(t *treaty) bool { return t.known == known && t.named })
}

// brings reports whether the text names all the parties of a treaty between few.
func (d *document) brings(known *lexicon.Treaty) bool {
	return len(known.Parties) > 1 && !known.Multi && !slices.ContainsFunc(known.Parties, func(p string) bool {
		e, heir := d.entities["country:"+strings.ToLower(p)], d.entities["country:"+strings.ToLower(successor(p))]
		return (e == nil || len(e.mentions) == 0) && (heir == nil || len(heir.mentions) == 0)
	})
}

// weight is how often the text names the least named of a treaty's parties.
func (d *document) weight(known *lexicon.Treaty) int {
	least := 0
	for i, p := range known.Parties {
		n := 0
		for _, id := range slices.Compact([]string{p, successor(p)}) {
			if e := d.entities["country:"+strings.ToLower(id)]; e != nil {
				n += len(e.mentions)
			}
		}
		if i == 0 || n < least {
			least = n
		}
	}
	return least
}

// current gives the treaty of the year, between states that the text names, that
// the whole text fits: "under the agreement", where none was told of before.
func (d *document) current(p description, all []lexicon.Treaty) *lexicon.Treaty {
	var words []string
	for _, s := range d.sents {
		words = append(words, s.words...)
	}
	var found *lexicon.Treaty
	for i := range all {
		if t := &all[i]; t.Year == d.year && slices.Contains(t.Described.Kinds, p.noun) && d.brings(t) && t.Described.Matches(words) {
			if found != nil {
				return nil
			}
			found = t
		}
	}
	return found
}

// partiesFit counts the described parties that are the treaty's; all must be.
func partiesFit(es []*entity, t *lexicon.Treaty) (n int, ok bool) {
	for _, e := range es {
		if e.kind != entente.Country {
			if id, ok := strings.CutPrefix(e.id, "organization:"); ok && e.org != nil && len(t.Parties) > 0 && !t.Multi && !slices.Contains(t.Parties, id) {
				return 0, false
			}
			continue
		}
		in := false
		for _, p := range t.Parties {
			in = in || successor(p) == successor(e.country)
		}
		if !in && len(t.Parties) > 0 && !t.Multi {
			return 0, false
		}
		if in {
			n++
		}
	}
	return n, true
}

// afterMade reports whether an article may speak of the treaty: it was there by
// the time, or about to be.
func (d *document) afterMade(t *lexicon.Treaty) bool {
	const talkedOf = 2
	return d.year == 0 || t.Year <= d.year+talkedOf
}

// treatyKey is what is left of a treaty's name without the words that texts
// change at will: "kyoto" of the Kyoto Protocol and of the Kyoto climate pact.
// Only short names in capitals have one.
func (x *index) treatyKey(words []string) string {
	var key []string
	for i, w := range words {
		f := fold(w)
		switch {
		case x.is("treaty", f) || x.is("treaty-if-capital", f) || x.is("treaty-modifier", f):
		case i <= 2 && (f == "of" || f == "the"), f == "-", yearLike(f), x.is("treaty-act-name", f):
		case !language.StartsUpper(w):
			return ""
		default:
			key = append(key, f)
		}
	}
	if len(key) > 3 {
		return ""
	}
	return strings.Join(key, " ")
}

// complete adds to a treaty named by capitals what the phrase around its name
// says of it, and finds out whether it is one that was described before.
func (x *Extractor) complete(d *document, t *treaty, p description) {
	t.dated(p)
	t.parties = append(t.parties, without(p.parties, t.parties)...)
	for _, o := range d.treaties {
		if o == t || o.named || o.proposed || len(o.mentions) == 0 || !o.goesBy(t.kind) || !compatible(o.parties, p.parties) {
			continue
		}
		if t.year > 0 && o.year > 0 && t.year != o.year || p.topic != "" && o.topic != "" && p.topic != o.topic {
			continue
		}
		last := o.mentions[len(o.mentions)-1].sent
		if o.mentions[0].sent.index <= p.sent.index && p.sent.index-last.index <= 3 && d.sharesWord(x, t, o) {
			if o.known == nil {
				o.name, o.id, o.named = t.name, t.id, true
			}
			d.merge(t, o)
			return
		}
	}
}

// sharesWord reports whether the name of a treaty has a word of the text that
// tells of the described one: its subject, or the town that the news comes from.
func (d *document) sharesWord(x *Extractor, named, o *treaty) bool {
	m := named.mentions[0]
	for j := m.first; j <= m.last; j++ {
		w := m.sent.words[j]
		if !language.StartsUpper(m.sent.Tokens[j].Text) || x.treatyNoun(w) {
			continue
		}
		if strings.HasPrefix(strings.TrimLeft(d.article.Text, "\n "), strings.ToUpper(w)) || strings.Contains(d.article.Text, "\n"+strings.ToUpper(w)) {
			return true // of the dateline
		}
		for _, other := range o.mentions {
			if other.sent != m.sent && slices.Contains(other.sent.words, w) {
				return true
			}
		}
	}
	return named.year > 0 && named.year == o.year
}
