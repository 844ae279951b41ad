package extract

import (
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// recalled gives the other side of an act upon something told of before:
// "condemned the attack", "rejected the offer", "welcomed the accord": those who
// did it, or who made the treaty.
func (r reading) recalled(s *sentence, i int, f *lexicon.Frame, actors []*entity) []*entity {
	if f.Predicate && s.saidAlone(i) {
		for fd := range r.d.lately(s, 3) { // one more of those who find fault
			if es := without(fd.recipients, actors); fd.etype == entente.Accuse && len(es) > 0 && len(es) == len(fd.recipients) {
				return es
			}
		}
		return r.lastDoers(s, actors)
	}
	objects := r.x.slot(s, i, "obj")
	if f.Predicate || ofOther(f) {
		objects = r.x.slot(s, i, "subj") // "said that the retreat was a sham"
	}
	if t := s.Tokens[i]; t.Rel == "acl:relcl" && t.Head >= 0 && len(objects) == 0 {
		objects = []int{t.Head} // "a decision that Moscow condemns"
	}
	for _, o := range objects {
		if es := r.recalledBy(s, o, actors); len(es) > 0 {
			return es
		}
	}
	return nil
}

// recalledBy gives those behind the earlier act, or the treaty, that the noun at
// token o names again; none when it names no such thing.
func (r reading) recalledBy(s *sentence, o int, actors []*entity) []*entity {
	if from, deed := r.deedMeant(s, o); deed >= 0 {
		if es := r.recalledBy(from, deed, actors); len(es) > 0 {
			return es
		}
	}
	if own := r.ownState(actors); len(own) > 0 && r.theirs(s, o, own) {
		return own
	}
	if t := s.treatyAt[o]; t != nil {
		if es := without(r.partiesOf(t), actors); len(es) > 0 {
			return es
		}
	}
	if r.x.index.is("pointing", s.words[o]) {
		return r.lastDoers(s, actors)
	}
	noun := strings.ToLower(s.Tokens[o].Lemma)
	if noun == "report" {
		if es := without(r.reporters(s), actors); len(es) > 0 {
			return es
		}
	}
	if s.Tokens[o].POS == "NOUN" && r.deed(noun) {
		if es := without(r.sumsUp(s, o), actors); len(es) > 0 {
			return es
		}
	}
	if s.Tokens[o].POS != "NOUN" || !definite(s, o) && !r.x.index.is("called-any", noun) {
		return nil
	}
	if r.x.index.is("called-any", noun) {
		if es := r.protagonist(s, actors); len(es) > 0 {
			return es
		}
	}
	const back = 4
	for k := len(r.d.found) - 1; k >= 0; k-- { // "withdrew its troops ... hailed the withdrawal"
		fd := r.d.found[k]
		if es := without(fd.actors, actors); len(es) > 0 && !fd.guessed && fd.frame != nil && isVerb(fd.sent, fd.token) && strings.HasPrefix(noun, fd.sent.Tokens[fd.token].Lemma) {
			return es
		}
	}
	for k := len(r.d.found) - 1; k >= 0; k-- {
		fd := r.d.found[k]
		es := without(fd.actors, actors)
		if fd.guessed || len(es) == 0 || s.index-fd.sent.index > back && !weighty(fd) {
			continue
		}
		if fd.etype == entente.Accuse && len(fd.recipients) > 0 && len(without(actors, fd.recipients)) == len(actors) {
			continue // a charge against somebody else isn't theirs to answer
		}
		if r.isCalled(fd, noun) {
			return es
		}
	}
	return without(r.whoseBefore(s, noun), actors)
}

// whoseBefore gives those whose thing of that name the text spoke of a little before:
// "an Iranian plot ... Oslo condemned the plot".
func (r reading) whoseBefore(s *sentence, noun string) []*entity {
	const back = 3
	for n := 1; n <= back && s.index-n >= 0; n++ {
		o := r.d.sents[s.index-n]
		for j, t := range o.Tokens {
			if t.POS != "NOUN" || strings.ToLower(t.Lemma) != noun {
				continue
			}
			for _, a := range append(o.rel(j, "amod", "nmod:poss"), o.oblique(j, "by")...) {
				if es := r.x.patients(r.d, o, a, nil); len(es) > 0 && o.timeAt[a] == 0 {
					return es
				}
			}
		}
	}
	return nil
}

// sumsUp gives those who do what the clause before the noun at token o tells, where
// the noun only sums it up: "recognised Kosovo, a step that Belgrade denounced".
func (r reading) sumsUp(s *sentence, o int) []*entity {
	switch s.Tokens[o].Rel {
	case "appos", "parataxis", "conj", "dep", "obl:unmarked", "nmod:unmarked":
	default:
		return nil
	}
	if !s.has(o, "det", "a", "an") {
		return nil
	}
	v := s.verbAbove(o)
	if v < 0 || v > o {
		return nil
	}
	var es []*entity
	for _, a := range s.agentOf(v) {
		es = union(es, r.x.agents(r.d, s, a, nil))
	}
	return es
}

// theirs reports whether the treaty or the deed that token o names is one of
// the given states.
func (r reading) theirs(s *sentence, o int, states []*entity) bool {
	if t := s.treatyAt[o]; t != nil {
		ps := r.partiesOf(t)
		return len(without(ps, states)) < len(ps)
	}
	noun := strings.ToLower(s.Tokens[o].Lemma)
	for k := len(r.d.found) - 1; k >= 0; k-- {
		if fd := r.d.found[k]; r.isCalled(fd, noun) {
			return len(without(fd.actors, states)) < len(fd.actors)
		}
	}
	return false
}

// deedMeant finds the act or agreement that "it" or "them" at token i means: the
// one that the sentence before is about, else that it ends with; -1 when none.
func (r reading) deedMeant(s *sentence, i int) (*sentence, int) {
	if w := s.words[i]; w != "it" && w != "them" && w != "this" || s.at[i] != nil || s.index == 0 {
		return nil, -1
	}
	o := r.d.sents[s.index-1]
	last := -1
	for j, t := range o.Tokens {
		if t.POS != "NOUN" || o.treatyAt[j] == nil && !r.deed(strings.ToLower(t.Lemma)) {
			continue
		}
		if strings.HasPrefix(t.Rel, "nsubj") {
			return o, j
		}
		if t.Rel == "obj" {
			last = j
		}
	}
	return o, last
}

// deed reports whether a noun is one that texts call earlier acts by.
func (r reading) deed(noun string) bool {
	for class := range r.x.index.classes {
		if strings.HasPrefix(class, "called-") && r.x.index.is(class, noun) {
			return true
		}
	}
	return r.x.index.is("sanction", noun)
}

// lastDoers gives those whose act "it" or "this" is, where it's no actor: of the
// last act told of, a sentence or two back, else of the news.
func (r reading) lastDoers(s *sentence, actors []*entity) []*entity {
	for fd := range r.d.lately(s, 2) {
		if es := without(fd.actors, actors); len(es) > 0 && weighty(fd) {
			return es
		}
	}
	return r.protagonist(s, actors)
}

// victims gives whom an attack struck that the text told of before and that is
// owned to now: "claimed responsibility for the bombing".
func (r reading) victims(s *sentence, i int, actors []*entity) []*entity {
	var guessed []*entity
	for _, o := range append(s.oblique(i, "for"), s.objectOf(i)...) {
		noun := strings.ToLower(s.Tokens[o].Lemma)
		for k := len(r.d.found) - 1; k >= 0; k-- {
			fd := r.d.found[k]
			es := without(fd.recipients, actors)
			if len(es) == 0 || !r.isCalled(fd, noun) {
				continue
			}
			if !fd.guessed {
				return es
			}
			guessed = es
		}
	}
	return guessed
}

// isCalled reports whether a text may refer back to the finding by the noun.
func (r reading) isCalled(fd *finding, noun string) bool {
	if r.x.index.is("called-"+strings.ToLower(string(fd.etype)), noun) || r.x.index.is("called-any", noun) && weighty(fd) {
		return true
	}
	if fd.frame == nil {
		return false
	}
	if stem, ok := strings.CutSuffix(noun, "ing"); ok && isVerb(fd.sent, fd.token) && weighty(fd) {
		if lemma := fd.sent.Tokens[fd.token].Lemma; stem == lemma || stem+"e" == lemma {
			return true // "stormed the embassy ... condemned the storming"
		}
	}
	for _, n := range fd.frame.Nouns {
		if first, _, _ := strings.Cut(n, " "); first == noun {
			return true
		}
	}
	return false
}

// reporters gives those whose report "the report" is: who "reported" in this
// sentence or the two before it.
func (r reading) reporters(s *sentence) []*entity {
	for back := 0; back <= 2 && back <= s.index; back++ {
		o := r.d.sents[s.index-back]
		for v := range o.Tokens {
			if o.Tokens[v].Lemma != "report" || !isVerb(o, v) {
				continue
			}
			if n := o.subject(v); n >= 0 {
				return r.x.agents(r.d, o, n, nil)
			}
		}
	}
	return nil
}
