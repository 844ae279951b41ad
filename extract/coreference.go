package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// resolve finds what pronouns and definite descriptions stand for, reading
// from the start to the end. What isn't clear is left alone.
func (x *Extractor) resolve(d *document) {
	for _, s := range d.sents {
		for i := range s.Tokens {
			if s.at[i] != nil || s.treatyAt[i] != nil || s.placeAt[i] != nil {
				continue
			}
			es, first, last, kind := x.antecedent(d, s, i)
			if len(es) == 0 {
				continue
			}
			m := &mention{sent: s, first: first, last: last, head: i, entities: es, how: kind}
			for j := first; j <= last; j++ {
				s.at[j] = m
			}
			for _, e := range es {
				e.mentions = append(e.mentions, m)
			}
		}
	}
}

// antecedent gives the entities that token i, a pronoun or the head of a
// definite description, stands for, and the run of tokens that does.
func (x *Extractor) antecedent(d *document, s *sentence, i int) (es []*entity, first, last int, kind how) {
	t := s.Tokens[i]
	w := s.words[i]
	one := func(e *entity) []*entity {
		if e == nil {
			return nil
		}
		return []*entity{e}
	}
	switch {
	case w == "other" && i > 0 && s.words[i-1] == "each", w == "another" && i > 0 && s.words[i-1] == "one":
		return d.last(2, s, i-1, isCountry), i - 1, i, byPronoun
	case s.quoted[i] && (w == "he" || w == "she" || w == "it" || w == "they"):
		return nil, 0, 0, 0 // within a quotation others are meant than around it
	case w == "he" || w == "him" || w == "his" || w == "himself":
		return one(x.person(d, s, i, 'm')), i, i, byPronoun
	case w == "she" || w == "her" || w == "hers" || w == "herself":
		return one(x.person(d, s, i, 'f')), i, i, byPronoun
	case w == "it" && x.toldOf(s, i):
		return nil, 0, 0, 0
	case w == "it" && x.impersonal(s, i):
		return nil, 0, 0, 0
	case (w == "it" || w == "its" || w == "itself") && t.Rel != "expl":
		return one(x.body(d, s, i)), i, i, byPronoun
	case w == "they" || w == "them" || w == "their":
		return x.several(d, s, i), i, i, byPronoun
	case (w == "both" || w == "each" || w == "two") && strings.HasPrefix(t.Rel, "nsubj") && t.POS != "NOUN":
		return d.last(2, s, i, isCountry), i, i, byNominal // "both", "the two"
	case w == "other" && i > 0 && s.words[i-1] == "the" && (t.Rel == "obj" || t.Rel == "obl"):
		return x.theOther(d, s, i), i - 1, i, byPronoun
	case t.POS == "NOUN" || t.POS == "PROPN":
		first = i
		for _, c := range s.children[i] {
			if c < first && (s.Tokens[c].Rel == "det" || s.Tokens[c].Rel == "nummod" || s.Tokens[c].Rel == "amod") {
				first = c
			}
		}
		return x.described(d, s, first, i), first, i, byNominal
	}
	return nil, 0, 0, 0
}

// toldOf handles "alerted the firm that it had been hacked", where "it" is the
// one told; it notes the antecedent's head.
func (x *Extractor) toldOf(s *sentence, i int) bool {
	v := s.Tokens[i].Head
	if v < 0 || s.Tokens[v].Head < 0 {
		return false
	}
	g := s.Tokens[v].Head
	if !x.index.is("telling", s.Tokens[g].Lemma) {
		return false
	}
	o := s.rel(g, "obj", "iobj")
	if len(o) == 0 || o[0] >= i {
		return false
	}
	if s.means == nil {
		s.means = map[int]int{}
	}
	s.means[i] = o[0]
	return true
}

// impersonal reports whether "it" at token i is equated with a thing, as no
// country or body is: "it was the first time that".
func (x *Extractor) impersonal(s *sentence, i int) bool {
	h := s.Tokens[i].Head
	if h < 0 || !strings.HasPrefix(s.Tokens[i].Rel, "nsubj") || len(s.rel(h, "cop")) == 0 || s.Tokens[h].POS != "NOUN" {
		return false
	}
	noun := strings.ToLower(s.Tokens[h].Lemma)
	return !x.index.is("pair-of-countries", noun) && !x.index.is("country-noun", noun) && !x.index.is("part-noun", noun) && !x.index.is("bloc", noun)
}

