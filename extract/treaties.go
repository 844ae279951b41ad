package extract

import (
	"slices"
	"strconv"
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

// findTreaties finds the treaties that the lexicon's names didn't: named by
// capitals, described, proposed, or referred to again ("the pact").
func (x *Extractor) findTreaties(d *document) {
	for _, s := range d.sents {
		for i, t := range s.Tokens {
			noun := strings.ToLower(t.Lemma)
			if t.Rel == "obj" && (s.words[i] == "it" || s.words[i] == "them") && x.treatyVerb(s.Tokens[t.Head].Lemma) {
				if last := d.lastTreaty(s, i, description{noun: "agreement", bare: true}); last != nil {
					s.treatyAt[i], s.at[i] = last, nil // "ratify it"
				}
				continue
			}
			if t.POS != "NOUN" && t.POS != "PROPN" || s.treatyAt[i] != nil || s.at[i] != nil {
				continue
			}
			if x.index.is("treaty", noun) || x.index.is("treaty-if-capital", noun) && properName(s, i) || x.index.is("treaty-if-dated", noun) && x.dated(d, s, i, noun) {
				x.treatyAt(d, s, i, noun)
			}
		}
	}
	d.treaties = slices.DeleteFunc(d.treaties, func(t *treaty) bool { return len(t.mentions) == 0 })
}

// dated reports whether what may be a treaty is told of with the time it was made.
func (x *Extractor) dated(d *document, s *sentence, i int, noun string) bool {
	p := x.describe(d, s, i, noun)
	return !p.proposed && (p.year > 0 || p.dated)
}

// treatyVerb reports whether what a verb is done to may be a treaty only.
func (x *Extractor) treatyVerb(lemma string) bool {
	return slices.ContainsFunc(x.index.verbs[lemma], func(g trigger) bool {
		return len(g.with) == 0 && g.frame.Action != "" && g.frame.Action != "reject"
	})
}

// treatyAt decides what the noun phrase headed by token i refers to.
func (x *Extractor) treatyAt(d *document, s *sentence, i int, noun string) {
	p := x.describe(d, s, i, noun)
	// "treaties" in general are none; "two treaties" and "the treaties" are those spoken of.
	several := s.Tokens[i].Tag == "NNS" && !x.index.is("singular-plural", s.words[i]) && !s.has(i, "nummod") && !p.definite
	switch {
	case several, d.mute && p.properName == "":
	case p.properName != "":
		d.mentionTreaty(s, d.newTreaty("treaty:"+slug(p.properName), p.properName, noun, p), p.nameFirst, p.nameLast)
	case x.resolveKnown(d, p) != nil:
		t := x.resolveKnown(d, p)
		d.mentionTreaty(s, t, p.first, i)
	case p.proposed && (len(p.parties) > 0 || p.topic != "") && !p.definite:
		d.mentionTreaty(s, x.proposal(d, p), p.first, i)
	case p.definite && d.lastTreaty(s, i, p) != nil:
		d.mentionTreaty(s, d.lastTreaty(s, i, p), p.first, i)
	case several:
	case p.year > 0 || p.dated || p.madeIn > 0 && len(p.parties) > 0 || len(p.parties) > 1 && (p.definite || p.madeIn > 0):
		if p.year == 0 {
			p.year = p.madeIn
		}
		name := describedName("", p.parties, p.noun, p.purpose(), x.label(p.topic), p.year)
		id := "treaty:" + slug(name)
		if len(p.parties) == 0 {
			id += "-" + slug(d.article.ID) // "the accord of 1977" is another one elsewhere
		}
		d.mentionTreaty(s, d.newTreaty(id, name, noun, p), p.first, i)
	}
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
		if year > 0 && year != t.Year || !slices.Contains(t.Described.Kinds, p.noun) {
			continue
		}
		score := 0
		if year > 0 {
			score += 2
		}
		if n, ok := partiesFit(p.parties, t); !ok {
			continue
		} else if n > 1 {
			score += 2
		} else {
			score += n
		}
		if t.Described.Matches(p.words) {
			score += 2
		}
		switch {
		case score < 3 || !p.definite && year == 0 && score < 4:
		case (t.Multi || p.specific) && !t.Described.Matches(p.words):
		case score > top:
			best, top, tie = t, score, false
		case score == top:
			tie = true
		}
	}
	if best == nil || tie {
		return nil
	}
	return d.treatyOf(best)
}

