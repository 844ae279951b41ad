package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// standing is how the text stands to what a clause says: whether it happened,
// and on whose word.
type standing struct {
	status  entente.Status // "" when the clause is told as it is
	speaker *entity        // whose word it is; nil for the article's own
	stance  entente.Stance // the speaker's
	off     bool           // negated, wished or merely possible: no event
	verb    int            // the predicate that put it so, -1 at the top
	read    bool           // the auxiliaries of the clause have had their say
	by      *finding       // the event it is the content of: what an accusation is about
	rule    string
}

// refusal is something that might have been an event and wasn't taken for one.
type refusal struct {
	sent  *sentence
	token int
	frame string
	why   string
}

// reading walks the sentences of a document from their main clauses downwards
// and collects findings.
type reading struct {
	x *Extractor
	d *document
}

// read finds what happens in every sentence.
func (x *Extractor) read(d *document) {
	r := reading{x, d}
	for _, s := range d.sents {
		for i, t := range s.Tokens {
			if t.Head < 0 {
				r.clause(s, i, standing{speaker: s.speaker, verb: -1})
			}
		}
	}
	r.signed()
}

// clause reads the predicate at token i, standing as given, and all below it.
func (r reading) clause(s *sentence, i int, st standing) {
	own := r.modality(s, i, st)
	quote := r.spokenBy(s, i, &own)
	if f := r.overlaid(s, i, own, st); f != nil {
		r.overlay(s, i, f, own, st)
		return
	}
	inner := own
	f := r.frameAt(s, i, own)
	if f != nil && f.Type != "" && (f.Negated || ofOther(f)) {
		own.off, own.status, own.rule = st.off, st.status, st.rule // "will not accept" is done in saying so
	}
	var found *finding
	switch {
	case f == nil:
	case absorbs(f):
		inner = r.governs(s, i, f, own, nil)
	case f.Type != "":
		found = r.happens(s, i, f, own, nil)
		if f.Content != "" {
			inner = r.governs(s, i, f, own, found)
		}
	case f.Content != "":
		inner = r.governs(s, i, f, own, nil)
	}
	before := len(r.d.found)
	for _, c := range s.children[i] {
		to := r.standingOf(s, i, c, f, st, own, inner, quote)
		if found != nil && r.partOf(s, c, found) {
			to.off, to.rule = true, "told by its verb"
		}
		r.clause(s, c, to)
	}
	if f != nil && absorbs(f) {
		found = r.absorb(s, i, f, own, before)
	}
	if found != nil && f.Content == "alleged" {
		r.chargeOthers(s, i, found)
	}
	if f != nil && f.Stance != "" {
		r.stance(s, i, f, own, found, r.d.found[before:])
	}
	if own.speaker != nil && !st.off && (own.off || s.deniesThing(i)) {
		r.disclaim(s, i, own)
	}
}

// chargeOthers makes an accusation of each further object of the verb at token i:
// "accused Minsk of lying and Moscow of helping".
func (r reading) chargeOthers(s *sentence, i int, found *finding) {
	for _, o := range s.rel(i, "obj")[min(1, len(s.rel(i, "obj"))):] {
		if es := without(r.x.patients(r.d, s, o, found.speaker), found.actors); len(es) > 0 && o > i {
			other := *found
			other.recipients = es
			r.d.found = append(r.d.found, &other)
		}
	}
}

// partOf reports whether the noun at token c only completes the verb that the
// finding was made of: who suspends talks holds none, who lifts a blockade
// doesn't blockade.
func (r reading) partOf(s *sentence, c int, found *finding) bool {
	if f := found.frame; verbal(found.etype) && found.etype != entente.Reject || found.etype == entente.Agree || s.Tokens[c].Rel != "obj" || len(f.Objects) == 0 || !isVerb(s, found.token) || !r.oneOf(s, c, f.Objects) {
		return false
	}
	t := r.trigger(s, c)
	if t == nil || t.frame.Type == "" {
		return false
	}
	return t.frame.Type == found.frame.Type || found.etype != entente.Reject || entente.EventType(t.frame.Type).Symmetric()
}

// absorbs reports whether the acts that a frame speaks of are a part of its own
// event: what is promised, asked for or threatened isn't an event beside it.
func absorbs(f *lexicon.Frame) bool {
	return f.Type != "" && (f.Content == "planned" || f.Content == "proposed" || f.Content == "threatened")
}

