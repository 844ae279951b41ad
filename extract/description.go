package extract

import (
	"slices"
	"strconv"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/language"
)

// description is what a noun phrase says about the treaty it speaks of.
type description struct {
	sent               *sentence
	noun               string
	head, first        int
	words              []string // lower case, of all that belongs to the phrase
	year               int      // as the phrase writes it
	madeIn             int      // as the verb and the day of the article tell it
	also               int      // a second year: "accords signed in 1993 and 1996"
	parties            []*entity
	proposed, definite bool
	dated              bool // the verb that makes it has a time of its own
	date               entente.Date
	acted              bool // something is done to it that is done to what is there
	signed             bool // a verb says that it was made
	coming             bool // or that it will or may be
	specific           bool // it says what the treaty is about
	bare               bool // nothing but "the treaty"
	topic, properName  string
	tail               string // what the agreement is to do, as the text has it
}

// made is the year the treaty was made in, 0 when the text doesn't tell.
func (p description) made() int {
	if p.year == 0 && p.dated {
		return p.madeIn
	}
	return p.year
}

func (x *Extractor) describe(d *document, s *sentence, i int, noun string) description {
	p := description{sent: s, noun: noun, head: i, first: i}
	for _, c := range s.rel(i, "det", "amod", "compound", "nummod", "nmod") {
		p.first = min(p.first, c)
	}
	var tokens []int
	x.phrase(s, i, 4, &tokens)
	tokens = append(tokens, x.beside(s, i)...)
	slices.Sort(tokens)
	tokens = slices.Compact(tokens)
	modifiers := 0
	for _, t := range tokens {
		lemma := strings.ToLower(s.Tokens[t].Lemma)
		p.words = append(p.words, s.words[t], lemma)
		if k := s.timeAt[t]; k > 0 && p.year == 0 && x.timeOf(s, t, i) && s.caseOf(t) != "since" {
			p.year = s.times[k-1].Year()
			if t+2 < len(s.Tokens) && s.words[t+1] == "and" && yearLike(s.words[t]) && yearLike(s.words[t+2]) {
				p.also = yearOf(x.dateAt(d, s, t+2, false))
			}
			if p.year == 0 && p.date == "" && (t < i || s.caseOf(t) == "of") {
				p.date = x.dateAt(d, s, t, false) // "the declaration of July 25"
				p.madeIn, p.dated = yearOf(p.date), p.date != ""
			}
		}
		if !x.mediates(s, t) && !x.founded(s, t) {
			p.addParties(s.at[t])
		}
		if t == i {
			continue
		}
		if (s.Tokens[t].POS == "NOUN" || s.Tokens[t].POS == "ADJ") && s.at[t] == nil && s.timeAt[t] == 0 && (s.Tokens[t].Head == i || s.Tokens[s.Tokens[t].Head].Head == i && s.Tokens[t].POS == "NOUN") && !x.index.is("plain-modifier", lemma) {
			p.specific = true
		}
		if s.Tokens[t].Rel != "det" && s.Tokens[t].Rel != "case" && s.Tokens[t].Rel != "punct" {
			modifiers++
		}
	}
	last := i
	for last+1 < len(s.Tokens) && last < tokens[len(tokens)-1] && last < i+14 && s.timeAt[last+1] == 0 {
		last++
	}
	if last > i {
		p.tail = d.text(s, i+1, last)
	}
	p.definite = s.has(i, "det", "the", "this", "that") || slices.ContainsFunc(s.rel(i, "nmod:poss"), func(c int) bool { return c < i })
	p.bare = modifiers == 0
	for j := i + 1; p.year == 0 && j < len(s.Tokens) && j <= i+6 && s.Tokens[j].POS != "PUNCT" && !isVerb(s, j); j++ {
		w := s.words[j-1]
		if !yearLike(s.words[j]) || w != "of" && w != "since" && w != "from" && w != "in" {
			continue
		}
		both := j+2 < len(s.Tokens) && s.words[j+1] == "and" && yearLike(s.words[j+2])
		if both && s.Tokens[i].Tag == "NNS" { // "treaties between Siam and France in 1904 and 1907"
			p.also, _ = strconv.Atoi(s.words[j+2])
		}
		if w != "in" || p.also > 0 {
			p.year, _ = strconv.Atoi(s.words[j])
		}
	}
	x.madeBy(d, s, i, &p)
	p.proposed = x.underProposal(s, i)
	p.topic = x.topic(slices.DeleteFunc(slices.Clone(p.words), func(w string) bool { return w == noun }))
	if p.topic == "" && p.proposed {
		p.topic = x.topic(s.words)
	}
	return p
}