// person finds whom "he" or "she" at token i means: the nearest person of that
// gender, those who act before others.
func (x *Extractor) person(d *document, s *sentence, i int, gender byte) *entity {
	fits := func(e *entity) bool { return e.kind == entente.Person && (e.gender == gender || e.gender == 0) }
	if e := s.subjectAhead(i); e != nil && fits(e) && (s.index == 0 || d.sents[s.index-1].Paragraph != s.Paragraph) {
		return e
	}
	return d.nearest(s, i, 3, func(m *mention) *entity {
		if len(m.entities) == 1 && fits(m.entities[0]) && m.how != byOffice {
			return m.entities[0]
		}
		if m.how == byOffice && m.subject() && x.index.is("sole-office", m.office.ID) {
			return m.entities[0] // "The Cuban prime minister ... He": at least his country
		}
		return nil
	})
}

// subjectAhead gives the subject of the main clause that a pronoun in a clause
// before it may stand for: "After Obama had threatened him, Xi promised".
func (s *sentence) subjectAhead(i int) *entity {
	v := i
	for v >= 0 && s.Tokens[v].Rel != "advcl" {
		v = s.Tokens[v].Head
	}
	if v < 0 || s.Tokens[v].Head < v {
		return nil
	}
	n := s.subject(s.Tokens[v].Head)
	if n <= v || s.at[n] == nil || len(s.at[n].entities) != 1 {
		return nil
	}
	return s.at[n].entities[0]
}

// body finds what "it" or "its" means: the country or organisation that is the
// nearest subject before it, in this sentence or, for a subject, the one before.
func (x *Extractor) body(d *document, s *sentence, i int) *entity {
	back := 0
	if strings.HasPrefix(s.Tokens[i].Rel, "nsubj") {
		back = 1
	}
	if e := x.sameObject(d, s, i); e != nil {
		return e
	}
	for n := 0; n <= back && s.index-n >= 0; n++ {
		o := d.sents[s.index-n]
		order := o.mainFirst()
		for j := range o.Tokens {
			k := order[j]
			if n == 0 {
				k = i - 1 - j // the nearest first, in its own
			}
			if k < 0 || !strings.HasPrefix(o.Tokens[k].Rel, "nsubj") && o.Tokens[k].Rel != "nmod:poss" || n == 0 && sameClauseObject(o, k, i) {
				continue
			}
			if o.Tokens[k].Rel == "nmod:poss" && (n > 0 || o.at[k] == nil) {
				continue
			}
			es := x.agent(d, o, k, nil, 2)
			if len(es) != 1 || len(o.rel(k, "conj")) > 0 {
				continue
			}
			if m := o.at[k]; m != nil && (m.how == byAdjective || m.located) {
				continue
			}
			e := es[0]
			if n == 0 && slices.Contains(s.actingOn(i), e) {
				continue
			}
			if e.kind == entente.Person && o.at[k] == nil { // "the Trump administration"
				e = x.home(d, e)[0]
			}
			if e.kind == entente.Country || e.kind == entente.Organization {
				return e
			}
			if n > 0 {
				return nil
			}
		}
	}
	return nil
}

// mainFirst gives the tokens of a sentence in order, but for those of clauses on
// the side ("if ...", "after ..."), which come last.
func (s *sentence) mainFirst() []int {
	var main, aside []int
	for i := range s.Tokens {
		if s.subordinate(i) {
			aside = append(aside, i)
		} else {
			main = append(main, i)
		}
	}
	return append(main, aside...)
}

// subordinate reports whether token i stands in an adverbial or relative clause.
func (s *sentence) subordinate(i int) bool {
	for ; i >= 0; i = s.Tokens[i].Head {
		switch s.Tokens[i].Rel {
		case "advcl", "acl:relcl", "acl":
			return true
		}
	}
	return false
}

// sameObject is what "it" means as the object of a second verb: that of the
// first. "Thanked the organisation but asked it to stay."
func (x *Extractor) sameObject(d *document, s *sentence, i int) *entity {
	v := s.Tokens[i].Head
	if v < 0 || s.Tokens[v].Rel != "conj" || !strings.HasSuffix(s.Tokens[i].Rel, "obj") {
		return nil
	}
	h := s.Tokens[v].Head
	for _, o := range s.rel(h, "iobj", "obj") {
		if m := s.at[o]; m != nil && o < i && len(m.entities) == 1 && m.how != byAdjective {
			if e := m.entities[0]; e.kind == entente.Country || e.kind == entente.Organization {
				return e
			}
		}
	}
	return nil
}