// absorb makes the event of an absorbing frame at token i out of the frame and
// of what was found below it since before.
func (r reading) absorb(s *sentence, i int, f *lexicon.Frame, own standing, before int) *finding {
	var content, rest []*finding
	for _, fd := range r.d.found[before:] {
		if fd.under == i {
			content = append(content, fd)
		} else {
			rest = append(rest, fd)
		}
	}
	r.d.found = append(r.d.found[:before], rest...)
	var found *finding
	if f.Type != string(entente.Agree) || !slices.ContainsFunc(content, func(fd *finding) bool { return fd.etype == entente.Reject }) {
		found = r.happens(s, i, f, own, content) // but who promises not to yield promises nothing
	}
	if found == nil { // what is spoken of stands by itself
		r.d.found = append(r.d.found[:before], append(content, rest...)...)
	}
	return found
}

// standingOf gives the standing of the dependent c of predicate i: st is what i
// was given, own what its auxiliaries made of that, inner what its frame does
// to the acts it speaks of.
func (r reading) standingOf(s *sentence, i, c int, f *lexicon.Frame, st, own, inner standing, quote bool) standing {
	t := s.Tokens[c]
	content := f != nil && f.Content != ""
	base, _, _ := strings.Cut(t.Rel, ":")
	switch base {
	case "ccomp", "xcomp":
		if content {
			return inner
		}
		if s.conditional(c) {
			return hypothetical(own)
		}
		return own
	case "parataxis":
		if content && quoteBefore(s, i, c) {
			return inner
		}
		if quote {
			return standing{speaker: s.speaker, verb: -1}
		}
		return st
	case "advcl":
		switch {
		case s.conditional(c), s.has(c, "mark", "until") && s.awaits(i, own):
			return hypothetical(st)
		case content && t.Tag == "VBG" && len(s.rel(c, "mark")) == 0 && c == i+1:
			return inner // "denied attacking", read as an adjunct
		case content && s.has(c, "mark", "of", "for", "about", "over", "from", "that", "to", "against", "with", "by"):
			return inner
		case r.decides(s, i, c) || r.sentTo(s, c, f):
			return own
		case f != nil && f.Mode == "phone" && purpose(s, c) && r.speaks(s, c):
			return st // "rang him to congratulate him"
		case purpose(s, c):
			off := st
			off.off, off.rule = true, "purpose"
			return off
		}
		return st
	case "acl":
		if content && (t.Rel != "acl:relcl" || !isVerb(s, i) && i+1 < len(s.Tokens) && s.words[i+1] == "that") {
			return inner
		}
		if t.Rel == "acl:relcl" {
			return s.aside(c, st)
		}
		return st
	case "obj", "obl", "nmod", "nsubj":
		if content && f.Type == string(entente.Reject) && t.POS == "NOUN" && r.uttered(s, c) {
			return st // the request that is refused was made
		}
		if t.Rel == "nsubj:pass" && content || base != "nsubj" && content && r.contentPhrase(s, c, f) {
			return inner
		}
		if isVerb(s, i) && base == "obj" && (!definite(s, c) || own.off) && own.status != st.status || own.off && base == "obj" {
			return own
		}
		if isVerb(s, i) && r.x.index.is("support-verb", s.Tokens[i].Lemma) && base != "nsubj" {
			return own
		}
		return st
	case "conj":
		if isVerb(s, c) && len(s.rel(c, "aux")) == 0 && len(s.rel(c, "nsubj")) == 0 {
			return r.shared(s, i, st, own)
		}
		return st
	case "appos":
		return st
	}
	return st
}

// aside is the standing of what the relative clause at c tells in passing: it is
// so whatever becomes of the plan or the charge that it is said within, and even
// of what didn't happen, where a comma sets it off.
func (s *sentence) aside(c int, st standing) standing {
	first := c
	for _, k := range s.children[c] {
		first = min(first, k)
	}
	if s.words[first] == "," || first > 0 && s.words[first-1] == "," {
		st.off = false
	}
	if !st.off {
		st.status, st.by, st.verb = "", nil, -1
	}
	return st
}

// shared is the standing of a verb joined to one with an auxiliary that both
// share: "may sign and ratify". Negation isn't carried over.
func (r reading) shared(s *sentence, i int, st, own standing) standing {
	own.off = st.off
	return own
}

// contentPhrase reports whether a noun phrase tells what is spoken of, rather
// than to whom or when: the object, "of", "for", "on", "over".
func (r reading) contentPhrase(s *sentence, c int, f *lexicon.Frame) bool {
	if s.timeAt[c] > 0 || c < s.Tokens[c].Head && s.caseOf(c) != "" {
		return false // "in a call with Kiev, Berlin demanded"
	}
	switch p := s.caseOf(c); p {
	case "", "of", "for", "on", "over", "about", "against", "in", "into", "as", "with":
		return !slices.Contains(f.Recipient, p) || p == ""
	}
	return false
}