// beside gives the tokens around a treaty's noun that can only belong to it,
// whatever the parser made of them: the modifiers right before it, and those
// whom it is between or with.
func (x *Extractor) beside(s *sentence, i int) []int {
	var out []int
	const near = 12
	for j := i - 1; j >= 0 && j >= i-near; j-- {
		t := s.Tokens[j]
		if t.POS != "PROPN" && t.POS != "NOUN" && t.POS != "ADJ" && t.POS != "NUM" && t.Text != "-" && t.Text != "." && t.Text != "'s" && t.Text != "’s" && s.timeAt[j] == 0 {
			break
		}
		if t.Text == "." && (j == 0 || !language.IsAcronym(s.Tokens[j-1].Text)) {
			break
		}
		if t.Text == "'s" || t.Text == "’s" { // what owns it is a time or a party
			if j == 0 || s.timeAt[j-1] == 0 && s.at[j-1] == nil {
				break
			}
		}
		if s.at[j] != nil || s.timeAt[j] > 0 {
			out = append(out, j)
		}
	}
	sided := false
	for j := i + 1; j < len(s.Tokens) && j <= i+near && s.Tokens[j].POS != "PUNCT" && !isVerb(s, j); j++ {
		if x.treatyNoun(s.words[j]) || s.words[j] == "and" && j+1 < len(s.Tokens) && s.Tokens[j+1].POS == "DET" && s.words[j+1] != "the" {
			break // "and a 1959 agreement with Sudan"
		}
		sided = sided || s.words[j] == "between" || s.words[j] == "with"
		if sided && s.at[j] != nil {
			out = append(out, j)
		}
	}
	return out
}

// mediates reports whether token t only tells who helped an agreement about: "a
// U.S.-mediated agreement", "a deal brokered by China".
func (x *Extractor) mediates(s *sentence, t int) bool {
	m := s.at[t]
	if m == nil {
		return false
	}
	for k := m.head; k >= 0; k = s.Tokens[k].Head {
		if s.Tokens[k].Rel == "obl:agent" {
			return x.index.is("broker", s.Tokens[s.Tokens[k].Head].Lemma)
		}
		if s.Tokens[k].Rel != "conj" {
			break
		}
	}
	if m.last+2 >= len(s.Tokens) || s.words[m.last+1] != "-" {
		return false
	}
	w := s.words[m.last+2]
	return w == "mediated" || w == "brokered" || w == "sponsored" || w == "backed" || w == "led" || w == "drafted" || w == "proposed"
}

// founded reports whether token t is a body that the treaty makes, rather than one
// that made it: "a charter setting up a League of Desert States".
func (x *Extractor) founded(s *sentence, t int) bool {
	if s.at[t] == nil {
		return false
	}
	t = s.at[t].head
	v := s.Tokens[t].Head
	return s.Tokens[t].Rel == "obj" && s.Tokens[v].Tag == "VBG" && x.index.is("founding", s.Tokens[v].Lemma)
}

// addParties takes the countries and bodies of states that are named in a
// treaty's description for its parties: one of each side.
func (p *description) addParties(m *mention) {
	if m == nil || m.how == byOffice || m.located {
		return
	}
	for _, e := range m.entities {
		if e.kind == entente.Country || e.org != nil && e.org.Kind == "intergovernmental" {
			p.parties = append(p.parties, without([]*entity{e}, p.parties)...)
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

// purpose is what the agreement is to do, in the words of the text: "to prevent
// incidents in cyberspace"; "" when the phrase doesn't say it plainly.
func (p description) purpose() string {
	_, more, _ := strings.Cut(p.noun, " ") // "of notes" is part of the kind
	words := strings.Fields(strings.TrimPrefix(p.tail, more))
	if n := slices.IndexFunc(words, func(w string) bool { return strings.ContainsAny(w, ",;:“”\"()") || clauseWord[w] }); n >= 0 {
		words = words[:n]
	}
	if len(words) < 2 || words[0] != "to" && words[0] != "on" && words[0] != "for" && words[0] != "of" {
		return ""
	}
	const long = 8
	words = words[:min(len(words), long)]
	for len(words) > 0 && trailing[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return strings.Join(words, " ")
}

// clauseWord ends what a treaty is about: after it comes what it brings, or when
// and between whom it was made.
var clauseWord = map[string]bool{"under": true, "which": true, "that": true, "who": true, "signed": true, "concluded": true, "reached": true, "in": true, "by": true, "between": true, "with": true, "where": true, "within": true, "at": true}

// trailing are words that a purpose cut short mustn't end in.
var trailing = map[string]bool{"of": true, "on": true, "the": true, "a": true, "an": true, "and": true, "to": true, "for": true, "from": true, "after": true, "before": true, "into": true, "its": true}

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
