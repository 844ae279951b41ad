package extract

import (
	entente "github.com/entente-graph/entente"
)

// settle gives a finding its date, and what the date says of its status: what
// lies ahead hasn't occurred, and a decision that those who take it announce has,
// on the day of the announcement.
func (r reading) settle(fd *finding, st standing) {
	if fd.status == entente.Occurred && r.arranged(fd) {
		fd.status = entente.Planned
	}
	fd.date, fd.clue = r.whenBy(fd.sent, fd.token, fd, st)
	if t, ok := fd.date.Time(); ok && fd.status == entente.Occurred && fd.date.Exact() {
		if told, known := r.d.told.Time(); known && t.After(told) {
			fd.status = entente.Planned
		}
	}
	if (fd.status == entente.Planned || fd.status == entente.Hypothetical) && fd.date == "" && r.decreed(fd) {
		v := fd.sent.Tokens[fd.token].Head
		fd.status = entente.Occurred
		fd.date = r.when(fd.sent, v, &finding{sent: fd.sent, token: v, etype: entente.Accuse, status: entente.Occurred}, standing{verb: -1})
	}
}

// decreed reports whether an act to come is what a side announces of itself, and
// has it in hand: a penalty, a refusal, a concession.
func (r reading) decreed(fd *finding) bool {
	switch fd.etype {
	case entente.Sanction, entente.Concede, entente.Reject:
	default:
		return false
	}
	s := fd.sent
	t := s.Tokens[fd.token]
	if t.Rel != "ccomp" || !r.x.index.is("decreeing", s.Tokens[t.Head].Lemma) || s.Tokens[t.Head].Tag != "VBD" {
		return false
	}
	for _, n := range s.rel(t.Head, "nsubj") {
		for _, a := range r.x.agents(r.d, s, n, nil) {
			own := append(r.x.home(r.d, a), a)
			if len(without(own, fd.actors)) < len(own) {
				return true
			}
		}
	}
	return false
}
