package extract

import "slices"

// Whom a threat is meant for.

// saidBy gives what hangs on a word of saying: its own dependents, and those of the
// clause that it follows: "..., the minister warned".
func (s *sentence) saidBy(i int) []int {
	said := s.children[i]
	if h := s.Tokens[i].Head; h >= 0 && s.Tokens[i].Rel == "parataxis" && isVerb(s, i) {
		said = append(slices.Clone(s.children[h]), said...)
	}
	return said
}

// deterred gives those whose act a threat is to keep from, by the condition that it
// is put under: "warned of consequences if Spain did".
func (r reading) deterred(fd *finding) []*entity {
	s := fd.sent
	for _, c := range append(s.saidBy(fd.token), fd.token) {
		under := s.conditions(c)
		if s.conditional(c) {
			under = append(under, c)
		}
		for _, o := range s.rel(c, "nmod", "acl") {
			under = append(under, s.conditions(o)...)
		}
		for _, u := range under {
			if n := s.subject(u); n >= 0 {
				if es := without(r.x.agents(r.d, s, n, nil), fd.actors); r.onStage(es) {
					return es
				}
			}
			if es := without(r.d.named(s, u), fd.actors); r.onStage(es) {
				return es
			}
		}
	}
	return nil
}
