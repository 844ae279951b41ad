package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// nameTreaty notes that tokens first to last name a treaty of the lexicon.
func (d *document) nameTreaty(s *sentence, first, last int, known *lexicon.Treaty) {
	t := d.treatyOf(known)
	t.named = true
	d.mentionTreaty(s, t, first, last)
}

func (d *document) treatyOf(known *lexicon.Treaty) *treaty {
	id := "treaty:" + known.ID
	for _, t := range d.treaties {
		if t.id == id {
			return t
		}
	}
	t := &treaty{id: id, name: known.Name, known: known, year: known.Year, status: stage(known, d.article.Published), first: -1}
	d.treaties = append(d.treaties, t)
	return t
}

// stage is where a treaty of the lexicon stood on the day of the article, or
// stands, when the day isn't known.
func stage(t *lexicon.Treaty, published entente.Date) entente.TreatyStatus {
	status := entente.TreatySigned
	for _, m := range t.Life {
		if m.By == "" && (published == "" || m.Date <= string(published)) {
			status = entente.TreatyStatus(m.Status)
		}
	}
	return status
}

func (d *document) mentionTreaty(s *sentence, t *treaty, first, last int) {
	if t.first < 0 {
		t.first = s.Tokens[first].Start
	}
	t.mentions = append(t.mentions, span{s, first, last, headOf(s, first, last)})
	for i := first; i <= last; i++ {
		s.treatyAt[i] = t
	}
}

// mentionDescribed notes that a description speaks of the treaty. Its words, but
// for the article before and the clauses after, are a name that the text has for it.
func (d *document) mentionDescribed(t *treaty, p description) {
	s, first, last := p.sent, p.first, p.head
	for first < p.head && (s.Tokens[first].POS == "DET" || s.Tokens[first].POS == "PRON" || s.Tokens[first].POS == "PUNCT") {
		first++
	}
	d.mentionTreaty(s, t, first, p.head)
	for j := last + 1; j < len(s.Tokens) && s.Tokens[j].POS != "PUNCT" && !clauseWord[s.words[j]] && !isVerb(s, j) && s.timeAt[j] == 0; j++ {
		if j == last+1 && s.words[j] != "of" && s.words[j] != "on" {
			break
		}
		if s.Tokens[j].POS == "NOUN" || s.Tokens[j].POS == "PROPN" {
			t.mentions[len(t.mentions)-1].last = j
		}
	}
	t.dated(p)
	if t.known == nil && len(sides(t.parties)) < 2 && compatible(t.parties, p.parties) {
		t.parties = append(t.parties, without(p.parties, t.parties)...)
	}
}

// dated takes over from a description when the treaty was made.
func (t *treaty) dated(p description) {
	y := p.made()
	if t.year == 0 && t.known == nil {
		t.year = y
	}
	if y == t.year && len(p.date) > len(t.made) {
		t.made = p.date
	}
}

// findTreaties finds the treaties that the lexicon's names didn't: named by
// capitals, described, proposed, or referred to again ("the pact").
func (x *Extractor) findTreaties(d *document) {
	for _, t := range slices.Clone(d.treaties) {
		if t.known == nil {
			x.recognise(d, t)
		}
	}
	for _, s := range d.sents {
		for i, t := range s.Tokens {
			noun := s.nounAt(i)
			if t.Rel == "obj" && (s.words[i] == "it" || s.words[i] == "them") && (x.treatyVerb(s.Tokens[t.Head].Lemma, false) || x.legislates(s, t.Head)) {
				if last := d.lastTreaty(s, i, description{noun: "agreement", bare: true}); last != nil {
					s.treatyAt[i], s.at[i] = last, nil // "ratify it"
				}
				continue
			}
			if t.POS != "NOUN" && t.POS != "PROPN" || s.at[i] != nil {
				continue
			}
			if known := s.treatyAt[i]; known != nil {
				if known.known == nil && x.treatyNoun(noun) {
					x.complete(d, known, x.describe(d, s, i, noun))
				}
				continue
			}
			if x.index.is("treaty-text", noun) && definite(s, i) && t.Rel == "obj" && x.treatyVerb(s.Tokens[t.Head].Lemma, true) {
				if last := d.lastTreaty(s, i, description{noun: "agreement", bare: true}); last != nil {
					d.mentionTreaty(s, last, i, i) // "initialled the document"
				}
			}
			if x.index.is("treaty", noun) || x.index.is("treaty-if-dated", noun) && x.dated(d, s, i, noun) {
				x.treatyAt(d, s, i, noun)
			}
		}
	}
	d.unify()
	d.alsoKnown()
	d.treaties = slices.DeleteFunc(d.treaties, func(t *treaty) bool { return len(t.mentions) == 0 })
}

// nounAt is the noun of token i: its lemma, or what it makes with the words
// beside it in "cease-fire" and "exchange of letters".
func (s *sentence) nounAt(i int) string {
	if s.words[i] == "fire" && i > 1 && s.words[i-1] == "-" && s.words[i-2] == "cease" {
		return "ceasefire"
	}
	if s.words[i] == "exchange" && i+2 < len(s.Tokens) && s.words[i+1] == "of" && (s.words[i+2] == "notes" || s.words[i+2] == "letters") {
		return "exchange of notes"
	}
	return strings.ToLower(s.Tokens[i].Lemma)
}

// dated reports whether what may be a treaty is told of with the time it was made.
func (x *Extractor) dated(d *document, s *sentence, i int, noun string) bool {
	p := x.describe(d, s, i, noun)
	return !p.proposed && (p.year > 0 || p.dated || p.noun == "ceasefire" && len(sides(p.parties)) > 1)
}

