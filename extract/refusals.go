package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// Whose offer or request a refusal turns down that doesn't say.

// toProposers: "the party turned the invitation down", of those who had just made it.
func toProposers(r reading, fd *finding, _ standing) []*entity {
	s, v := fd.sent, fd.token
	if fd.etype != entente.Reject || !isVerb(s, v) {
		return nil
	}
	if len(s.rel(v, "obj", "xcomp", "ccomp", "advcl", "obl")) == 0 { // "He has refused"
		for o := range r.d.lately(s, 2) {
			if o.etype == entente.Request && slices.ContainsFunc(o.recipients, func(e *entity) bool { return slices.Contains(fd.actors, e) }) {
				return notAmong(slices.Clone(o.actors), fd.actors)
			}
		}
	}
	return r.proposers(s, fd)
}

// proposers gives those who just offered or asked for what is turned down as "the offer",
// at home too: "said he would call off the strike if ... The Government rejected the offer".
func (r reading) proposers(s *sentence, fd *finding) []*entity {
	if !slices.ContainsFunc(s.objectOf(fd.token), func(o int) bool {
		return definite(s, o) && len(s.rel(o, "nmod", "amod", "nmod:poss", "acl")) == 0 && (r.x.index.is("called-agree", s.nounAt(o)) || r.x.index.is("called-request", s.nounAt(o)))
	}) {
		return nil
	}
	for o := range r.d.lately(s, 2) {
		if es := notAmong(slices.Clone(o.actors), fd.actors); (o.status == entente.Proposed || o.etype == entente.Request) && len(es) > 0 {
			return es
		}
	}
	return nil
}

// homely reports whether what is turned down at token i is decided at home: "rejected the
// result of the election".
func (r reading) homely(s *sentence, i int) bool {
	for _, o := range s.objectOf(i) {
		for _, n := range append([]int{o}, s.rel(o, "nmod", "compound")...) {
			if r.x.index.is("election", strings.ToLower(s.Tokens[n].Lemma)) {
				return true
			}
		}
	}
	return false
}
