package extract

import (
	"math"
	"slices"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/internal/linear"
	"github.com/entente-graph/entente/lexicon"
)

// sense gives the plain frame of a word that evokes no frame of an event, where the model
// of deeds, which knows words by those used alike, takes it for one; nil otherwise.
func (r reading) sense(s *sentence, i int) *lexicon.Frame {
	if !telling(s, i) || r.d.mute {
		return nil
	}
	if r.x.tutor != nil && r.x.tutor.teaches {
		return r.x.plain[r.x.tutor.deed(s, i)]
	}
	if r.x.models == nil || r.x.models.words.isDull(s, i) {
		return nil
	}
	t, p := r.x.models.deed(r, r.viewOf(s), i)
	if p < deedFloor || s.onlyNames(i) || r.ofVerdict(s, i) {
		return nil
	}
	return r.x.plain[t]
}

// onlyNames reports whether token i only says by what name somebody speaks of a thing: "a plan for
// what he called a reboot".
func (s *sentence) onlyNames(i int) bool {
	switch s.Tokens[i].Lemma {
	case "call", "describe", "term", "dub", "label":
		return slices.ContainsFunc(s.rel(i, "obj", "iobj", "nsubj:pass", "nsubj"), func(c int) bool {
			return s.words[c] == "what" || s.words[c] == "whom" || s.words[c] == "which"
		})
	}
	return false
}

// ofVerdict reports whether the noun or adjective at token i is what somebody calls a thing, which the verb tells:
// "called it an act of stupidity".
func (r reading) ofVerdict(s *sentence, i int) bool {
	const deep = 3
	for n := 0; n < deep && i >= 0 && !isVerb(s, i); n++ {
		t := s.Tokens[i]
		if t.Head >= 0 && isVerb(s, t.Head) && (t.Rel == "xcomp" || t.Rel == "obl" && s.caseOf(i) == "as") {
			trig := r.trigger(s, t.Head)
			return trig != nil && trig.frame.Verdict
		}
		if t.Rel != "nmod" && t.Rel != "amod" && t.Rel != "conj" {
			return false
		}
		i = t.Head
	}
	return false
}

// plainFrames gives the frames of words that the lexicon knows nothing of, by type of event.
func plainFrames() map[entente.EventType]*lexicon.Frame {
	out := map[entente.EventType]*lexicon.Frame{}
	for t, recipient := range map[entente.EventType][]string{
		entente.Accuse:    {"obj", "iobj", "against", "at", "of", "to", "on", "for", "over", "content"},
		entente.Request:   {"obj", "iobj", "to", "of", "from", "on", "with", "for", "clause", "content"},
		entente.Reject:    {"obj", "of", "from", "to", "with", "by", "for", "content"},
		entente.Threaten:  {"obj", "iobj", "to", "against", "with", "at", "content"},
		entente.Support:   {"obj", "to", "of", "for", "with", "on", "content"},
		entente.Agree:     {"with", "to", "iobj", "between", "obj", "for", "clause", "content"},
		entente.Consult:   {"with", "between", "obj", "to", "in", "at"},
		entente.Cooperate: {"with", "between", "to", "for", "obj"},
		entente.Aid:       {"iobj", "to", "for", "obj", "in", "into"},
		entente.Concede:   {"to", "for", "iobj", "obj", "from", "of"},
		entente.Retreat:   {"from", "to", "obj", "of", "in", "on", "with"},
		entente.Protest:   {"against", "at", "over", "outside", "to", "obj", "in"},
		entente.Sanction:  {"obj", "against", "on", "with", "to", "from", "of", "for"},
		entente.Mobilize:  {"against", "near", "to", "in", "into", "along", "around", "toward", "towards", "on", "off"},
		entente.Coerce:    {"obj", "of", "on", "against", "in", "into", "over", "from"},
		entente.Assault:   {"obj", "on", "against", "of", "at", "in", "into", "with", "across", "over"},
	} {
		out[t] = &lexicon.Frame{ID: sensed, Type: string(t), Mutual: t == entente.Consult || t == entente.Cooperate,
			Recipient: recipient, Needs: []string{"actor", "recipient"}, Confidence: unsure}
	}
	out[entente.Request].Content = "proposed"
	return out
}

