package extract

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/dates"
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

// properName reports whether token i stands in a capitalised name of several words.
func properName(s *sentence, i int) bool {
	first, last := properRun(s, i)
	return last > first && s.words[last] != "independence"
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

// description is what a noun phrase says about the treaty it speaks of.
type description struct {
	sent                *sentence
	noun                string
	head, first         int
	words               []string // lower case, of all that belongs to the phrase
	year                int      // as the phrase writes it
	madeIn              int      // as the verb and the day of the article tell it
	parties             []*entity
	proposed, definite  bool
	dated               bool // the verb that makes it has a time of its own
	specific            bool // it says what the treaty is about
	bare                bool // nothing but "the treaty"
	topic, properName   string
	nameFirst, nameLast int
	tail                string // what the agreement is to do, as the text has it
}

func (x *Extractor) describe(d *document, s *sentence, i int, noun string) description {
	p := description{sent: s, noun: noun, head: i, first: i}
	for _, c := range s.children[i] {
		if c < p.first && s.Tokens[c].Rel != "case" && s.Tokens[c].Rel != "punct" && s.Tokens[c].Rel != "cc" {
			p.first = c
		}
	}
	if first, last := properRun(s, i); last > first {
		p.properName, p.nameFirst, p.nameLast = strings.TrimPrefix(d.text(s, first, last), "the "), first, last
	}
	var tokens []int
	x.phrase(s, i, 4, &tokens)
	slices.Sort(tokens)
	modifiers := 0
	for _, t := range tokens {
		p.words = append(p.words, s.words[t], strings.ToLower(s.Tokens[t].Lemma))
		if k := s.timeAt[t]; k > 0 && p.year == 0 {
			p.year = s.times[k-1].Year()
		}
		if m := s.at[t]; m != nil && m.how != byOffice {
			for _, e := range m.entities {
				if e.kind == entente.Country || e.org != nil && e.org.Kind == "intergovernmental" {
					p.parties = union(p.parties, []*entity{e})
				}
			}
		}
		if t != i && (s.Tokens[t].POS == "NOUN" || s.Tokens[t].POS == "ADJ") && s.at[t] == nil && s.timeAt[t] == 0 && (s.Tokens[t].Head == i || s.Tokens[s.Tokens[t].Head].Head == i && s.Tokens[t].POS == "NOUN") && !x.index.is("plain-modifier", strings.ToLower(s.Tokens[t].Lemma)) {
			p.specific = true
		}
		if t != i && s.Tokens[t].Rel != "det" && s.Tokens[t].Rel != "case" && s.Tokens[t].Rel != "punct" {
			modifiers++
		}
	}
	last := i
	if n := len(tokens); n > 0 {
		last = tokens[n-1]
	}
	if last > i {
		p.tail = d.text(s, i+1, min(last, i+14))
	}
	for _, c := range s.rel(i, "det") {
		p.definite = p.definite || s.words[c] == "the" || s.words[c] == "this" || s.words[c] == "that"
	}
	for _, c := range s.rel(i, "nmod:poss") {
		p.definite = p.definite || c < i
	}
	p.bare = modifiers == 0
	x.madeBy(d, s, i, &p)
	p.proposed = x.underProposal(s, i)
	p.topic = x.topic(slices.DeleteFunc(slices.Clone(p.words), func(w string) bool { return w == noun }))
	if p.topic == "" && p.proposed {
		p.topic = x.topic(s.words)
	}
	return p
}

// madeBy adds to a description what the verb says of it: who signs or proposes
// the treaty, with whom, and in which year.
func (x *Extractor) madeBy(d *document, s *sentence, i int, p *description) {
	t := s.Tokens[i]
	v := t.Head
	if v >= 0 && t.Rel == "conj" && !isVerb(s, v) {
		v = s.Tokens[v].Head
	}
	var participle []int
	for _, a := range s.rel(i, "acl") {
		if s.Tokens[a].Tag == "VBN" || s.Tokens[a].Rel == "acl:relcl" {
			participle = append(participle, a)
		}
	}
	for _, v := range append(participle, v) {
		if v < 0 || !isVerb(s, v) {
			continue
		}
		lemma := s.Tokens[v].Lemma
		made := x.index.is("made", lemma)
		if !made && !x.index.is("proposing", lemma) {
			continue
		}
		for _, n := range append(s.agentOf(v), s.oblique(v, "with")...) {
			if n == i {
				continue
			}
			for _, e := range x.agents(d, s, n, nil) {
				if c := d.countryEntity(x.index, e.country); c != nil {
					p.parties = union(p.parties, []*entity{c})
				} else if e.kind == entente.Group || e.kind == entente.Organization {
					p.parties = union(p.parties, []*entity{e})
				}
			}
		}
		if p.year == 0 {
			for _, c := range s.children[v] {
				if k := s.timeAt[c]; k > 0 {
					if day, ok := s.times[k-1].Resolve(dates.Anchor{Published: d.told}).Time(); ok {
						p.madeIn, p.dated = day.Year(), made
					}
				}
			}
			if p.madeIn == 0 && made && (s.Tokens[v].Tag == "VBD" && !s.has(v, "aux", "had") || s.index < 3) {
				p.madeIn = d.year
			}
		}
	}
}

// phrase collects the tokens of the noun phrase at i: what modifies it, and
// what clauses say of it, to a depth.
func (x *Extractor) phrase(s *sentence, i, depth int, into *[]int) {
	*into = append(*into, i)
	if depth == 0 {
		return
	}
	for _, c := range s.children[i] {
		switch base, _, _ := strings.Cut(s.Tokens[c].Rel, ":"); base {
		case "conj", "cc", "punct", "parataxis", "appos", "cop", "nsubj", "advcl", "ccomp":
			if s.Tokens[c].Rel == "conj" && depth < 4 || base == "nsubj" && depth < 4 {
				x.phrase(s, c, depth-1, into)
			}
			continue
		}
		x.phrase(s, c, depth-1, into)
	}
}

// properRun gives the run of capitalised words around token i that names a
// treaty: "Treaty of Amity", "Algiers Agreement".
func properRun(s *sentence, i int) (first, last int) {
	upper := func(j int) bool {
		r, _ := utf8.DecodeRuneInString(s.Tokens[j].Text)
		return unicode.IsUpper(r)
	}
	first, last = i, i
	if !upper(i) {
		return
	}
	for first > 0 {
		switch w := s.words[first-1]; {
		case upper(first-1) && s.Tokens[first-1].POS != "PRON" && s.Tokens[first-1].POS != "DET", w == "-" && first > 1 && upper(first-2):
			first--
			continue
		case (w == "and" || w == "of" || w == "on") && first > 1 && upper(first-2) && s.at[first-2] == nil && first-1 > 1:
			first -= 2 // "Basic Exchange and Cooperation Agreement"
			continue
		}
		break
	}
	for last+1 < len(s.Tokens) {
		switch w := s.words[last+1]; {
		case s.timeAt[last+1] > 0 && !yearLike(w), last+2 < len(s.Tokens) && s.timeAt[last+2] > 0:
			return // "the Washington Declaration of July 25"
		case upper(last+1) || len(w) <= 4 && yearLike(w):
			last++
		case (w == "of" || w == "on" || w == "for" || w == "and" || w == "the") && last+2 < len(s.Tokens) && (upper(last+2) || s.words[last+2] == "the" && last+3 < len(s.Tokens) && upper(last+3)):
			last += 2
		default:
			return
		}
	}
	return
}

func yearLike(w string) bool { n, err := strconv.Atoi(w); return err == nil && n > 1800 && n < 2100 }

// topic is the subject that most of the words belong to, "" when none does.
func (x *Extractor) topic(words []string) string {
	best, most := "", 0
	for _, t := range x.index.topics {
		n := 0
		for _, w := range words {
			if x.index.is("topic-"+t.ID, w) {
				n++
			}
		}
		if n > most {
			best, most = t.ID, n
		}
	}
	return best
}

// label is a topic in a word that a reader would use: the first of its words.
func (x *Extractor) label(topic string) string {
	for _, t := range x.index.topics {
		if t.ID == topic {
			return t.Words[0]
		}
	}
	return ""
}

// underProposal reports whether the text speaks of the agreement as one that is
// asked for or offered, not made yet.
func (x *Extractor) underProposal(s *sentence, i int) bool {
	for _, c := range s.rel(i, "amod") {
		if x.index.is("not-yet", s.Tokens[c].Lemma) {
			return true
		}
	}
	for j, n := i, 0; s.Tokens[j].Head >= 0 && n < 6; n++ {
		j = s.Tokens[j].Head
		lemma := strings.ToLower(s.Tokens[j].Lemma)
		if x.index.is("proposing", lemma) {
			return true
		}
		if tag := s.Tokens[j].Tag; x.index.is("made", lemma) && (tag == "VBD" || tag == "VBN") {
			return false
		}
	}
	return false
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

// purpose is what the agreement is to do, in the words of the text: "to prevent
// incidents in cyberspace"; "" when the phrase doesn't say it plainly.
func (p description) purpose() string {
	words := strings.Fields(p.tail)
	if n := slices.IndexFunc(words, func(w string) bool { return strings.ContainsAny(w, ",;:“”\"") }); n >= 0 {
		words = words[:n]
	}
	if len(words) < 2 || words[0] != "to" && words[0] != "on" && words[0] != "for" && words[0] != "of" {
		return ""
	}
	const long = 8
	return strings.Join(words[:min(len(words), long)], " ")
}

// describedName makes a name for a treaty that has none: its parties, its kind,
// what it is about, and the year of one that was made.
func describedName(prefix string, parties []*entity, kind, purpose, topic string, year int) string {
	var names []string
	for _, e := range parties {
		names = append(names, e.name)
	}
	name := prefix
	if len(names) > 0 {
		name += strings.Join(names, "-") + " "
	}
	name += kind
	switch {
	case purpose != "":
		name += " " + purpose
	case topic != "":
		name += " on " + topic
	}
	if y := strconv.Itoa(year); year > 0 && !strings.Contains(name, y) {
		name += " of " + y
	}
	return name
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