func definite(s *sentence, i int) bool {
	return s.has(i, "det", "the", "this", "that", "these", "those") || len(s.rel(i, "nmod:poss")) > 0
}

func hypothetical(st standing) standing {
	st.status, st.rule = entente.Hypothetical, "condition"
	return st
}

// conditional reports whether the clause at c begins with "if" or the like.
func (s *sentence) conditional(c int) bool {
	first := c
	for _, k := range s.children[c] {
		first = min(first, k)
	}
	for _, i := range []int{first, first - 1} {
		if i >= 0 {
			switch s.words[i] {
			case "if", "unless", "whether", "lest", "should", "provided":
				return true
			}
		}
	}
	return s.has(c, "mark", "if", "unless", "whether", "lest")
}

// awaits reports whether what is put "until" something is still to come or was
// refused, so that it hasn't come: "won't talk until they withdraw".
func (s *sentence) awaits(i int, own standing) bool {
	t := s.Tokens[i]
	return own.off || own.status == entente.Planned || t.Tag == "VBZ" || t.Tag == "VBP"
}

// purpose reports whether an adverbial clause says what something is done for.
func purpose(s *sentence, c int) bool {
	t := s.Tokens[c]
	if t.Tag == "VB" && s.has(c, "mark", "to") {
		return true
	}
	return t.Tag == "VBG" && s.has(c, "mark", "for", "in") && s.has(c, "mark", "for")
}

// decides reports whether an infinitive says what is decided or who comes first
// rather than what for: "signed an order to withdraw", "was the first to ratify".
func (r reading) decides(s *sentence, i, c int) bool {
	if s.Tokens[c].Tag != "VB" {
		return false
	}
	if len(s.rel(i, "cop")) > 0 && (s.words[i] == "first" || s.words[i] == "last" || s.words[i] == "only" || s.words[i] == "latest") {
		return true
	}
	return slices.ContainsFunc(s.rel(i, "obj"), func(o int) bool { return r.x.index.is("decision", s.Tokens[o].Lemma) })
}

// speaks reports whether the verb at c is an act of words, which is done in a call
// that is made for it.
func (r reading) speaks(s *sentence, c int) bool {
	trig := r.trigger(s, c)
	if trig == nil {
		return false
	}
	switch entente.EventType(trig.frame.Type) {
	case entente.Agree, entente.Support, entente.Accuse, entente.Request, entente.Concede, entente.Threaten:
		return true
	}
	return false
}

// quoteBefore reports whether c, set beside the verb of saying i, is what is said.
func quoteBefore(s *sentence, i, c int) bool {
	return s.quoted[c] || c < i
}

// spokenBy handles a clause with the verb of saying beside or after it: "...,
// Putin said"; "according to". It sets whose word the clause is.
func (r reading) spokenBy(s *sentence, i int, st *standing) bool {
	for _, c := range s.rel(i, "parataxis", "obl", "nmod") {
		if strings.HasPrefix(s.Tokens[c].Rel, "parataxis") {
			if trig := r.trigger(s, c); trig != nil && trig.frame.Content == "said" && trig.frame.Type == "" {
				for _, n := range s.agentOf(c) {
					if es := r.x.agents(r.d, s, n, nil); len(es) > 0 {
						st.speaker, st.stance, st.verb = es[0], entente.Asserts, c
						return true
					}
				}
			}
		} else if strings.HasPrefix(s.caseOf(c), "according") {
			if es := r.x.agents(r.d, s, c, nil); len(es) > 0 {
				st.speaker, st.stance = es[0], entente.Asserts
			}
		}
	}
	return false
}