// sensed is the rule of events that the lexicon has no frame for.
const sensed = "sensed"

// deedKeys gives what tells whether token i tells of an event, and of which type. The event
// that its own frame makes of it is left out: the model learns from words that the
// lexicon knows what to make of those that it doesn't.
func (r reading) deedKeys(v *view, i int) keys {
	s, t := v.s, &v.s.Tokens[i]
	k := make(keys, 0, 160)
	w, u, pos, tg := v.word[i], v.use[i], atomOf(t.POS), atomOf(t.Tag)
	spoken := atom(0)
	if !v.eventful[i] {
		spoken = v.eventType[i]
	}
	k.add(always)
	k.add(word, w)
	k.add(wordTag, w, pos)
	k.add(use, u)
	k.add(useTag, coarse(u), pos)
	k.add(tag, tg)
	k.add(relation, v.rel[i])
	k.add(wordRelation, w, v.rel[i])
	k.add(wordlessFrame, v.frame[i])
	k.add(spokenOf, spoken)
	r.aboveKeys(v, i, spoken, &k)
	r.belowKeys(v, i, spoken, &k)
	near := func(n int, column []atom) atom {
		if i+n < 0 || i+n >= len(column) {
			return 3
		}
		return column[i+n]
	}
	k.add(before1, near(-1, v.word))
	k.add(after1, near(1, v.word))
	k.add(wordAfter, w, near(1, v.word))
	k.add(wordBefore, w, near(-1, v.word))
	k.add(after2, near(2, v.word))
	k.add(before2, near(-2, v.word))
	k.add(quotation, yes(s.quoted[i]), spoken)
	k.add(heading, yes(s.heading), spoken)
	k.add(position, some(s.index))
	k.add(speakerKnown, yes(s.speaker != nil), spoken)
	states := some(s.statesNamed())
	k.add(statesNamed, states)
	k.add(statesSpoken, states, spoken)
	negated := yes(s.negated(i))
	k.add(negation, negated, spoken)
	k.add(wordNegation, negated, w)
	r.saidKeys(v, i, &k)
	return k
}

// coarse brings words together that are used more or less alike.
func coarse(use atom) atom {
	const branch = 16
	return (use - 1) / branch
}

// aboveKeys are about what governs token i.
func (r reading) aboveKeys(v *view, i int, spoken atom, k *keys) {
	t := &v.s.Tokens[i]
	h := t.Head
	if h < 0 {
		k.add(headWord, 1)
		return
	}
	k.add(headWord, v.word[h])
	k.add(headUse, v.use[h], v.rel[i])
	k.add(headType, v.eventType[h], v.rel[i])
	if g := v.s.Tokens[h].Head; g >= 0 {
		k.add(grandHead, v.word[g], v.rel[i])
		k.add(grandType, v.eventType[g], spoken)
	}
}

// belowKeys are about what depends on token i.
func (r reading) belowKeys(v *view, i int, spoken atom, k *keys) {
	s, w, u := v.s, v.word[i], v.use[i]
	for _, c := range s.children[i] {
		if rel := s.Tokens[c].Rel; rel == "punct" || rel == "det" {
			continue
		}
		rel, by := v.rel[c], atomOf(s.caseOf(c))
		k.add(childWord, rel, v.word[c])
		k.add(childUse, rel, v.use[c])
		k.add(childCase, rel, by, v.kind[c])
		k.add(spokenChild, spoken, rel, v.kind[c])
		k.add(childType, rel, v.eventType[c])
		for _, g := range s.children[c] {
			if v.kind[g] != nobody || telling(s, g) {
				k.add(grandchild, rel, v.rel[g], v.use[g])
			}
		}
	}
	var who, whom atom
	if s.Tokens[i].POS == "VERB" {
		const some = 100
		for _, n := range s.agentOf(i) {
			who = v.kind[n] + some
			k.add(subjectWord, v.word[n], spoken)
		}
		for _, n := range s.objectOf(i) {
			whom = v.kind[n] + some
			k.add(objectWord, v.word[n], spoken)
		}
	}
	k.add(sidesKinds, who, whom)
	k.add(sidesWord, who, whom, w)
	k.add(sidesSpoken, who, whom, spoken)
	k.add(sidesUse, who, whom, u)
}