// treatyAt decides what the noun phrase headed by token i refers to.
func (x *Extractor) treatyAt(d *document, s *sentence, i int, noun string) {
	p := x.describe(d, s, i, noun)
	// "treaties" in general are none; "two treaties" and "the treaties" are those spoken of.
	several := s.Tokens[i].Tag == "NNS" && !x.index.is("singular-plural", s.words[i]) && !s.has(i, "nummod") && !p.definite
	if several && p.madeIn > 0 && len(p.parties) > 1 {
		several = false // "signed treaties on Monday"
	}
	if h := s.Tokens[i].Head; s.Tokens[i].Rel == "appos" && h >= 0 && s.treatyAt[h] != nil && s.treatyAt[h].goesBy(noun) && !p.other(s.treatyAt[h]) {
		d.mentionDescribed(s.treatyAt[h], p) // "the Kyoto Protocol, an agreement of 1997"
		return
	}
	known, last := x.resolveKnown(d, p), d.lastTreaty(s, i, p)
	switch {
	case several && p.also == 0, d.mute, s.has(i, "det", "no", "any", "neither"), s.has(i, "case", "without"):
	case p.also > 0:
		x.makeTreaty(d, p)
		p.year, p.also = p.also, 0
		x.makeTreaty(d, p)
	case known != nil:
		if p.definite {
			d.bringTogether(last, known)
		}
		d.mentionDescribed(known, p)
	case p.proposed && (len(p.parties) > 0 || p.topic != "") && !p.definite:
		d.mentionDescribed(x.proposal(d, p), p)
	case p.definite && last != nil:
		d.mentionDescribed(last, p)
	case p.definite && p.bare && d.current(p, x.index.treaties) != nil:
		d.mentionDescribed(d.treatyOf(d.current(p, x.index.treaties)), p)
	case p.year > 0 || p.dated || p.madeIn > 0 && (len(p.parties) > 0 || p.signed && !x.index.is("loose-treaty", p.noun) && p.noun != "accord") || len(p.parties) > 1 && (p.definite || p.signed || p.madeIn > 0 || p.acted) || p.coming && p.specific:
		x.makeTreaty(d, p)
	}
}

// makeTreaty makes a treaty of a description, or finds the one made of another
// like it.
func (x *Extractor) makeTreaty(d *document, p description) {
	if p.year == 0 {
		p.year = p.madeIn
	}
	if len(p.parties) == 0 {
		p.parties = d.usualParties()
	}
	if len(p.parties) == 0 && (x.index.is("loose-treaty", p.noun) || p.coming) {
		return // "this year's truce with sugar"
	}
	name := describedName("", p.parties, p.noun, p.purpose(), x.label(p.topic), p.year)
	id := "treaty:" + slug(name)
	if len(p.parties) == 0 {
		id += "-" + slug(d.article.ID) // "the accord of 1977" is another one elsewhere
	}
	t := d.newTreaty(id, name, p.noun, p)
	if t.first < 0 && p.coming {
		t.status = entente.TreatyProposed
	}
	d.mentionDescribed(t, p)
}

// lastTreaty is what "the treaty" refers back to: one spoken of earlier in the
// sentence, else the one most spoken of so far and just before, the earlier of equals.
func (d *document) lastTreaty(s *sentence, i int, p description) *treaty {
	var best *treaty
	most := 0
	here := s.Tokens[i].Start
	for _, t := range d.treaties {
		if !t.goesBy(p.noun) || p.year > 0 && t.year > 0 && p.year != t.year || !p.bare && p.topic != "" && t.topic != "" && p.topic != t.topic {
			continue
		}
		if p.other(t) {
			continue
		}
		n, last := 0, -1
		for _, m := range t.mentions {
			if start := m.sent.Tokens[m.first].Start; start < here {
				n, last = n+1, max(last, start)
				if m.sent.index == s.index-1 {
					n++
				}
				if p.noun == "deal" && t.known != nil && t.known.Multi {
					n-- // few call what the world has signed so
				}
			}
		}
		if t.first < d.sents[min(2, len(d.sents)-1)].Start {
			n++ // what the news is about
		}
		if last >= s.Start {
			n += 1000
		}
		if n > most {
			best, most = t, n
		}
	}
	return best
}

// other reports whether a description tells of another treaty than the one: made
// in another year, or set apart as "the first agreement", "an earlier pact".
func (p description) other(t *treaty) bool {
	if t.known != nil && t.known.Multi {
		return false
	}
	if y := p.made(); y > 0 && t.year > 0 && y != t.year {
		return true
	}
	return slices.ContainsFunc(p.words, func(w string) bool { return w == "earlier" || w == "previous" || w == "another" })
}

// goesBy reports whether a text may call the treaty by the noun.
func (t *treaty) goesBy(noun string) bool {
	if generic(noun) || t.kind == noun {
		return true
	}
	if t.known != nil && slices.Contains(t.known.Described.Kinds, noun) {
		return true
	}
	return noun == "treaty" && t.kind == "" || t.known == nil && !t.named && generic(t.kind)
}

// generic reports whether any treaty may be called by the noun.
func generic(noun string) bool {
	return noun == "agreement" || noun == "deal" || noun == "pact" || noun == "accord"
}

func (d *document) newTreaty(id, name, kind string, p description) *treaty {
	for _, t := range d.treaties {
		if t.id == id {
			return t
		}
	}
	t := &treaty{id: id, name: name, kind: kind, year: p.year, named: p.properName != "", parties: p.parties, topic: p.topic, status: entente.TreatySigned, first: -1}
	d.treaties = append(d.treaties, t)
	return t
}
