package extract

import (
	"slices"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// overlay is a frame that an auxiliary, or several together, evoke with
// whatever verb: "must withdraw", "should have asked", "will not sign".
type overlay struct {
	frame *lexicon.Frame
	words []string
}

// overlaid gives the frame that its auxiliaries lay over the verb at token i,
// nil when none does. own is the standing of the clause, st what it would be
// without its auxiliaries.
func (r reading) overlaid(s *sentence, i int, own, st standing) *lexicon.Frame {
	if s.Tokens[i].POS != "VERB" || st.read || st.off || st.status != "" {
		return nil
	}
	var best *lexicon.Frame
	top := 0
	for _, o := range r.x.index.overlays {
		if len(o.words) > top && r.lies(s, i, o, own) {
			best, top = o.frame, len(o.words)
		}
	}
	return best
}

// lies reports whether an overlay holds of the verb at token i: its
// auxiliaries are there, the act is of its types, and the one who speaks
// says it of others, or who refuses of himself.
func (r reading) lies(s *sentence, i int, o overlay, own standing) bool {
	f := o.frame
	for _, w := range o.words {
		if !s.has(i, "aux", w) && !(w == "to" && s.has(i, "mark", w)) {
			return false
		}
	}
	if f.Negated && !s.negated(i) {
		return false
	}
	if len(f.Over) > 0 {
		if trig := r.trigger(s, i); trig == nil || !slices.Contains(f.Over, trig.frame.Type) {
			return false
		}
	}
	of := r.fill(s, i, []string{"subj"}, "subj", own)
	if own.speaker == nil {
		return !slices.Contains(f.Actor, "speaker")
	}
	others := without(of, []*entity{own.speaker})
	if slices.Contains(f.Actor, "speaker") {
		return len(others) > 0
	}
	return len(others) < len(of)
}

// overlay reads the clause at token i as what the frame f is about.
func (r reading) overlay(s *sentence, i int, f *lexicon.Frame, own, st standing) {
	own.off, own.status, own.rule = st.off, st.status, st.rule
	inner := own
	inner.read, inner.verb, inner.rule = true, i, f.ID
	inner.status = entente.Status(f.Content)
	before := len(r.d.found)
	r.clause(s, i, inner)
	if found := r.absorb(s, i, f, own, before); found == nil && f.Negated {
		r.d.found = slices.DeleteFunc(r.d.found, func(fd *finding) bool { return fd.sent == s && fd.under == i })
	} else if found != nil && f.Stance != "" {
		r.stance(s, i, f, own, found, nil)
	}
}
