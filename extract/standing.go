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
	around  *standing      // of what stands beside the clause that an auxiliary colours; nil when none does
	by      *finding       // the event it is the content of: what an accusation is about
	rule    string
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
		if r.laidDown(s, i) {
			own.off, own.rule = true, "what a text obliges to"
			return own
		}
		if content {
			return inner
		}
		if s.conditional(c) {
			return hypothetical(own)
		}
		return own
	case "csubj":
		if s.conditional(c) { // "it wasn't clear if he had called for it"
			st.off, st.rule = true, "open question"
		}
		return st
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
		case st.off && t.Tag == "VBG" && r.x.index.is("prompting", t.Lemma) && s.words[first(s, c)] == ",":
			return standing{speaker: st.speaker, verb: -1} // "refused to go, prompting a protest"
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
		if content && (t.Rel != "acl:relcl" || !isVerb(s, i) && i+1 < len(s.Tokens) && s.words[i+1] == "that" && (f.Content == "alleged" || !s.pronounOf(c, i+1))) {
			return inner
		}
		if t.Rel == "acl:relcl" {
			return s.aside(c, st)
		}
		return st
	case "obj", "obl", "nmod", "nsubj":
		if own.off && own.rule == "purpose" && base == "obj" && t.POS == "NOUN" && r.x.index.is("taking-up", s.Tokens[i].Lemma) && s.has(c, "nmod:poss") {
			return standing{speaker: st.speaker, verb: -1} // "met to discuss Moscow's demand"
		}
		if content && f.Type == string(entente.Reject) && t.POS == "NOUN" && r.uttered(s, c) && !r.toldOf(s, c) {
			return st // the request that is refused was made
		}
		if st.off && isVerb(s, i) && t.POS == "NOUN" && definite(s, c) && r.x.index.is("answering", s.Tokens[i].Lemma) {
			return standing{speaker: s.speaker, verb: -1} // "met to discuss the attack by rebels"
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

// pronounOf reports whether the "that" at token i is what the clause at c lacks: "a
// plan that Beijing denounced", and not "a plan that troops be sent".
func (s *sentence) pronounOf(c, i int) bool {
	that := s.Tokens[i]
	return that.Head == c && that.POS == "PRON" && len(s.rel(c, that.Rel)) == 1
}

// laidDown reports whether verb v says what a treaty or a law obliges those to whom
// it binds: "the accord requires both sides to withdraw".
func (r reading) laidDown(s *sentence, v int) bool {
	return !s.passive(v) && r.x.index.is("obliging", s.Tokens[v].Lemma) && slices.ContainsFunc(s.agentOf(v), func(n int) bool {
		n = s.meant(v, n)
		noun := strings.ToLower(s.Tokens[n].Lemma)
		return s.treatyAt[n] != nil || r.x.treatyNoun(noun) || r.x.index.is("binding-text", noun)
	})
}

// aside is the standing of what the relative clause at c tells in passing: it is
// so whatever becomes of the plan or the charge that it is said within, and even
// of what didn't happen, where a comma sets it off or where it tells of the past
// of what is known: "has not freed the sailors it captured".
func (s *sentence) aside(c int, st standing) standing {
	start := first(s, c)
	noun := s.Tokens[c].Head
	for s.Tokens[noun].Rel == "conj" && s.Tokens[noun].Head >= 0 {
		noun = s.Tokens[noun].Head
	}
	if s.words[start] == "," || start > 0 && s.words[start-1] == "," || s.Tokens[s.Tokens[c].Head].Rel == "appos" || s.Tokens[c].Tag == "VBD" && definite(s, noun) || s.pastPerfect(c) {
		st.off = false
	}
	if !st.off {
		st.status, st.by, st.verb = "", nil, -1
	}
	return st
}

// pastPerfect reports whether verb c tells of what was done before: "had lifted".
func (s *sentence) pastPerfect(c int) bool {
	return !s.passive(c) && slices.ContainsFunc(s.rel(c, "aux"), func(a int) bool { return s.words[a] == "had" }) && !s.has(c, "aux", "would", "could", "should", "might")
}

// shared is the standing of a verb joined to one with an auxiliary that both
// share: "may sign and ratify". Negation isn't carried over.
func (r reading) shared(s *sentence, i int, st, own standing) standing {
	own.off = st.off
	return own
}

// first is where the clause at c begins, as far as its own words tell.
func first(s *sentence, c int) int {
	for _, k := range s.children[c] {
		c = min(c, k)
	}
	return c
}

func hypothetical(st standing) standing {
	st.status, st.rule = entente.Hypothetical, "condition"
	return st
}

// conditional reports whether the clause at c begins with "if" or the like.
func (s *sentence) conditional(c int) bool {
	start := first(s, c)
	for _, i := range []int{start, start - 1} {
		if i >= 0 {
			switch s.words[i] {
			case "if", "unless", "whether", "lest", "should", "provided":
				return true
			}
		}
	}
	return s.has(c, "mark", "if", "unless", "whether", "lest")
}

// conditions gives the clauses under which the act of the predicate at token i is put,
// wherever the parser hung them.
func (s *sentence) conditions(i int) []int {
	var out []int
	for k, w := range s.words {
		if w != "if" && w != "unless" || s.Tokens[k].Rel != "mark" || s.quoted[k] != s.quoted[i] {
			continue
		}
		c := s.Tokens[k].Head
		if rel := s.Tokens[c].Rel; c != i && rel != "ccomp" && (rel != "advcl" || s.Tokens[c].Head == i || !isVerb(s, s.Tokens[c].Head)) {
			out = append(out, c)
		}
	}
	return out
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
	return t.Tag == "VBG" && s.has(c, "mark", "for", "on", "about") // "a treaty on sharing the waters"
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
		case (t.Rel == "obj" || t.Rel == "nsubj") && isVerb(s, i) && (s.has(c, "det", "no") || s.has(c, "amod", "little", "scant") && !s.has(c, "det")):
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
