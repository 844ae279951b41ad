package extract

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/dates"
)

// properName reports whether token i stands in a capitalised name of several words.
func properName(s *sentence, i int) bool {
	first, last := properRun(s, i)
	return last > first && s.words[last] != "independence"
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
