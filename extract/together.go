package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// together merges the findings that tell of one event, in order of the text.
func (d *document) together() []*finding {
	var out []*finding
	for _, f := range d.found {
		if len(f.actors) == 0 && len(f.recipients) == 0 && len(f.treaties) == 0 {
			continue
		}
		var into *finding
		for _, o := range out {
			if sameEvent(o, f) && !d.longAgo(o, f) && !otherCharge(o, f) {
				into = o
				break
			}
		}
		if into == nil {
			out = append(out, f)
			continue
		}
		into.absorb(f)
	}
	return out
}

// longAgo reports whether one of two statements was made in a year gone by and the
// other has no date: the judge's finding of 2006 isn't what the minister says.
func (d *document) longAgo(a, b *finding) bool {
	if !verbal(a.etype) || (a.date == "") == (b.date == "") {
		return false
	}
	t, ok := max(a.date, b.date).Time()
	return ok && t.Year() < d.year-1
}

// otherCharge reports whether two deeds without a date of their own are what somebody
// was charged with in different years: what a judge found in 2016 isn't what the
// government says now.
func otherCharge(a, b *finding) bool {
	const year = len("2006")
	return a.date == "" && b.date == "" && len(a.charged) >= year && len(b.charged) >= year && a.charged[:year] != b.charged[:year]
}

// sameEvent reports whether two findings of one article are of one event: the
// same kind of act between the same sides, at times that may be one.
func sameEvent(a, b *finding) bool {
	if resultOf(b, a) || oneBreath(a, b) {
		return true
	}
	if a.action != b.action || a.etype != b.etype && (a.action == "" || len(a.treaties) == 0) {
		return false
	}
	if a.action == "" && !oneDeed(a, b) && (a.frame != b.frame && (a.mode != b.mode || a.mode == "" && a.etype != entente.Consult) || a.about() != "" && b.about() != "" && a.about() != b.about()) {
		return false
	}
	if a.action != "" && len(a.treaties) > 0 && len(b.treaties) > 0 {
		if !slices.ContainsFunc(a.treaties, func(t *treaty) bool { return slices.Contains(b.treaties, t) }) {
			return false
		}
	} else if !sameSides(a.recipients, b.recipients) {
		return false
	}
	if a.action == "" && verbal(a.etype) && !slices.ContainsFunc(a.actors, func(e *entity) bool { return slices.Contains(b.actors, e) }) {
		return false // the president's accusation isn't the ministry's
	}
	if !sameSides(a.actors, b.actors) && !(a.etype.Symmetric() && sameSides(append(slices.Clone(a.actors), a.recipients...), append(slices.Clone(b.actors), b.recipients...))) {
		return false
	}
	if a.date != "" && b.date != "" && !a.date.Within(b.date) && !b.date.Within(a.date) {
		return false
	}
	return real(a.status) == real(b.status)
}

// resultOf reports whether one finding only tells whom the other struck, or what it
// came to: "bombed the town, killing dozens", "left Mali, ending its mission".
func resultOf(f, of *finding) bool {
	t := f.sent.Tokens[f.token]
	if f.sent != of.sent || f.etype != of.etype || t.Head != of.token || t.Rel != "advcl" || t.Tag != "VBG" {
		return false
	}
	switch f.etype {
	case entente.Retreat, entente.Mobilize:
		return sameSides(f.actors, of.actors)
	}
	return forceful(f.etype)
}

// oneBreath reports whether two findings of one sentence say the same of the same
// sides, however often: "filed suit, charging that", "rejected it, calling it a sham".
func oneBreath(a, b *finding) bool {
	return a.sent == b.sent && a.etype == b.etype && verbal(a.etype) && a.action == "" && b.action == "" &&
		sameSides(a.actors, b.actors) && sameSides(a.recipients, b.recipients) && real(a.status) == real(b.status)
}

// oneDeed reports whether two findings are of force told of in one breath: "rammed
// and sank a boat", "launched an attack on", "of massing troops and moving guns".
func oneDeed(a, b *finding) bool {
	noun := b.sent.Tokens[b.token]
	return a.sent == b.sent && (forceful(a.etype) || a.etype == entente.Mobilize || noun.Head == a.token && noun.Rel == "obj")
}

// verbal reports whether an act of the type is done in words, by whoever says them.
func verbal(t entente.EventType) bool {
	switch t {
	case entente.Accuse, entente.Reject, entente.Request, entente.Support, entente.Threaten:
		return true
	}
	return false
}

// about is the noun or verb that tells what an act is about, "" when nothing
// does: one side may ask the other for several things on one day.
func (f *finding) about() string {
	switch f.etype {
	case entente.Consult, entente.Accuse, entente.Reject, entente.Assault:
		return "" // a meeting is a meeting
	}
	s := f.sent
	if !isVerb(s, f.token) {
		return ""
	}
	for _, c := range append(s.rel(f.token, "xcomp", "ccomp"), append(s.objectOf(f.token), s.rel(f.token, "obl")...)...) {
		if s.at[c] == nil && s.timeAt[c] == 0 && s.placeAt[c] == nil {
			return strings.ToLower(s.Tokens[c].Lemma)
		}
	}
	return ""
}

// real groups statuses: done, still open, in dispute.
func real(s entente.Status) int {
	switch s {
	case entente.Occurred, entente.Ongoing:
		return 0
	case entente.Alleged, entente.Denied:
		return 1
	}
	return 2
}

func sameSides(a, b []*entity) bool { return slices.Equal(sides(a), sides(b)) }

// tellsDate reports whether a finding's date says more than another's: one that is told more
// than one that is only likely, of two alike the more exact.
func (f *finding) tellsDate(than *finding) bool {
	told, other := !f.clue.likely(), !than.clue.likely()
	if f.date == "" || than.date == "" || told == other {
		return len(f.date) > len(than.date)
	}
	return told
}

// absorb takes over what another finding of the same event adds.
func (f *finding) absorb(o *finding) {
	f.actors, f.recipients = union(f.actors, o.actors), union(f.recipients, o.recipients)
	for _, t := range o.treaties {
		if !slices.Contains(f.treaties, t) {
			f.treaties = append(f.treaties, t)
		}
	}
	if o.tellsDate(f) {
		f.date, f.clue = o.date, o.clue
	}
	if f.place == nil {
		f.place = o.place
	}
	if o.status == entente.Denied {
		f.status = entente.Denied
	}
	f.claims = append(f.claims, o.statements()...)
}
