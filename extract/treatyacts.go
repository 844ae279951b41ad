package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// partyBefore gives who does something to a treaty where the parser left the verb
// without a subject: the actor named next before it, with no other verb between.
func (r reading) partyBefore(s *sentence, i int) []*entity {
	if !isVerb(s, i) || s.passive(i) || len(s.rel(i, "nsubj")) > 0 || s.Tokens[i].Tag == "VB" {
		return nil
	}
	for j := i - 1; j >= 0 && !isVerb(s, j); j-- {
		if m := s.at[j]; m != nil && !m.located && s.treatyAt[j] == nil && s.caseOf(m.head) == "" {
			return m.entities
		}
	}
	return nil
}

// refuseOffer makes the rejection of an offer one of the treaty that was offered.
func (r reading) refuseOffer(fd *finding) {
	if fd.etype != entente.Reject || fd.action != "" {
		return
	}
	s := fd.sent
	for _, o := range append(r.x.slot(s, fd.token, "obj"), fd.token) {
		if !r.x.index.is("called-agree", s.nounAt(o)) {
			continue
		}
		const back = 8
		for k := len(r.d.found) - 1; k >= 0 && s.index-r.d.found[k].sent.index <= back; k-- {
			f := r.d.found[k]
			if f.action == entente.Propose && len(f.treaties) > 0 && len(without(f.actors, fd.actors)) == len(f.actors) {
				fd.action, fd.treaties, fd.recipients = entente.RejectIt, f.treaties, f.actors
				return
			}
		}
	}
}

// legislates reports whether the verb at token v is something that a parliament
// does: what it rejects or passes, it does to a treaty laid before it.
func (x *Extractor) legislates(s *sentence, v int) bool {
	return slices.ContainsFunc(s.agentOf(v), func(n int) bool { return x.index.is("legislature", strings.ToLower(s.Tokens[n].Lemma)) })
}