// partiesFit counts the described parties that are the treaty's; all must be.
func partiesFit(es []*entity, t *lexicon.Treaty) (n int, ok bool) {
	for _, e := range es {
		if e.kind != entente.Country {
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
		n, last := 0, -1
		for _, m := range t.mentions {
			if start := m.sent.Tokens[m.first].Start; start < here {
				n, last = n+1, max(last, start)
				if m.sent.index == s.index-1 {
					n++
				}
			}
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

// goesBy reports whether a text may call the treaty by the noun.
func (t *treaty) goesBy(noun string) bool {
	if noun == "agreement" || noun == "deal" || noun == "pact" || noun == "accord" || t.kind == noun {
		return true
	}
	if t.known != nil && slices.Contains(t.known.Described.Kinds, noun) {
		return true
	}
	return noun == "treaty" && t.kind == ""
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

// proposal gives the proposed treaty of that description: one a topic and set
// of parties in an article.
func (x *Extractor) proposal(d *document, p description) *treaty {
	for _, t := range d.treaties {
		if t.proposed && (t.topic == p.topic || p.topic == "" || t.topic == "") && compatible(t.parties, p.parties) {
			t.parties = union(t.parties, p.parties)
			if t.purpose == "" {
				t.purpose = p.purpose()
			}
			if t.topic == "" {
				t.topic = p.topic
			}
			return t
		}
	}
	t := d.newTreaty("treaty:proposed-"+strconv.Itoa(len(d.treaties)), "", p.noun, p)
	t.proposed, t.status, t.named = true, entente.TreatyProposed, false
	t.purpose = p.purpose()
	return t
}

// compatible reports whether two sets of parties may be of one treaty.
func compatible(a, b []*entity) bool {
	return len(a) == 0 || len(b) == 0 || len(without(a, b)) == 0 || len(without(b, a)) == 0
}

// dated notes that a treaty described by its year and its parties was made by
// them then: "a 1972 U.S.-Soviet treaty".
func (r reading) dated(s *sentence) {
	for _, t := range r.d.treaties {
		for _, m := range t.mentions {
			if m.sent != s || t.named || t.proposed || t.year == 0 || r.d.mute {
				continue
			}
			p := r.x.describe(r.d, s, m.head, strings.ToLower(s.Tokens[m.head].Lemma))
			if p.year != t.year || len(sides(p.parties)) < 2 || p.definite {
				continue
			}
			r.d.found = append(r.d.found, &finding{sent: s, token: m.head, etype: entente.Support, action: entente.Sign, contexts: []string{"diplomatic"},
				actors: p.parties, treaties: []*treaty{t}, status: entente.Occurred, date: entente.Date(strconv.Itoa(t.year)), rule: "dated-treaty", sure: 0.6, under: -1})
		}
	}
}

// settleProposals gives proposed treaties their parties, when the one who
// proposes is known, and ids that two articles on one proposal share.
func (x *Extractor) settleProposals(d *document) {
	for _, t := range d.treaties {
		if !t.proposed {
			continue
		}
		var parties []string
		for _, k := range sides(t.parties) {
			parties = append(parties, strings.TrimPrefix(k, "country:"))
		}
		if t.year == 0 {
			t.year = d.year
		}
		id := "treaty:proposed-" + strings.Join(parties, "-")
		if t.topic != "" {
			id += "-" + t.topic
		}
		if t.year > 0 {
			id += "-" + strconv.Itoa(t.year)
		}
		t.id = strings.ReplaceAll(id, "organization:", "")
		t.name = describedName("Proposed ", t.parties, t.kind, t.purpose, x.label(t.topic), 0)
	}
}

// compare ties treaties that the text likens to one another: "modelled on the
// INF Treaty", "something he compared to a 1972 treaty".
func (x *Extractor) compare(d *document) {
	for _, s := range d.sents {
		for i, t := range s.Tokens {
			if !x.index.is("likening", strings.ToLower(t.Lemma)) {
				continue
			}
			from, to := d.treatyBefore(s, i), s.treatyAfter(i)
			if from != nil && to != nil && from != to && !slices.Contains(from.compared, to) {
				from.compared = append(from.compared, to)
			}
		}
	}
}

// treatyAfter is the first treaty spoken of in the ten words after token i.
func (s *sentence) treatyAfter(i int) *treaty {
	for j := i + 1; j < len(s.Tokens) && j <= i+10; j++ {
		if s.treatyAt[j] != nil {
			return s.treatyAt[j]
		}
	}
	return nil
}

// treatyBefore is the treaty last spoken of before token i, in its sentence or
// the two before it.
func (d *document) treatyBefore(s *sentence, i int) *treaty {
	for n := 0; n <= 2 && s.index-n >= 0; n++ {
		o := d.sents[s.index-n]
		end := len(o.Tokens)
		if n == 0 {
			end = i
		}
		for j := end - 1; j >= 0; j-- {
			if o.treatyAt[j] != nil {
				return o.treatyAt[j]
			}
		}
	}
	return nil
}
