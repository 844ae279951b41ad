package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// both names what made a claim that two readers made.
func both(a, b string) string {
	if a == b || strings.HasSuffix(a, "+"+b) {
		return a
	}
	return a + "+" + b
}

// toldOfIn reports whether the sentences, or the one before them, name somebody
// who takes part in the finding, or its treaty.
func (r *Draft) toldOfIn(near []*sentence, f *finding) bool {
	parts := sides(append(slices.Clone(f.actors), f.recipients...))
	for _, s := range near {
		for _, at := range r.d.sents[max(0, s.index-1) : s.index+1] {
			for i := range at.Tokens {
				if t := at.treatyAt[i]; t != nil && slices.Contains(f.treaties, t) {
					return true
				}
				if p := at.placeAt[i]; p != nil && slices.Contains(parts, "country:"+strings.ToLower(successor(p.country))) {
					return true
				}
				if m := at.at[i]; m != nil && slices.ContainsFunc(m.entities, func(e *entity) bool { return slices.Contains(parts, e.side()) }) {
					return true
				}
			}
		}
	}
	return false
}

// take adds a finding to the events, or to the one that is the same.
func (r *Draft) take(f *finding) {
	for _, o := range r.events {
		if r.same(o, f) {
			r.join(o, f)
			return
		}
	}
	r.events = append(r.events, f)
}

// same reports whether a suggested finding is an event that is there already: of
// one kind, between sides that fit, told in the same words or done to one treaty.
// Of what the rules found in the same words, the date and how real it is may have
// been read otherwise.
func (r *Draft) same(o, f *finding) bool {
	treaty := slices.ContainsFunc(o.treaties, func(t *treaty) bool { return slices.Contains(f.treaties, t) })
	onTreaty := treaty && o.action != "" && o.action == f.action
	if !onTreaty && (o.etype != f.etype || o.action != f.action && o.action != "" && f.action != "") {
		return false
	}
	if !fits(o.actors, f.actors) || !fits(o.recipients, f.recipients) {
		symmetric := o.etype.Symmetric() && f.etype.Symmetric()
		if !symmetric || !fits(append(slices.Clone(o.actors), o.recipients...), append(slices.Clone(f.actors), f.recipients...)) {
			return false
		}
	}
	words := slices.ContainsFunc(o.statements(), func(a statement) bool {
		return a.stance != entente.Denies && r.d.overlap(a, f.statements()[0]) // "denied the charges" may be of several
	})
	if words && r.alone[o] && (real(o.status) == real(f.status) || verbal(o.etype) || o.etype == entente.Agree) {
		return true
	}
	if real(o.status) != real(f.status) || !o.date.Within(f.date) && !f.date.Within(o.date) {
		return false
	}
	return words || onTreaty && !o.action.Recurs() && sameSides(o.actors, f.actors)
}

// fits reports whether two lists may be of one party: they share a side, or one
// of them is empty.
func fits(a, b []*entity) bool {
	return len(a) == 0 || len(b) == 0 || len(without(a, b)) < len(a)
}

// overlap reports whether two statements are made in the same words.
func (d *document) overlap(a, b statement) bool {
	p, q := d.words(a), d.words(b)
	return p[0] < q[1] && q[0] < p[1]
}

// words is the span of a statement, in bytes.
func (d *document) words(s statement) [2]int {
	if s.at != [2]int{} {
		return s.at
	}
	return [2]int{s.sent.Tokens[0].Start, s.sent.Tokens[len(s.sent.Tokens)-1].End}
}

// echoes reports whether two statements are one: the same words, speaker and stance.
func (d *document) echoes(a, b statement) bool {
	stance := func(s statement) entente.Stance {
		if s.stance == "" {
			return entente.Asserts
		}
		return s.stance
	}
	return a.speaker == b.speaker && stance(a) == stance(b) && d.overlap(a, b)
}

// join gives an event what a suggestion of it adds. One that the rules found, too,
// is surer than either reader alone, as if both erred independently.
func (r *Draft) join(o, f *finding) {
	all := append(slices.Clone(o.actors), o.recipients...)
	o.actors = union(o.actors, without(f.actors, all))
	o.recipients = union(o.recipients, without(f.recipients, all))
	for _, t := range f.treaties {
		if len(o.treaties) == 0 {
			o.treaties = []*treaty{t}
		}
	}
	if o.action == "" && len(o.treaties) > 0 {
		o.action = f.action
	}
	if len(f.date) > len(o.date) || f.date != "" && f.date[:4] != o.date[:4] {
		o.date = f.date // which a reader has quoted the words of
	}
	if r.alone[o] {
		delete(r.alone, o)
		o.sure = 1 - (1-o.sure)*(1-f.sure)
	}
	for _, s := range f.statements() {
		r.add(o, s)
	}
}

// add gives an event a statement, unless it has it; then the one it has was made
// by both.
func (r *Draft) add(o *finding, s statement) {
	if r.d.echoes(o.statements()[0], s) {
		o.rule = both(o.rule, s.rule)
		return
	}
	for i := range o.claims {
		if c := &o.claims[i]; r.d.echoes(*c, s) {
			c.rule = both(c.rule, s.rule)
			return
		}
	}
	o.claims = append(o.claims, s)
}