// subject reports whether a mention is the subject of its clause, or its owner
// ("Moscow's ambassador said").
func (m *mention) subject() bool {
	rel := m.sent.Tokens[m.head].Rel
	return strings.HasPrefix(rel, "nsubj") || rel == "nmod:poss" && strings.HasPrefix(m.sent.Tokens[m.sent.Tokens[m.head].Head].Rel, "nsubj")
}

// nearest looks backwards from token i of s, through at most back earlier
// sentences, for a mention that take accepts: in each sentence subjects first.
// It doesn't give the subject of the very verb that i is an object of.
func (d *document) nearest(s *sentence, i, back int, take func(*mention) *entity) *entity {
	not := s.actingOn(i)
	for n := 0; n <= back && s.index-n >= 0; n++ {
		o := d.sents[s.index-n]
		end := len(o.Tokens)
		if n == 0 {
			end = i
		}
		var subject, other *entity
		for j := end - 1; j >= 0; j-- {
			m := o.at[j]
			if m == nil || m.last != j {
				continue
			}
			e := take(m)
			if e == nil || n == 0 && slices.Contains(not, e) {
				continue
			}
			switch {
			case strings.HasPrefix(o.Tokens[m.head].Rel, "nsubj"):
				subject = e
				if n == 0 {
					return subject // the nearest subject before it in its own sentence
				}
			case other == nil:
				other = e
			}
		}
		if subject != nil {
			return subject
		}
		if other != nil {
			return other
		}
	}
	return nil
}

// actingOn gives the subject of the verb that token i is an object of: "he
// telephoned Galtieri and urged him" can't urge himself.
func (s *sentence) actingOn(i int) []*entity {
	t := s.Tokens[i]
	if t.Head < 0 || !isVerb(s, t.Head) || t.Rel != "obj" && t.Rel != "iobj" && t.Rel != "obl" {
		return nil
	}
	n := s.subject(t.Head)
	if n < 0 {
		return nil
	}
	if s.at[n] != nil {
		return s.at[n].entities
	}
	var es []*entity
	for _, c := range s.rel(n, "appos", "flat", "compound") { // "the leader of the party, Jim Bolger, accused him"
		if s.at[c] != nil {
			es = union(es, s.at[c].entities)
		}
	}
	return es
}

// sameClauseObject reports whether token i is an object of the verb that token
// subject is the subject of, and so can't mean the same: "Putin met him".
func sameClauseObject(s *sentence, subject, i int) bool {
	t := s.Tokens[i]
	if t.Rel != "obj" && t.Rel != "iobj" && t.Rel != "obl" {
		return false
	}
	return s.Tokens[subject].Head == t.Head
}

// several finds whom "they" means: the last subject that is several.
func (x *Extractor) several(d *document, s *sentence, i int) []*entity {
	for n := 0; n <= 1 && s.index-n >= 0; n++ {
		o := d.sents[s.index-n]
		end := len(o.Tokens)
		if n == 0 {
			end = i
		}
		for j := end - 1; j >= 0; j-- {
			if !strings.HasPrefix(o.Tokens[j].Rel, "nsubj") {
				continue
			}
			es := o.group(j)
			if len(es) == 0 && o.Tokens[j].Tag == "NNS" {
				if es = x.agents(d, o, j, nil); len(es) > 0 {
					return es // "Argentine marines ... they"
				}
			}
			if len(es) > 1 || len(es) == 1 && es[0].kind == entente.Group {
				return es
			}
			if o.Tokens[j].Tag == "NNS" && len(es) == 0 {
				return nil // others are meant
			}
		}
	}
	if strings.HasPrefix(s.Tokens[i].Rel, "nsubj") {
		return d.mainPair(isCountry)
	}
	return nil
}

// group gives the entities named at token i and at those joined to it by "and".
func (s *sentence) group(i int) []*entity {
	var es []*entity
	add := func(j int) {
		if m := s.at[j]; m != nil {
			for _, e := range m.entities {
				if !slices.Contains(es, e) {
					es = append(es, e)
				}
			}
		}
	}
	add(i)
	for _, c := range s.children[i] {
		if s.Tokens[c].Rel == "conj" {
			add(c)
		}
	}
	return es
}