// saidKeys are about what is said, where token i is a verb of saying.
func (r reading) saidKeys(v *view, i int, k *keys) {
	s := v.s
	if !r.conveys(s, i) {
		return
	}
	var content []int
	for _, c := range s.children[i] {
		switch s.Tokens[c].Rel {
		case "ccomp", "parataxis", "xcomp", "advcl":
			s.below(c, &content)
		}
	}
	if s.Tokens[i].Rel == "parataxis" {
		for j, quoted := range s.quoted {
			if quoted {
				content = append(content, j)
			}
		}
	}
	for _, j := range content {
		t := &s.Tokens[j]
		if t.POS == "PUNCT" {
			continue
		}
		k.add(saidWord, v.word[j])
		k.add(saidUse, v.use[j])
		if t.Rel == "nsubj" {
			k.add(saidSubject, v.kind[j], v.word[t.Head])
		}
	}
}

// conveys reports whether token i is a verb whose frame is about what is said, meant or done.
func (r reading) conveys(s *sentence, i int) bool {
	if s.Tokens[i].POS != "VERB" {
		return false
	}
	g := r.trigger(s, i)
	return g != nil && g.frame.Content != ""
}

// statesNamed counts those of some state that a sentence names.
func (s *sentence) statesNamed() int {
	const most = 8
	var seen []*entity
	for _, m := range s.at {
		if m == nil {
			continue
		}
		for _, e := range m.entities {
			if e.country != "" && len(seen) < most {
				seen = union(seen, []*entity{e})
			}
		}
	}
	return len(seen)
}

// The places around a word in which the model of deeds sees words.
const (
	itself = iota
	itsHead
	itsObject
	itsSubject
	wordAhead
	wordBehind
	allBelow
	allSaid
	places
)

// deedSeen gives the words, but for names, that stand in those places for token i.
func (r reading) deedSeen(v *view, i int, known *words) []linear.Seen {
	s := v.s
	out := make([]linear.Seen, 0, 16)
	see := func(place int, tokens ...int) {
		first := len(out)
		for _, j := range tokens {
			if j < 0 || j >= len(s.Tokens) || v.kind[j] != nobody {
				continue
			}
			if n, ok := known.at(s, j); ok {
				out = append(out, linear.Seen{Place: place, Word: n})
			}
		}
		for j := range out[first:] {
			out[first+j].Weight = float32(1 / math.Sqrt(float64(len(out)-first)))
		}
	}
	objects, subjects := s.rel(i, "nmod"), s.rel(i, "amod", "compound")
	if s.Tokens[i].POS == "VERB" {
		objects, subjects = s.objectOf(i), s.agentOf(i)
	}
	var below []int
	s.below(i, &below)
	below = slices.DeleteFunc(below, func(j int) bool { return !telling(s, j) && s.Tokens[j].POS != "ADV" })
	see(itself, i)
	see(itsHead, s.Tokens[i].Head)
	see(itsObject, objects...)
	see(itsSubject, subjects...)
	see(wordAhead, i-1)
	see(wordBehind, i+1)
	see(allBelow, below...)
	if r.conveys(s, i) {
		see(allSaid, below...)
	}
	return out
}
