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
	d.treaties = slices.DeleteFunc(d.treaties, func(t *treaty) bool { return len(t.mentions) == 0 })
}

// unify takes a treaty that the news describes and one of the lexicon that it
// names right after, of the same year, for one: "signed a security treaty. ...
// The ANZUS pact".
func (d *document) unify() {
	const near = 2
	for _, known := range d.treaties {
		if known.known == nil || !known.named || known.year != d.year {
			continue
		}
		m := known.mentions[0]
		if m.first == 0 || m.sent.words[m.first-1] != "the" {
			continue
		}
		o := d.opening()
		if o == nil || o.known != nil || o.named || o.proposed || o.year != d.year || o.parties == nil && !known.known.Multi {
			continue
		}
		_, fits := partiesFit(o.parties, known.known)
		if at := o.mentions[0].sent.index; fits && at < m.sent.index && m.sent.index-at <= near {
			d.merge(o, known)
		}
	}
}

// opening is the treaty that the article speaks of first, nil when there's none.
func (d *document) opening() *treaty {
	var first *treaty
	for _, t := range d.treaties {
		if len(t.mentions) > 0 && (first == nil || t.first < first.first) {
			first = t
		}
	}
	return first
}

// nounAt is the noun of token i: its lemma, or what it makes with the words
// before it in "cease-fire".
func (s *sentence) nounAt(i int) string {
	if s.words[i] == "fire" && i > 1 && s.words[i-1] == "-" && s.words[i-2] == "cease" {
		return "ceasefire"
	}
	return strings.ToLower(s.Tokens[i].Lemma)
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
		if !startsUpper(m.sent.Tokens[j].Text) || x.treatyNoun(w) {
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

// dated reports whether what may be a treaty is told of with the time it was made.
func (x *Extractor) dated(d *document, s *sentence, i int, noun string) bool {
	p := x.describe(d, s, i, noun)
	return !p.proposed && (p.year > 0 || p.dated || p.noun == "ceasefire" && len(sides(p.parties)) > 1)
}

// treatyVerb reports whether what a verb is done to may be a treaty only; with a
// particle, if it may have one.
func (x *Extractor) treatyVerb(lemma string, particle bool) bool {
	return slices.ContainsFunc(x.index.verbs[lemma], func(g trigger) bool {
		return (len(g.with) == 0 || particle) && g.frame.Action != "" && g.frame.Action != "reject"
	})
}

// treatyAt decides what the noun phrase headed by token i refers to.
func (x *Extractor) treatyAt(d *document, s *sentence, i int, noun string) {
	p := x.describe(d, s, i, noun)
	// "treaties" in general are none; "two treaties" and "the treaties" are those spoken of.
	several := s.Tokens[i].Tag == "NNS" && !x.index.is("singular-plural", s.words[i]) && !s.has(i, "nummod") && !p.definite
	if several && p.madeIn > 0 && len(p.parties) > 1 {
		several = false // "signed treaties on Monday"
	}
	switch {
	case several && p.also == 0, d.mute:
	case p.also > 0:
		x.makeTreaty(d, p)
		p.year, p.also = p.also, 0
		x.makeTreaty(d, p)
	case x.resolveKnown(d, p) != nil:
		d.mentionDescribed(x.resolveKnown(d, p), p)
	case p.proposed && (len(p.parties) > 0 || p.topic != "") && !p.definite:
		d.mentionDescribed(x.proposal(d, p), p)
	case p.definite && d.lastTreaty(s, i, p) != nil:
		d.mentionDescribed(d.lastTreaty(s, i, p), p)
	case p.year > 0 || p.dated || p.madeIn > 0 && len(p.parties) > 0 || len(p.parties) > 1 && (p.definite || p.signed || p.madeIn > 0 || p.acted) || p.coming && p.specific:
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

// usualParties are those whose agreements the article is about: the two countries
// that it names most, else the parties of the treaty that it opens with.
func (d *document) usualParties() []*entity {
	if pair := d.mainPair(isCountry); pair != nil {
		return pair
	}
	if all := d.byMentions(isCountry); len(all) > 2 && 2*len(all[1].mentions) >= 3*len(all[2].mentions) {
		return all[:2]
	}
	const opening = 3
	for _, t := range d.treaties {
		if len(sides(t.parties)) > 1 && t.mentions != nil && t.mentions[0].sent.index < opening {
			return t.parties
		}
	}
	return nil
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
		if t.Described.Matches(p.words) {
			score += 2
		}
		spoken := d.names(t) && (n > 1 && (year > 0 || len(t.Parties) == 2) || len(p.parties) == 0 && year > 0 && year != d.year)
		if spoken {
			score += 2
		}
		switch {
		case t.Multi && p.acted && t.Described.Matches(p.words):
			if score > top {
				best, top, tie = t, score, false
			} else if score == top {
				tie = true
			}
		case score < 3 || score < 4 && (!p.definite && year == 0 || p.made() == 0 && year > 0):
		case (t.Multi || p.specific && !(spoken && p.before(d, t))) && !t.Described.Matches(p.words):
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

// signed notes that treaties whose year the text tells were made then by their
// parties, where it hasn't said so itself: "a 1972 U.S.-Soviet treaty".
func (r reading) signed() {
	for _, t := range r.d.treaties {
		parties := r.makersOf(t)
		if t.proposed || t.year == 0 || r.d.mute || len(sides(parties)) < 2 || t.known != nil && (t.known.Multi || len(t.known.Parties) > 5) || r.madeOf(t) {
			continue
		}
		for _, m := range t.mentions {
			if date := r.toldYear(t, m); date != "" {
				r.d.found = append(r.d.found, &finding{sent: m.sent, token: m.head, etype: entente.Support, action: entente.Sign, contexts: []string{"diplomatic"},
					actors: parties, treaties: []*treaty{t}, status: entente.Occurred, date: date, rule: "dated-treaty", sure: 0.6, under: -1})
				break
			}
		}
	}
}

// makersOf gives the parties of a treaty, or those who are likely to have made it.
func (r reading) makersOf(t *treaty) []*entity {
	if es := r.partiesOf(t); len(es) > 0 || t.known != nil {
		return es
	}
	return r.d.usualParties()
}

// madeOf reports whether the text tells of the making of the treaty.
func (r reading) madeOf(t *treaty) bool {
	return slices.ContainsFunc(r.d.found, func(f *finding) bool { return f.action == entente.Sign && slices.Contains(f.treaties, t) })
}

// toldYear gives the time at which a treaty was made as far as the text tells, or
// the time of its year that the sentence of a mention tells; "" when there's none.
func (r reading) toldYear(t *treaty, m span) entente.Date {
	best := t.made
	for _, e := range m.sent.times {
		date := r.resolved(m.sent, e, false)
		if yearOf(date) == t.year && len(date) > len(best) && (e.Year() > 0 || t.year < r.d.year) {
			best = date
		}
	}
	return best
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