// described finds whom a definite description means: "the two countries", "both
// leaders", "the alliance", "the company", "the president".
func (x *Extractor) described(d *document, s *sentence, first, head int) []*entity {
	noun := strings.ToLower(s.Tokens[head].Lemma)
	definite, many := false, 0
	for j := first; j < head; j++ {
		switch w := s.words[j]; w {
		case "the", "this", "that":
			definite = true
		case "both", "each", "either":
			definite, many = true, 2
		case "two", "three", "four":
			many = map[string]int{"two": 2, "three": 3, "four": 4}[w]
		default:
			if many > 0 && x.index.is("region-adjective", w) {
				continue // "the three Gulf states"
			}
			// "the Baltic countries" aren't those named before; "the prime minister" may be.
			if s.Tokens[j].Rel != "amod" && s.Tokens[j].Rel != "compound" || many > 0 || noun == "country" || noun == "nation" {
				return nil
			}
		}
	}
	if !definite {
		return nil
	}
	for _, c := range s.children[head] { // "the countries of the region"
		if c > head && (strings.HasPrefix(s.Tokens[c].Rel, "nmod") || strings.HasPrefix(s.Tokens[c].Rel, "acl") && !s.has(c, "mark", "to") && !(head+1 < len(s.Tokens) && s.words[head+1] == ",")) {
			return nil
		}
	}
	switch {
	case definite && (noun == "pair" || noun == "duo"):
		return d.pair(2, s, head)
	case many > 0 && x.index.is("pair-of-countries", noun):
		return d.pair(many, s, head)
	case many > 0 && x.index.is("pair-of-people", noun):
		return d.last(many, s, head, func(e *entity) bool { return e.kind == entente.Person })
	case many > 0:
		return nil
	}
	if x.index.is("country-noun", noun) && first+1 == head {
		return d.lastCountry(s, head)
	}
	for _, c := range s.rel(head, "appos", "flat") { // "the prime minister, Mr Bob Hawke"
		if m := s.at[c]; m != nil && m.entities[0].kind == entente.Person && (x.isTitle(noun) || x.index.is("visitor", noun)) {
			return m.entities[:1]
		}
	}
	// The body or person last named that goes by this noun.
	office := strings.ToLower(d.text(s, s.nounStart(head), head))
	for n := 0; n <= 8 && s.index-n >= 0; n++ {
		o := d.sents[s.index-n]
		end := len(o.Tokens)
		if n == 0 {
			end = head
		}
		for j := end - 1; j >= 0; j-- {
			m := o.at[j]
			if m == nil || len(m.entities) != 1 || m.how == byAdjective || m.how == byOffice {
				continue
			}
			if n > 2 && m.entities[0].org != nil && m.entities[0].org.Kind == "company" {
				continue // of several firms it is the one just named
			}
			if x.goesBy(m.entities[0], noun) || x.holds(d, m.entities[0], office) {
				return m.entities[:1]
			}
		}
	}
	return nil
}

// lastCountry is what "the country" means: the country last named as a subject
// in the sentence or the one before, else the one last named there.
func (d *document) lastCountry(s *sentence, before int) []*entity {
	for n := 0; n <= 1 && s.index-n >= 0; n++ {
		o := d.sents[s.index-n]
		end := len(o.Tokens)
		if n == 0 {
			end = before
		}
		var last *entity
		for j := end - 1; j >= 0; j-- {
			m := o.at[j]
			if m == nil || len(m.entities) != 1 || m.entities[0].kind != entente.Country || m.how == byOffice {
				continue
			}
			if n > 0 && m.subject() {
				return m.entities
			}
			if last == nil && !(n == 0 && m.subject()) {
				last = m.entities[0]
			}
		}
		if last != nil {
			return []*entity{last}
		}
	}
	return nil
}

// nounStart is where the nouns and adjectives before token head begin that form
// one term with it: "prime minister".
func (s *sentence) nounStart(head int) int {
	first := head
	for first > 0 && s.Tokens[first-1].Head == head && (s.Tokens[first-1].Rel == "amod" || s.Tokens[first-1].Rel == "compound") {
		first--
	}
	return first
}