// modality changes the standing by the auxiliaries and adverbs of predicate i.
func (r reading) modality(s *sentence, i int, st standing) standing {
	if st.read {
		st.read = false
		return st
	}
	disputed := st.status == entente.Alleged || st.status == entente.Denied
	for _, c := range s.children[i] {
		t := s.Tokens[c]
		w := s.words[c]
		switch {
		case w == "not" && c+1 < len(s.words) && s.words[c+1] == "only":
		case w == "longer" && c > 0 && s.words[c-1] == "no":
			st.off, st.rule = true, "no longer"
		case t.Rel == "advmod" && (w == "not" || w == "n't" || w == "never" || w == "neither" || w == "nor") || t.Rel == "det" && w == "no" || t.Rel == "cc:preconj" && w == "neither":
			st.off, st.rule = true, "negated"
		case (t.Rel == "obj" || t.Rel == "nsubj") && isVerb(s, i) && s.has(c, "det", "no"):
			st.off, st.rule = true, "negated" // "built no bombs"
		case t.Rel == "advmod" && r.x.index.is("alleged", w) || t.Rel == "amod" && (r.x.index.is("alleged", w) || r.x.index.is("alleged", t.Lemma)):
			st.status, st.rule = entente.Alleged, w
		case t.Rel == "amod" && r.x.index.is("not-yet", t.Lemma):
			st.status, st.rule = entente.Proposed, w
		case t.Rel == "aux" && isVerb(s, i) && !disputed:
			switch w {
			case "will", "shall", "'ll", "wo", "ll":
				st.status, st.rule = entente.Planned, w
			case "would", "'d":
				if s.has(i, "aux", "have") {
					st.status, st.rule = entente.Hypothetical, w
				} else if st.speaker != nil || st.verb >= 0 {
					st.status, st.rule = entente.Planned, w
				} else {
					st.status, st.rule = entente.Hypothetical, w
				}
			case "may", "might", "could", "can", "ca":
				st.status, st.rule = entente.Hypothetical, w
			case "should", "must", "ought":
				st.status, st.rule = entente.Proposed, w
				if n := s.rel(i, "nsubj"); w == "should" && len(n) > 0 && c < n[0] {
					st.status = entente.Hypothetical // "should he relent"
				}
			}
		}
	}
	if s.Tokens[i].POS == "VERB" && !s.has(i, "expl") && s.nobody(i) {
		st.off, st.rule = true, "nobody"
	}
	t := s.Tokens[i]
	if isVerb(s, i) && !disputed && t.Tag == "VB" && s.has(i, "mark", "to") {
		switch {
		case t.Head < 0, s.has(i, "aux", "be"), t.Rel == "xcomp" && (s.Tokens[t.Head].Lemma == "be" || s.Tokens[t.Head].Lemma == "go" && s.Tokens[t.Head].Tag == "VBG"):
			st.status, st.rule = entente.Planned, "to" // "Moscow to withdraw", "is to meet"
		case t.Rel == "acl" && st.status == "" && !r.ranked(s, t.Head) && !r.says(s, i):
			st.status, st.rule = entente.Planned, "to"
		}
	}
	if i > 0 && t.Rel != "root" && s.words[i-1] == "without" {
		st.off, st.rule = true, "without"
	}
	if s.has(i, "mark", "without") {
		st.off, st.rule = true, "without"
	}
	return st
}

// ranked reports whether a noun is the first, the last or the only one to do
// something, which then is done.
func (r reading) ranked(s *sentence, n int) bool {
	return r.x.index.is("ranking", s.words[n]) || slices.ContainsFunc(s.rel(n, "amod"), func(c int) bool { return r.x.index.is("ranking", s.words[c]) })
}

// nobody reports whether the subject of verb i is said to be none: "neither
// country has signed", "no soldiers crossed", "none of them".
func (s *sentence) nobody(i int) bool {
	for _, n := range s.rel(i, "nsubj") {
		switch s.words[n] {
		case "nobody", "none", "neither", "no-one":
			return true
		}
		if s.has(n, "det", "no", "neither") || s.has(n, "cc", "neither") {
			return true
		}
	}
	return false
}

// governs gives the standing of the acts that the frame at token i speaks of.
func (r reading) governs(s *sentence, i int, f *lexicon.Frame, own standing, found *finding) standing {
	in := own
	in.verb = i
	in.rule = f.ID
	if found != nil {
		in.by = found
	}
	speakers := r.fill(s, i, f.Actor, "subj", own)
	switch f.Content {
	case "none":
		in.off = true
	case "same":
		in.verb = own.verb
		in.speaker, in.stance, in.by = own.speaker, own.stance, own.by
		return in
	case "said":
		if len(speakers) > 0 {
			in.speaker, in.stance = speakers[0], entente.Asserts
		}
		if own.off { // "did not say"
			in.off = true
		}
	case "alleged", "denied":
		if len(speakers) > 0 {
			in.speaker = speakers[0]
		}
		if f.Negated {
			own.off, in.off = false, false
		}
		in.status = entente.Status(f.Content)
		in.stance = entente.Stance(f.Stance)
		if own.off { // "has not denied"
			in.off = true
		}
	default:
		in.status = entente.Status(f.Content)
	}
	return in
}
