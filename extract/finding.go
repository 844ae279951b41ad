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
	status     entente.Status
	speaker    *entity // whose word it is; nil for the article's own
	stance     entente.Stance
	rule       string
	sure       float64
	claims     []statement // beside the one that the finding itself is
	guessed    bool        // one of its sides is the story's rather than the sentence's
	under      int         // the token of the frame it is the content of, -1 when none
}

// statement is a further claim about a finding.
type statement struct {
	sent    *sentence
	speaker *entity
	stance  entente.Stance
	rule    string
}

// happens makes a finding of the event frame at token i, when its sides can be
// told and it isn't negated or wished away.
// content are the acts that the event is made of, when its frame absorbs them.
func (r reading) happens(s *sentence, i int, f *lexicon.Frame, st standing, content []*finding) *finding {
	if st.off && !f.Negated {
		r.refuse(s, i, f, "not said to happen: "+st.rule)
		return nil
	}
	if (st.status == entente.Alleged || st.status == entente.Denied) && (f.Type == string(entente.Accuse) || f.Type == string(entente.Reject)) {
		r.refuse(s, i, f, "a charge that is itself denied is a claim")
		return nil
	}
	if f.Type == string(entente.Assault) && r.mishap(s, i) {
		r.refuse(s, i, f, "nobody's doing")
		return nil
	}
	if r.undone(s, i) {
		r.refuse(s, i, f, "told of as ended")
		return nil
	}
	if r.objectOfAct(s, i, f) {
		r.refuse(s, i, f, "it's what another act is done to")
		return nil
	}
	if r.d.mute {
		r.refuse(s, i, f, "the article isn't about public affairs")
		return nil
	}
	fd := &finding{frame: f, sent: s, token: i, etype: entente.EventType(f.Type), mode: f.Mode, contexts: f.Contexts,
		action: entente.Action(f.Action), status: st.status, speaker: st.speaker, stance: st.stance, sure: confidence(f), rule: f.ID, under: st.verb}
	if st.rule != "" {
		fd.rule += "/" + st.rule
	}
	fd.treaties = r.treatiesOf(s, i, f)
	fd.actors = r.fill(s, i, f.Actor, "subj", st)
	if len(fd.actors) == 0 && isVerb(s, i) && s.passive(i) && st.speaker != nil && st.status == "" && len(s.rel(i, "obl:agent")) == 0 && (fd.etype == entente.Aid || fd.etype == entente.Sanction || fd.etype == entente.Mobilize || fd.etype == entente.Retreat && fd.mode != "") {
		fd.actors = r.x.home(r.d, st.speaker) // "officials said experts had been sent": theirs
		fd.sure *= 0.8
	}
	if len(fd.actors) == 0 && st.by != nil && st.by.etype == entente.Accuse {
		fd.actors = st.by.recipients // "accused its neighbour of supporting ..."
	}
	if len(fd.actors) == 0 && f.Mutual && fd.etype == entente.Consult {
		fd.actors = r.envoys(s, i)
	}
	if len(fd.actors) == 0 && forceful(fd.etype) {
		fd.actors = r.doers(fd)
	}
	if len(fd.actors) == 0 && !verbal(fd.etype) {
		fd.actors = r.provokers(fd)
	}
	if len(fd.actors) == 0 && verbal(fd.etype) {
		if fd.actors = r.sayers(s, i); len(fd.actors) == 0 {
			fd.actors = r.voices(fd, r.x.slot(s, i, "subj"))
		}
	}
	if len(fd.actors) == 0 && len(fd.treaties) > 0 {
		fd.actors = r.partyBefore(s, i)
	}
	if len(fd.actors) == 0 && fd.etype == entente.Reject {
		fd.actors = r.refusers(s, i)
	}
	fd.recipients = r.receivers(s, i, f, st, fd.actors)
	if len(fd.actors) == 0 && fd.etype == entente.Accuse && slices.Contains(f.Contexts, "legal") && isVerb(s, i) && s.passive(i) {
		fd.actors = r.counterpart(s, fd.recipients) // "were indicted": by the other side
	}
	ofDeed := false
	if fd.etype == entente.Accuse && fd.stance == "" && !(f.Blame && len(fd.recipients) > 0) {
		if doers, deed := r.behind(s, i, f); deed {
			fd.recipients, ofDeed = doers, true
		}
	}
	if own := r.ownState(fd.actors); len(own) == 1 && verbal(fd.etype) && slices.Contains(fd.recipients, own[0]) {
		fd.recipients = own // a senator who denounces a deal with others speaks to those who made it
	} else if own := r.bareGovernment(s, i, own, fd.actors); len(own) == 1 && verbal(fd.etype) {
		fd.recipients = own
	}
	if others := without(fd.recipients, fd.actors); len(others) == 0 && len(fd.recipients) > 0 && fd.mode == "expel" {
		r.refuse(s, i, f, "they call their own away")
		return nil
	} else if len(others) == 0 && verbal(fd.etype) && (len(r.ownState(fd.actors)) > 0 || len(r.states(fd.recipients)) > 0 && !slices.ContainsFunc(fd.recipients, isCountry)) {
		// The opposition accuses the prime minister, the president urges Congress.
	} else if len(others) > 0 || faces(fd.etype) {
		fd.recipients = others
	} else if len(fd.recipients) > 0 && fd.wrong() && st.speaker != nil && len(without([]*entity{st.speaker}, fd.actors)) > 0 {
		// "Estonia said Russia had attacked its networks": the speaker's own.
		fd.recipients = r.x.home(r.d, st.speaker)
	}
	fd.recipients = slices.DeleteFunc(fd.recipients, func(e *entity) bool { return slices.Contains(fd.actors, e) })
	r.takeIn(fd, content)
	together := f.Mutual && fd.etype.Symmetric() && len(sides(fd.actors)) > 1
	if len(fd.recipients) == 0 && !together {
		fd.recipients = r.recalled(s, i, f, fd.actors)
	}
	if len(fd.recipients) == 0 && fd.etype == entente.Assault {
		fd.recipients = r.victims(s, i, fd.actors)
	}
	if len(fd.recipients) == 0 && fd.strikes() && fd.action == "" && (st.status == entente.Alleged || st.speaker != nil) && st.speaker != nil && r.public([]*entity{st.speaker}) {
		// What a side accuses another of, it suffered, unless it says who else did.
		fd.recipients = without(r.x.home(r.d, st.speaker), fd.actors)
	}
	if len(fd.recipients) == 0 && len(fd.actors) > 0 && (fd.etype == entente.Assault || fd.etype == entente.Coerce || fd.etype == entente.Aid) {
		fd.recipients = r.sufferers(fd)
	}
	if len(fd.recipients) == 0 && !ofDeed && slices.Contains(f.Recipient, "content") {
		fd.recipients = r.spokenOf(fd)
	}
	r.contextOf(fd)
	r.refuseOffer(fd)
	r.deal(fd)
	fd.recipients = slices.DeleteFunc(fd.recipients, func(e *entity) bool { return slices.Contains(fd.actors, e) })
	if len(fd.recipients) == 0 && len(sides(fd.actors)) > 1 && (f.Mutual && !fd.etype.Symmetric() && len(fd.treaties) == 0 || fd.etype == entente.Retreat && fd.mode != "") {
		fd.recipients = slices.Clone(fd.actors) // they do it to one another
	}
	if len(fd.recipients) == 0 && verbal(fd.etype) && isVerb(s, i) && (len(f.Recipient) == 0 || slices.Contains(f.Recipient, "obj")) {
		fd.recipients = r.voices(fd, s.objectOf(i)) // "accused the opposition"
	}
	if !together && len(fd.recipients) == 0 && len(fd.treaties) == 0 && !slices.Contains(f.Actor, "speaker") && (faces(fd.etype) || fd.strikes() && (st.status == entente.Alleged || st.status == entente.Denied)) && r.onStage(fd.actors) && r.guessable(fd) {
		if fd.recipients = r.otherSide(s, fd); len(fd.recipients) > 0 {
			fd.sure *= guess
			fd.rule += "/counterpart"
		}
	}
	if len(fd.actors) == 0 && f.Mutual && fd.etype == entente.Sanction && len(sides(fd.recipients)) > 1 {
		fd.actors = slices.Clone(fd.recipients) // "ties between the two were cut"
	}
	r.supply(fd)
	r.sovereigns(fd)
	if fd.etype == entente.Protest && len(fd.recipients) == 0 {
		fd.recipients = r.protestedTo(fd)
	}
	if why := r.lacks(fd); why != "" {
		r.refuse(s, i, f, why)
		r.laidAt(fd)
		return nil
	}
	if fd.etype == entente.Protest {
		fd.actors = r.asCrowd(s, i, fd.actors)
	}
	if fd.etype == entente.Protest && len(fd.recipients) > 0 && !slices.ContainsFunc(fd.recipients, func(e *entity) bool { return r.public([]*entity{e}) }) {
		r.refuse(s, i, f, "against nobody of public life")
		return nil
	}
	if fd.etype == entente.Protest && r.official(fd.actors) && r.x.index.is("only-crowds", s.Tokens[i].Lemma) {
		r.refuse(s, i, f, "states don't march")
		return nil
	}
	if fd.etype == entente.Protest && fd.mode == "boycott" && (r.official(fd.actors) || len(fd.actors) == 1 && fd.actors[0].kind == entente.Person) {
		fd.etype, fd.mode = entente.Reject, "" // a state or a politician refuses to take part
	} else if fd.etype == entente.Protest && r.official(fd.actors) {
		fd.etype, fd.mode = entente.Accuse, "disapprove" // a state's protest is a complaint
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

// How sure a finding is, as the share of such findings that the project's gold
// bears out (entente eval testdata/gold/dev, "confidence").
const (
	plain = 0.8  // of a frame that says nothing of its own
	guess = 0.83 // of that, when a side is taken from the story and not from the sentence
)

// confidence is what a frame's findings start from.
func confidence(f *lexicon.Frame) float64 {
	if f.Confidence > 0 {
		return f.Confidence
	}
	return plain
}

// fill gives the actors in the first of the slots that holds any, or in the
// one otherwise: subj where those who act are sought, obj for whom it is done to.
func (r reading) fill(s *sentence, i int, slots []string, otherwise string, st standing) []*entity {
	if len(slots) == 0 {
		slots = []string{otherwise}
	}
	for _, slot := range slots {
		var es []*entity
		switch slot {
		case "none", "content":
			continue
		case "speaker":
			if st.speaker != nil && !r.x.reporter(st.speaker) {
				es = []*entity{st.speaker}
			}
		case "place": // where it was done: "was arrested in Minsk"
			es = r.whereDone(s, i)
		case "clause":
			for _, c := range s.rel(i, "ccomp", "xcomp", "advcl") {
				if n := s.subject(c); n >= 0 && n != i {
					es = union(es, r.x.agents(r.d, s, n, st.speaker))
				}
			}
		case "within": // any side named inside the object or complement
			for _, c := range r.x.slot(s, i, "obj") {
				es = union(es, r.d.named(s, c))
			}
		default:
			for _, n := range r.x.slot(s, i, slot) {
				if slot == "subj" && otherwise == "subj" && s.caseOf(n) == "" {
					es = union(es, r.x.agents(r.d, s, n, st.speaker))
				} else {
					es = union(es, r.x.patients(r.d, s, n, st.speaker))
				}
			}
			if slot == "in" || slot == "into" || slot == "near" || slot == "at" {
				es = slices.DeleteFunc(es, unknown) // a town of a name like a person's
			}
		}
		if len(es) > 0 {
			return es
		}
	}
	return nil
}

// treatiesOf gives the treaties that the act at token i is done to.
func (r reading) treatiesOf(s *sentence, i int, f *lexicon.Frame) []*treaty {
	if f.Action == "" {
		return nil
	}
	var out []*treaty
	seen := func(t int) {
		if tr := s.treatyAt[t]; tr != nil && !slices.Contains(out, tr) {
			out = append(out, tr)
		}
	}
	for _, c := range s.children[i] {
		if base, _, _ := strings.Cut(s.Tokens[c].Rel, ":"); base == "obj" || base == "obl" || base == "nmod" || base == "nsubj" && s.passive(i) || base == "compound" || base == "ccomp" || base == "xcomp" || base == "advcl" || base == "acl" {
			for _, t := range s.withConjuncts([]int{c}) {
				seen(t)
			}
		}
	}
	if len(out) == 0 {
		for _, o := range s.objectOf(i) {
			for _, t := range s.withConjuncts([]int{o}) {
				seen(t)
			}
		}
	}
	if s.treatyAt[i] != nil {
		seen(i)
	}
	for _, g := range r.x.index.verbs[strings.ToLower(s.Tokens[i].Lemma)] {
		if o := s.treatyBeside(i, g.with); len(out) == 0 && g.frame == f && o >= 0 && isVerb(s, i) {
			seen(o)
		}
	}
	if len(out) == 0 && (r.x.index.is("treaty-event", strings.ToLower(s.Tokens[i].Lemma)) || slices.ContainsFunc(s.objectOf(i), func(o int) bool { return r.x.index.is("treaty-part", strings.ToLower(s.Tokens[o].Lemma)) })) {
		// "ratification is expected", "suspended its participation": of the one spoken of.
		if t := r.d.lastTreaty(s, i, description{noun: "agreement", bare: true}); t != nil {
			out = append(out, t)
		}
	}
	if len(out) == 0 {
		// A step further down: "proposed that they conclude a pact", "the terms of the pact".
		for _, c := range s.children[i] {
			if base, _, _ := strings.Cut(s.Tokens[c].Rel, ":"); base == "nsubj" && !s.passive(i) || base == "conj" || base == "parataxis" || base == "advcl" {
				continue
			}
			for _, g := range s.children[c] {
				if base, _, _ := strings.Cut(s.Tokens[g].Rel, ":"); base == "obj" || base == "nmod" || base == "obl" || base == "compound" {
					seen(g)
				}
			}
		}
	}
	return out
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
