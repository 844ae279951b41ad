package extract

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/lexicon"
)

// finding is an event that one predicate of one sentence tells of.
type finding struct {
	frame      *lexicon.Frame
	sent       *sentence
	token      int
	etype      entente.EventType
	mode       string
	contexts   []string
	action     entente.Action
	actors     []*entity
	recipients []*entity
	treaties   []*treaty
	place      *place
	date       entente.Date
	clue       clue         // what the rules took the date from
	charged    entente.Date // when the charge was made that it is the content of; "" for no charge, or nobody knows when
	status     entente.Status
	speaker    *entity // whose word it is; nil for the article's own
	stance     entente.Stance
	rule       string
	at         [2]int // the words that tell of it, in bytes; the whole sentence when empty
	sure       float64
	claims     []statement // beside the one that the finding itself is
	guessed    bool        // one of its sides is the story's rather than the sentence's
	opposite   bool        // its recipients are the side that the story sets against the actors
	ofDeed     bool        // its recipients are those behind the deed that it speaks of
	odds       odds        // what the models say of it
	learnt     bool        // a model had a part in it
	under      int         // the token of the frame it is the content of, -1 when none
}

// statement is a further claim about a finding.
type statement struct {
	sent    *sentence
	speaker *entity
	stance  entente.Stance
	rule    string
	at      [2]int // the words that say it, in bytes; the whole sentence when empty
}

// said is a statement that a whole sentence makes.
func said(s *sentence, speaker *entity, stance entente.Stance, rule string) statement {
	return statement{sent: s, speaker: speaker, stance: stance, rule: rule}
}

// statements gives what is said of the event: first what the finding itself is.
func (f *finding) statements() []statement {
	return append([]statement{{f.sent, f.speaker, f.stance, f.rule, f.at}}, f.claims...)
}

// happens makes a finding of the event frame at token i, when its sides can be
// told and it isn't negated or wished away.
// content are the acts that the event is made of, when its frame absorbs them.
func (r reading) happens(s *sentence, i int, f *lexicon.Frame, st standing, content []*finding) *finding {
	if why := r.bars(s, i, f, st); why != "" {
		r.refuse(s, i, f, why)
		return nil
	}
	fd := &finding{frame: f, sent: s, token: i, etype: entente.EventType(f.Type), mode: f.Mode, contexts: f.Contexts,
		action: entente.Action(f.Action), status: st.status, speaker: st.speaker, stance: st.stance, sure: confidence(f), rule: f.ID, under: st.verb}
	if st.rule != "" {
		fd.rule += "/" + st.rule
	}
	fd.treaties = r.treatiesOf(s, i, f)
	fd.learnt = f.ID == sensed
	r.findActors(fd, st)
	if why := r.findRecipients(fd, st, content); why != "" {
		r.refuse(s, i, f, why)
		return nil
	}
	r.supply(fd)
	r.sovereigns(fd)
	if fd.etype == entente.Protest {
		r.protested(fd)
	}
	if why := r.lacks(fd); why != "" {
		r.refuse(s, i, f, why)
		r.laidAt(fd)
		return nil
	}
	if fd.etype == entente.Protest {
		if why := r.protest(fd); why != "" {
			r.refuse(s, i, f, why)
			return nil
		}
	}
	if r.toll(fd) {
		r.refuse(s, i, f, "counts those who suffered in what was told")
		return nil
	}
	if whole := r.inAttack(fd); whole != nil {
		whole.recipients = union(whole.recipients, without(fd.recipients, whole.actors))
		r.refuse(s, i, f, "a part of the attack")
		return nil
	}
	r.judge(fd, st)
	r.intend(fd)
	r.settle(fd, st)
	fd.place = placeOf(s, i)
	r.d.found = append(r.d.found, fd)
	r.stops(fd)
	r.blamed(fd, st)
	return fd
}

// bars says why a frame makes no event whoever its sides are, "" when nothing does.
func (r reading) bars(s *sentence, i int, f *lexicon.Frame, st standing) string {
	switch {
	case st.off && !f.Negated:
		return "not said to happen: " + st.rule
	case (st.status == entente.Alleged || st.status == entente.Denied) && (f.Type == string(entente.Accuse) || f.Type == string(entente.Reject)):
		return "a charge that is itself denied is a claim"
	case f.Type == string(entente.Assault) && r.mishap(s, i):
		return "nobody's doing"
	case f.Type == string(entente.Agree) && s.brokenWord(i):
		return "broken or kept"
	case f.Type == string(entente.Assault) && r.hitBack(s, i):
		return "told by what was done"
	case r.undone(s, i):
		return "told of as ended"
	case r.objectOfAct(s, i, f):
		return "it's what another act is done to"
	case f.Type == string(entente.Consult) && r.cameFor(s, i):
		return "it's what the visit is for"
	case f.Type == string(entente.Consult) && r.spokenOfAgain(s, i):
		return "it names talks told of before"
	case f.Type == string(entente.Support) && !isVerb(s, i) && s.caseOf(i) == "against":
		return "it's what somebody is against"
	case r.ofTreaty(s, i):
		return "it's what a treaty is of"
	case f.Action == string(entente.Sign) && r.signedAgain(s, i):
		return "it names the signing told of before"
	case f.Type == string(entente.Request) && s.question(i):
		return "a question"
	case r.d.mute:
		return "the article isn't about public affairs"
	}
	return ""
}

// ofTreaty reports whether the noun at token i only says of what kind a treaty is: "a treaty of protection".
func (r reading) ofTreaty(s *sentence, i int) bool {
	t := s.Tokens[i]
	return !isVerb(s, i) && t.Rel == "nmod" && s.caseOf(i) == "of" && r.x.index.is("treaty", s.nounAt(t.Head)) && !s.has(i, "det", "the", "this")
}