// holds reports whether a person of the lexicon holds the office that the words
// name on the day of the article, or ever when the day isn't known.
func (x *Extractor) holds(d *document, e *entity, office string) bool {
	if e.person == nil {
		return false
	}
	for _, t := range e.person.Terms {
		o := x.index.officeOf[t.Office]
		if o != nil && slices.Contains(o.Names, office) && holdsThen(e.person, o, string(d.told)) {
			return true
		}
	}
	return false
}

// goesBy reports whether a text may call the entity by the noun: the alliance, the president.
func (x *Extractor) goesBy(e *entity, noun string) bool {
	if slices.Contains(e.generics, noun) {
		return true
	}
	if e.org != nil && e.org.Kind == "company" {
		return noun == "company" || noun == "firm"
	}
	if e.kind == entente.Organization && slices.Contains(strings.Fields(strings.ReplaceAll(fold(e.name), "isation", "ization")), strings.ReplaceAll(noun, "isation", "ization")) {
		return true // "the council" for the Security Council
	}
	if e.kind != entente.Person {
		return false
	}
	for _, r := range e.roles {
		if lastWord(r.name) == noun && !strings.HasPrefix(r.name, "former ") {
			return true
		}
	}
	return false
}

func isCountry(e *entity) bool { return e.kind == entente.Country }

// theOther is the one of two that the subject of the same verb isn't: "each side
// blamed the other" is said of both.
func (x *Extractor) theOther(d *document, s *sentence, i int) []*entity {
	if n := s.subject(s.Tokens[i].Head); n >= 0 {
		if es := x.agents(d, s, n, nil); len(es) == 2 {
			return es
		} else if len(es) == 1 {
			return without(d.last(2, s, i, isCountry), es)
		}
	}
	return nil
}

// last gives the n entities of a kind that were last named, if they are n:
// together in one sentence, or in neighbouring ones with none between.
func (d *document) last(n int, s *sentence, before int, fits func(*entity) bool) []*entity {
	var es []*entity
	for back := 0; back <= 4 && s.index-back >= 0; back++ {
		o := d.sents[s.index-back]
		end := len(o.Tokens)
		if back == 0 {
			end = before
		}
		var here []*entity
		for j := end - 1; j >= 0; j-- {
			m := o.at[j]
			if m == nil || m.how == byAdjective || m.how == byOffice {
				continue
			}
			for _, e := range m.entities {
				if c := d.entities["country:"+strings.ToLower(e.country)]; c != nil && !fits(e) && e.kind == entente.Person {
					e = c // a president brings his country to mind
				}
				if fits(e) && !slices.Contains(here, e) {
					here = append(here, e)
				}
			}
		}
		if len(here) == n {
			slices.Reverse(here)
			return here
		}
		es = union(es, here)
		if len(es) == n {
			slices.Reverse(es)
			return es
		}
		if len(es) > n {
			break
		}
	}
	if n != 2 {
		return nil
	}
	return d.mainPair(fits) // else the two that the whole text is about
}

// pair gives the n countries that a text calls the two or the three: of two, those
// it is about all along, unless others were named right before in the sentence.
func (d *document) pair(n int, s *sentence, before int) []*entity {
	es := d.last(n, s, before, isCountry)
	main := d.mainPair(isCountry)
	if n != 2 || len(main) != 2 || len(without(main, es)) == 2 || len(s.countriesBefore(before)) == 2 {
		return es
	}
	return main
}

// countriesBefore gives the countries named in the sentence before token i.
func (s *sentence) countriesBefore(i int) []*entity {
	var es []*entity
	for _, m := range s.at[:i] {
		if m != nil && m.how != byAdjective && isCountry(m.entities[0]) {
			es = union(es, m.entities)
		}
	}
	return es
}

// mainPair gives the two most named entities of a kind, when both are named
// more than twice as often as the third.
func (d *document) mainPair(fits func(*entity) bool) []*entity {
	all := d.byMentions(fits)
	if len(all) < 2 || len(all) > 2 && len(all[1].mentions) < 2*len(all[2].mentions) {
		return nil
	}
	return []*entity{all[0], all[1]}
}

// byMentions gives the entities of a kind, the most named first.
func (d *document) byMentions(fits func(*entity) bool) []*entity {
	var all []*entity
	for _, e := range d.order {
		if fits(e) {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b *entity) int { return len(b.mentions) - len(a.mentions) })
	return all
}
