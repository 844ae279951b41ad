package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/language"
)

// within gives the sentences that bytes at[0] to at[1] touch.
func (d *document) within(at [2]int) []*sentence {
	var out []*sentence
	for _, s := range d.sents {
		if n := len(s.Tokens); n > 0 && s.Tokens[0].Start < at[1] && at[0] < s.Tokens[n-1].End {
			out = append(out, s)
		}
	}
	return out
}

// around gives the span of the sentences that bytes at[0] to at[1] stand in.
func (d *document) around(at [2]int) [2]int {
	for _, s := range d.within(at) {
		at[0] = min(at[0], s.Tokens[0].Start)
		at[1] = max(at[1], s.Tokens[len(s.Tokens)-1].End)
	}
	return at
}

// near gives the sentences of the evidence.
func (r *Draft) near(evidence []Evidence) []*sentence {
	var out []*sentence
	for _, e := range evidence {
		for _, s := range r.d.within([2]int{e.Start, e.End}) {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// key is a name as names are compared: folded words without an article before.
func key(name string) string { return strings.Join(keyWords(name), " ") }

func keyWords(name string) []string {
	var out []string
	for _, w := range language.Words(name) {
		if w = fold(w); len(out) > 0 || w != "the" && w != "a" && w != "an" {
			out = append(out, w)
		}
	}
	return out
}

// run finds words in a sentence: the first token of the first run of them, else -1.
func (s *sentence) run(words []string) int {
	for i := 0; i+len(words) <= len(s.words); i++ {
		if slices.Equal(s.words[i:i+len(words)], words) {
			return i
		}
	}
	return -1
}

// whom gives who is meant by a name: as the sentences near by have it, else the
// rest of the article, else as the lexicon knows it if the article names them
// otherwise. A name that the rules don't know is taken from the sentences near by
// when it was introduced.
func (r *Draft) whom(name string, near []*sentence) []*entity {
	const longest = 12
	words := keyWords(name)
	if len(words) == 0 || len(words) > longest {
		return nil
	}
	for _, s := range near {
		if es := r.meant(s, words); len(es) > 0 {
			return es
		}
	}
	for _, s := range r.d.sents {
		i := s.run(words)
		if i < 0 || !language.StartsUpper(s.Tokens[i].Text) {
			continue // "he" is somebody else elsewhere
		}
		if es := r.meant(s, words); len(es) > 0 {
			return es
		}
	}
	if e := r.known(words); e != nil {
		return []*entity{e}
	}
	if e := r.introduced(words, near); e != nil {
		return []*entity{e}
	}
	return nil
}

// meant gives whom the words mean where the sentence has them.
func (r *Draft) meant(s *sentence, words []string) []*entity {
	i := s.run(words)
	if i < 0 {
		return nil
	}
	last := i + len(words) - 1
	head := headOf(s, i, last)
	if m := s.at[head]; m != nil {
		return m.entities
	}
	if es := r.x.patients(r.d, s, head, s.speaker); len(es) > 0 {
		return es
	}
	for k := last; k >= i; k-- {
		if m := s.at[k]; m != nil && m.how == byName {
			return m.entities
		}
	}
	return nil
}

// known gives whom the lexicon knows by the words, if the article names them by
// others: Russia, where it has only Moscow.
func (r *Draft) known(words []string) *entity {
	refs, end := r.x.index.names.longest(words, 0, func(phrase[ref], int) bool { return true })
	if end != len(words) {
		return nil
	}
	for _, f := range refs {
		if f.country == nil && f.person == nil && f.org == nil {
			continue
		}
		e := r.d.entityOf(f, r.x.index)
		if len(e.mentions) > 0 {
			return e
		}
		if f.country != nil && slices.ContainsFunc(r.d.places, func(p *place) bool { return p.country == f.country.ID }) {
			return e // of a town that is named
		}
	}
	return nil
}

// introduced makes an actor of a name that stands in one of the sentences and
// that the rules passed over.
func (r *Draft) introduced(words []string, near []*sentence) *entity {
	const longest = 6
	kind, ok := r.kinds[strings.Join(words, " ")]
	if !ok {
		return nil
	}
	for len(words) > 1 && r.x.isTitle(words[0]) {
		words = words[1:]
	}
	for _, s := range near {
		i := s.run(words)
		last := i + len(words) - 1
		if i < 0 || len(words) > longest || !capitalised(s, i, last) || !language.StartsUpper(s.Tokens[i].Text) || r.d.covered(s, i, last) || s.timeAt[i] > 0 {
			continue
		}
		text := r.d.text(s, i, last)
		e := r.d.newEntity(string(kind)+":"+slug(text), text, kind)
		r.d.mention(s, i, last, e)
		return e
	}
	return nil
}

// treaty gives the agreement that a name or a description means, as whom does.
func (r *Draft) treaty(name string, near []*sentence) *treaty {
	words := keyWords(name)
	if len(words) == 0 {
		return nil
	}
	for _, s := range near {
		if t := r.treatyIn(s, words, true); t != nil {
			return t
		}
	}
	for _, s := range r.d.sents {
		if t := r.treatyIn(s, words, false); t != nil {
			return t
		}
	}
	refs, end := r.x.index.names.longest(words, 0, func(ph phrase[ref], _ int) bool { return ph.value.treaty != nil })
	for _, t := range r.d.treaties {
		if end == len(words) && t.known == refs[0].treaty || key(t.name) == strings.Join(words, " ") {
			return t
		}
	}
	return nil
}

// treatyIn gives the agreement that the words speak of where the sentence has
// them; with make, one that the rules made nothing of.
func (r *Draft) treatyIn(s *sentence, words []string, make bool) *treaty {
	i := s.run(words)
	if i < 0 {
		return nil
	}
	head := headOf(s, i, i+len(words)-1)
	if t := s.treatyAt[head]; t != nil {
		return t
	}
	for k := i + len(words) - 1; k >= i; k-- {
		if t := s.treatyAt[k]; t != nil {
			return t
		}
	}
	if noun := s.nounAt(head); make && r.x.index.is("treaty", noun) {
		r.x.makeTreaty(r.d, r.x.describe(r.d, s, head, noun))
	}
	return s.treatyAt[head]
}

// date works out when a suggestion says its event was: words of the article,
// counted from the day of the news as the rules count; else that day itself, for
// what is told as its news.
func (r *Draft) date(s Suggestion, near []*sentence) (entente.Date, error) {
	future := s.Status == entente.Planned || s.Status == entente.Hypothetical
	words := keyWords(s.When)
	if len(words) == 0 {
		if s.News && !future {
			return r.today(), nil
		}
		return "", nil
	}
	for _, s := range append(slices.Clone(near), r.d.sents...) {
		i := s.run(words)
		if i < 0 {
			continue
		}
		for k := i; k < i+len(words); k++ {
			if at := s.timeAt[k]; at > 0 && s.beforeClause(at-1) {
				return "", nil // "a day after they left" is any day
			} else if at > 0 {
				return r.resolved(s, s.times[at-1], future), nil
			}
		}
	}
	return "", Unfit{"a time that the article doesn't give", s.When}
}