// signedAgain reports whether the noun at token i is of a signing that was told of before: "called the
// signing a step to peace".
func (r reading) signedAgain(s *sentence, i int) bool {
	if isVerb(s, i) || !s.has(i, "det", "the", "this") || len(s.rel(i, "nmod", "acl")) > 0 {
		return false
	}
	return slices.ContainsFunc(r.d.found, func(fd *finding) bool { return fd.action == entente.Sign && fd.sent != s })
}

// brokenWord reports whether the promise that token i names is only what somebody
// breaks or keeps.
func (s *sentence) brokenWord(i int) bool {
	t := s.Tokens[i]
	if isVerb(s, i) || t.Rel != "obj" || t.Head < 0 {
		return false
	}
	switch s.Tokens[t.Head].Lemma {
	case "break", "keep", "fulfil", "fulfill", "honour", "honor", "breach", "forget", "betray":
		return true
	}
	return false
}

// hitBack reports whether "struck back at" only sums up the penalties told of behind:
// "hit back on Friday, expelling four".
func (r reading) hitBack(s *sentence, i int) bool {
	return isVerb(s, i) && s.has(i, "advmod", "back") && slices.ContainsFunc(s.rel(i, "advcl"), func(c int) bool {
		g := r.trigger(s, c)
		return s.Tokens[c].Tag == "VBG" && g != nil && (g.frame.Type == string(entente.Sanction) || g.frame.Type == string(entente.Reject))
	})
}

// spokenOfAgain reports whether the talks at token i are only those that somebody hails or
// denounces, with no word of who held them: "Japan welcomed the meeting".
func (r reading) spokenOfAgain(s *sentence, i int) bool {
	v := s.Tokens[i].Head
	if isVerb(s, i) || s.Tokens[i].Rel != "obj" || !isVerb(s, v) || !s.has(i, "det", "the", "this", "these") || len(s.rel(i, "nmod", "amod", "compound", "acl")) > 0 {
		return false
	}
	g := r.trigger(s, v)
	return g != nil && (g.frame.Type == string(entente.Support) || g.frame.Type == string(entente.Accuse))
}

// question reports whether what is asked at token i is to know something: "asked
// how the pact would work".
func (s *sentence) question(i int) bool {
	if s.Tokens[i].Lemma != "ask" || slices.ContainsFunc(s.rel(i, "xcomp"), func(c int) bool { return s.has(c, "mark", "to") }) {
		return false // "asked him to go if they stayed"
	}
	for _, c := range s.rel(i, "ccomp", "advcl") {
		if c > i && (s.has(c, "advmod", "how", "why", "when", "where") || s.has(c, "mark", "if", "whether")) {
			return true
		}
	}
	return false
}

// protest makes of a protest what those who take part make it: a crowd's march, a
// state's complaint, a politician's refusal. It says why it is no event, else "".
func (r reading) protest(fd *finding) string {
	fd.actors = r.asCrowd(fd.sent, fd.token, fd.actors)
	states := r.official(fd.actors)
	if r.toParty(fd) {
		fd.recipients = union(fd.recipients, r.x.stateOf(r.d, fd.sent, fd.token))
	}
	switch {
	case len(fd.recipients) > 0 && !slices.ContainsFunc(fd.recipients, func(e *entity) bool { return r.public([]*entity{e}) }):
		return "against nobody of public life"
	case fd.mode == "riot" && slices.ContainsFunc(fd.actors, func(e *entity) bool { return len(e.generics) > 0 && r.x.index.is("armed", e.generics[0]) }):
		return "people under arms don't riot"
	case fd.mode == "obstruct" && slices.ContainsFunc(r.x.slot(fd.sent, fd.token, "subj"), func(n int) bool {
		noun := strings.ToLower(fd.sent.Tokens[n].Lemma)
		return r.x.index.is("force", noun) || r.x.index.is("enforcer", noun)
	}):
		fd.etype, fd.mode = entente.Coerce, "" // soldiers who block a road
	case states && r.x.index.is("only-crowds", fd.sent.Tokens[fd.token].Lemma):
		return "states don't march"
	case fd.mode == "boycott" && (states || len(fd.actors) == 1 && fd.actors[0].kind == entente.Person):
		fd.etype, fd.mode = entente.Reject, ""
	case states:
		fd.etype, fd.mode = entente.Accuse, "disapprove"
	}
	return ""
}

// How sure a finding is, as the share of such findings that the project's gold
// bears out (entente eval testdata/gold/dev, "confidence").
const (
	plain  = 0.8  // of a frame that says nothing of its own
	unsure = 0.5  // of a word that the lexicon has no frame of an event for
	guess  = 0.83 // of that, when a side is taken from the story and not from the sentence
)

// confidence is what a frame's findings start from.
func confidence(f *lexicon.Frame) float64 {
	if f.Confidence > 0 {
		return f.Confidence
	}
	return plain
}

func (r reading) refuse(s *sentence, i int, f *lexicon.Frame, why string) {
	if r.d.explain {
		r.d.refused = append(r.d.refused, refusal{s, i, f.ID, why})
	}
}

// placeOf gives the place named with the predicate at token i.
func placeOf(s *sentence, i int) *place {
	for _, c := range s.rel(i, "obl", "nmod") {
		if p := s.placeAt[c]; p != nil {
			return p
		}
	}
	if t := s.Tokens[i]; t.Rel == "obj" && t.Head >= 0 {
		for _, c := range s.rel(t.Head, "obl") {
			if p := s.placeAt[c]; p != nil {
				return p
			}
		}
	}
	return nil
}
