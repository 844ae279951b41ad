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
	if st.off {
		r.refuse(s, i, f, "not said to happen: "+st.rule)
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
	if len(fd.actors) == 0 && isVerb(s, i) && s.passive(i) && st.speaker != nil && st.status == "" && len(s.rel(i, "obl:agent")) == 0 && (fd.etype == entente.Aid || fd.etype == entente.Sanction || fd.etype == entente.Mobilize || fd.etype == entente.Retreat) {
		fd.actors = r.x.home(r.d, st.speaker) // "officials said experts had been sent": theirs
		fd.sure *= 0.8
	}
	if len(fd.actors) == 0 && st.by != nil && st.by.etype == entente.Accuse {
		fd.actors = st.by.recipients // "accused its neighbour of supporting ..."
	}
	if len(fd.actors) == 0 && f.Mutual && fd.etype == entente.Consult && isVerb(s, i) {
		fd.actors = r.envoys(s, i)
	}
	if len(fd.actors) == 0 && (fd.etype == entente.Protest || fd.etype == entente.Assault) {
		for _, n := range r.x.slot(s, i, "subj") {
			fd.actors = union(fd.actors, []*entity{r.x.crowd(r.d, s, n, fd.etype == entente.Protest)})
		}
	}
	fd.recipients = r.fill(s, i, f.Recipient, "obj", st)
	if others := without(fd.recipients, fd.actors); len(others) > 0 || faces(fd.etype) {
		fd.recipients = others
	} else if len(fd.recipients) > 0 && fd.wrong() && st.speaker != nil && len(without([]*entity{st.speaker}, fd.actors)) > 0 {
		// "Estonia said Russia had attacked its networks": the speaker's own.
		fd.recipients = r.x.home(r.d, st.speaker)
	}
	fd.recipients = slices.DeleteFunc(fd.recipients, func(e *entity) bool { return slices.Contains(fd.actors, e) })
	if len(fd.recipients) == 0 {
		fd.recipients = r.recalled(s, i, fd.actors)
	}
	r.takeIn(fd, content)
	if len(fd.recipients) == 0 && fd.etype == entente.Assault {
		fd.recipients = r.victims(s, i, fd.actors)
	}
	if len(fd.recipients) == 0 && fd.wrong() && fd.action == "" && (st.status == entente.Alleged || st.speaker != nil) && st.speaker != nil && r.public([]*entity{st.speaker}) {
		// What a side accuses another of, it suffered, unless it says who else did.
		fd.recipients = without(r.x.home(r.d, st.speaker), fd.actors)
	}
	if len(fd.recipients) == 0 && slices.Contains(f.Recipient, "content") {
		for _, c := range s.children[i] {
			if base, _, _ := strings.Cut(s.Tokens[c].Rel, ":"); base == "ccomp" || base == "xcomp" || base == "obj" || base == "acl" || (base == "obl" || base == "nmod") && r.contentPhrase(s, c, f) {
				fd.recipients = union(fd.recipients, without(r.d.named(s, c), fd.actors))
			}
		}
	}
	r.contextOf(fd)
	fd.recipients = slices.DeleteFunc(fd.recipients, func(e *entity) bool { return slices.Contains(fd.actors, e) })
	if len(fd.recipients) == 0 && len(sides(fd.actors)) > 1 && (f.Mutual && !fd.etype.Symmetric() && len(fd.treaties) == 0 || fd.etype == entente.Retreat) {
		fd.recipients = slices.Clone(fd.actors) // they do it to one another
	}
	if len(fd.recipients) == 0 && len(fd.treaties) == 0 && (faces(fd.etype) || fd.wrong() && (st.status == entente.Alleged || st.status == entente.Denied)) {
		if fd.recipients = r.otherSide(s, fd); len(fd.recipients) > 0 {
			fd.sure *= 0.7
			fd.rule += "/counterpart"
		}
	}
	if fd.etype == entente.Protest && len(fd.recipients) == 0 {
		fd.recipients = r.protestedTo(fd)
	}
	if why := r.lacks(fd); why != "" {
		r.refuse(s, i, f, why)
		return nil
	}
	if fd.etype == entente.Protest {
		fd.actors = r.asCrowd(s, i, fd.actors)
	}
	if fd.etype == entente.Protest && r.public(fd.actors) && !slices.ContainsFunc(fd.actors, func(e *entity) bool { return e.kind == entente.Group }) {
		fd.etype, fd.mode = entente.Accuse, "disapprove" // a state's protest is a complaint
	}
	r.judge(fd, st)
	r.intend(fd)
	fd.date = r.when(s, i, fd, st)
	fd.place = placeOf(s, i)
	r.d.found = append(r.d.found, fd)
	return fd
}

// recalled gives the other side of an act upon something told of before:
// "condemned the attack", "rejected the offer", "welcomed the accord": those who
// did it, or who made the treaty.
func (r reading) recalled(s *sentence, i int, actors []*entity) []*entity {
	objects := r.x.slot(s, i, "obj")
	if t := s.Tokens[i]; t.Rel == "acl:relcl" && t.Head >= 0 && len(objects) == 0 {
		objects = []int{t.Head} // "a decision that Moscow condemns"
	}
	for _, o := range objects {
		if es := r.recalledBy(s, o, actors); len(es) > 0 {
			return es
		}
	}
	return nil
}

// recalledBy gives those behind the earlier act, or the treaty, that the noun at
// token o names again; none when it names no such thing.
func (r reading) recalledBy(s *sentence, o int, actors []*entity) []*entity {
	if t := s.treatyAt[o]; t != nil {
		if es := without(r.partiesOf(t), actors); len(es) > 0 {
			return es
		}
	}
	noun := strings.ToLower(s.Tokens[o].Lemma)
	if s.Tokens[o].POS != "NOUN" || !definite(s, o) && !r.x.index.is("called-any", noun) {
		return nil
	}
	if r.x.index.is("called-any", noun) {
		if es := r.protagonist(s, actors); len(es) > 0 {
			return es
		}
	}
	const back = 4
	for k := len(r.d.found) - 1; k >= 0; k-- {
		fd := r.d.found[k]
		es := without(fd.actors, actors)
		if len(es) == 0 || s.index-fd.sent.index > back && !weighty(fd) {
			continue
		}
		if r.isCalled(fd, noun) {
			return es
		}
	}
	return nil
}

// victims gives whom an attack struck that the text told of before and that is
// owned to now: "claimed responsibility for the bombing".
func (r reading) victims(s *sentence, i int, actors []*entity) []*entity {
	for _, o := range s.oblique(i, "for") {
		noun := strings.ToLower(s.Tokens[o].Lemma)
		for k := len(r.d.found) - 1; k >= 0; k-- {
			if es := without(r.d.found[k].recipients, actors); len(es) > 0 && r.isCalled(r.d.found[k], noun) {
				return es
			}
		}
	}
	return nil
}

// weighty reports whether an act is the kind that a whole article may be about.
func weighty(fd *finding) bool {
	switch fd.etype {
	case entente.Sanction, entente.Retreat, entente.Mobilize, entente.Coerce, entente.Assault, entente.Concede, entente.Aid:
		return true
	}
	return fd.action != ""
}

// partiesOf gives the parties of a treaty that the text names.
func (r reading) partiesOf(t *treaty) []*entity {
	if len(t.parties) > 0 || t.known == nil {
		return t.parties
	}
	var es []*entity
	for _, p := range t.known.Parties {
		for _, id := range []string{p, successor(p)} {
			if e := r.d.entities["country:"+strings.ToLower(id)]; e != nil && len(e.mentions) > 0 {
				es = union(es, []*entity{e})
			}
		}
	}
	return es
}

// envoys gives the two countries whose "negotiators" or "foreign ministers" meet
// without a word about of whom.
func (r reading) envoys(s *sentence, i int) []*entity {
	for _, n := range r.x.slot(s, i, "subj") {
		if t := s.Tokens[n]; t.Tag == "NNS" && r.x.index.is("agent-noun", strings.ToLower(t.Lemma)) {
			return r.d.last(2, s, n, isCountry)
		}
	}
	return nil
}

// asCrowd makes "Palestinians" who protest a crowd rather than their state.
func (r reading) asCrowd(s *sentence, i int, actors []*entity) []*entity {
	for _, n := range r.x.slot(s, i, "subj") {
		if m := s.at[n]; m == nil || m.how != byAdjective || !strings.HasSuffix(s.words[n], "s") {
			continue
		}
		name := s.Tokens[n].Text
		e := r.d.newEntity("group:"+slug(name), name, entente.Group)
		e.country = s.at[n].entities[0].country
		if len(e.mentions) == 0 {
			e.first = s.Tokens[n].Start
			r.d.order = append(r.d.order, e)
		}
		e.mentions = append(e.mentions, &mention{sent: s, first: n, last: n, head: n, entities: []*entity{e}, how: byNominal})
		return []*entity{e}
	}
	return actors
}

// protestedTo gives whom a protest is meant for when the text doesn't say: those
// whose act it is against, else the state where it happens, else the one that
// the text is most about.
func (r reading) protestedTo(fd *finding) []*entity {
	s := fd.sent
	for _, preposition := range []string{"against", "over", "at"} {
		for _, o := range s.oblique(fd.token, preposition) {
			if es := r.recalledBy(s, o, fd.actors); len(es) > 0 {
				return es
			}
		}
	}
	for _, c := range s.rel(fd.token, "obl", "nmod") {
		if p := s.placeAt[c]; p != nil && p.country != "" {
			return []*entity{r.d.countryEntity(r.x.index, p.country)}
		}
	}
	var most *entity
	for _, e := range r.d.order {
		if e.kind == entente.Country && (most == nil || len(e.mentions) > len(most.mentions)) {
			most = e
		}
	}
	return union(nil, []*entity{most})
}

// faces reports whether an act of the type is always done to somebody, so that
// a reader takes one side of the story for granted: "Moscow rejected the idea".
func faces(t entente.EventType) bool {
	switch t {
	case entente.Agree, entente.Request, entente.Accuse, entente.Reject, entente.Threaten, entente.Concede, entente.Sanction, entente.Support, entente.Retreat, entente.Mobilize:
		return true
	}
	return false
}

// otherSide gives the counterpart of the actors; who resigns leaves his own state.
func (r reading) otherSide(s *sentence, fd *finding) []*entity {
	if fd.mode == "resign" {
		return r.states(fd.actors)
	}
	return r.counterpart(s, fd.actors)
}

// counterpart gives the side that the story sets against the actors: whom they
// last dealt with in the sentences before, else the other of the two countries
// that the whole text is about.
func (r reading) counterpart(s *sentence, actors []*entity) []*entity {
	if len(actors) == 0 {
		return nil
	}
	const back = 5
	for k := len(r.d.found) - 1; k >= 0; k-- {
		fd := r.d.found[k]
		if s.index-fd.sent.index > back {
			break
		}
		ours, theirs := without(fd.actors, actors), without(fd.recipients, actors)
		switch {
		case len(ours) < len(fd.actors) && len(ours) == 0 && len(r.states(theirs)) > 0:
			return r.states(theirs)
		case len(theirs) < len(fd.recipients) && len(theirs) == 0 && len(r.states(ours)) > 0:
			return r.states(ours)
		}
	}
	if other := without(r.d.mainPair(isCountry), actors); len(other) == 1 {
		return other
	}
	return r.protagonist(s, actors)
}

// protagonist gives those that the news is about, the actors of the weighty act
// that the article opens with: what others say, they say of them.
func (r reading) protagonist(s *sentence, actors []*entity) []*entity {
	const opening = 3
	for _, fd := range r.d.found {
		if fd.sent.index >= opening || fd.sent == s {
			break
		}
		if !weighty(fd) {
			continue
		}
		if es := without(fd.actors, actors); len(es) == len(fd.actors) && r.public(es) {
			return es
		}
		if es := without(fd.recipients, actors); r.public(es) {
			return es
		}
	}
	return nil
}

// public reports whether there are any, all of them countries, public bodies or
// people who stand for one.
func (r reading) public(es []*entity) bool {
	for _, e := range es {
		if e.org != nil && r.x.index.is("private-kind", e.org.Kind) || e.country == "" && e.org == nil {
			return false
		}
	}
	return len(es) > 0
}

// isCalled reports whether a text may refer back to the finding by the noun.
func (r reading) isCalled(fd *finding, noun string) bool {
	if r.x.index.is("called-"+strings.ToLower(string(fd.etype)), noun) || r.x.index.is("called-any", noun) && weighty(fd) {
		return true
	}
	if fd.frame == nil {
		return false
	}
	for _, n := range fd.frame.Nouns {
		if first, _, _ := strings.Cut(n, " "); first == noun {
			return true
		}
	}
	return false
}

// takeIn gives a promise, a demand or a threat what it lacks of the acts it is
// made of: the treaty and what is done to it, the other side.
func (r reading) takeIn(fd *finding, content []*finding) {
	for _, c := range content {
		if fd.action == "" && c.action != "" {
			fd.action, fd.treaties = c.action, c.treaties
		}
		for _, t := range c.treaties {
			if t.proposed && (fd.etype == entente.Agree || fd.etype == entente.Request) {
				fd.etype, fd.action, fd.treaties = entente.Agree, entente.Propose, []*treaty{t}
			}
		}
		if len(fd.recipients) == 0 {
			fd.recipients = without(append(slices.Clone(c.recipients), c.actors...), fd.actors)
		}
		if len(fd.contexts) == 0 {
			fd.contexts = c.contexts
		}
	}
}

func confidence(f *lexicon.Frame) float64 {
	if f.Confidence > 0 {
		return f.Confidence
	}
	return 0.8
}

// fill gives the actors in the first of the slots that holds any.
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
			es = union(nil, []*entity{st.speaker})
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
				if slot == "subj" {
					es = union(es, r.x.agents(r.d, s, n, st.speaker))
				} else {
					es = union(es, r.x.patients(r.d, s, n, st.speaker))
				}
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

// contextOf fills in what follows from others: the sides of a treaty, the two
// parties of a plural subject, a meeting's other side.
func (r reading) contextOf(fd *finding) {
	for _, t := range fd.treaties {
		if len(fd.actors) == 0 && slices.Contains(fd.frame.Actor, "parties") {
			fd.actors = union(fd.actors, r.partiesOf(t))
		}
		if len(fd.recipients) == 0 {
			fd.recipients = without(r.partiesOf(t), fd.actors)
		}
		if fd.action == entente.Propose && t.proposed {
			t.parties = union(t.parties, r.states(fd.actors))
			t.parties = union(t.parties, r.states(fd.recipients))
		}
	}
}

// states gives the countries behind actors, those that have one.
func (r reading) states(es []*entity) []*entity {
	var out []*entity
	for _, e := range es {
		if c := r.d.countryEntity(r.x.index, e.country); c != nil {
			out = union(out, []*entity{c})
		}
	}
	return out
}

// lacks says what a finding misses to be an event, "" when nothing.
func (r reading) lacks(fd *finding) string {
	for _, need := range fd.frame.Needs {
		switch {
		case need == "actor" && len(fd.actors) == 0 && !fd.suffered():
			return "nobody does it"
		case need == "recipient" && len(fd.recipients) == 0 && !(fd.frame.Mutual && len(sides(fd.actors)) > 1):
			return "it's done to nobody"
		case need == "treaty" && len(fd.treaties) == 0:
			return "no treaty"
		case need == "any" && r.unaddressed(fd):
		case need == "any" && len(fd.recipients) == 0 && len(fd.treaties) == 0 && !(fd.frame.Mutual && len(sides(fd.actors)) > 1):
			return "neither a recipient nor a treaty"
		}
	}
	if len(fd.actors) == 0 && len(fd.recipients) == 0 && len(fd.treaties) == 0 {
		return "nobody is named"
	}
	if !r.political(fd) {
		return "no public body takes part"
	}
	if domestic(fd) {
		return "within one government"
	}
	return ""
}

// suffered reports whether violence is told of by those it struck alone: "an
// American aircraft was shot down".
func (fd *finding) suffered() bool {
	return fd.etype == entente.Assault && fd.status == "" && len(fd.recipients) > 0 && isVerb(fd.sent, fd.token) && fd.sent.passive(fd.token)
}

// unaddressed reports whether a public body asks for or offers something without
// a word about of whom: "proposed a ceasefire".
func (r reading) unaddressed(fd *finding) bool {
	return absorbs(fd.frame) && fd.etype != entente.Threaten && isVerb(fd.sent, fd.token) && len(fd.actors) > 0 && r.public(fd.actors) && fd.about() != ""
}

// political reports whether at least one side is a public one: not a company, a
// newspaper or a private person among themselves.
func (r reading) political(fd *finding) bool {
	for _, e := range append(slices.Clone(fd.actors), fd.recipients...) {
		if r.public([]*entity{e}) || e.kind == entente.Group {
			return true
		}
	}
	return len(fd.treaties) > 0
}

// domestic reports whether a friendly act stays within one country.
func domestic(fd *finding) bool {
	switch fd.etype {
	case entente.Agree, entente.Consult, entente.Cooperate, entente.Support, entente.Aid:
	default:
		return false
	}
	if len(fd.treaties) > 0 {
		return false
	}
	all := append(slices.Clone(fd.actors), fd.recipients...)
	if len(all) < 2 {
		return false
	}
	first := all[0].country
	for _, e := range all {
		if e.country == "" || e.country != first || e.kind == entente.Group {
			return false
		}
	}
	return true
}

// wrong reports whether the act is one that people are accused of.
func (fd *finding) wrong() bool {
	return fd.etype == entente.Coerce || fd.etype == entente.Assault || fd.action == entente.Violate
}

// judge settles the status, and makes the accusation that lies in saying a
// wrong of another side.
func (r reading) judge(fd *finding, st standing) {
	if fd.status == "" && fd.frame.Status != "" {
		fd.status = entente.Status(fd.frame.Status)
	}
	if fd.wrong() && (fd.status == "" || fd.status == entente.Alleged) && st.speaker != nil && len(fd.actors) > 0 && len(without(fd.actors, []*entity{st.speaker})) > 0 {
		fd.status = entente.Alleged
		fd.stance = entente.Accuses
		if st.by == nil && st.verb >= 0 && !r.x.reporter(st.speaker) && st.status != entente.Denied {
			r.accusation(fd, st)
		}
	}
	if fd.status == "" {
		fd.status = entente.Occurred
		if t := fd.sent.Tokens[fd.token]; t.Tag == "VBG" && fd.sent.has(fd.token, "aux", "is", "are", "'s", "'re") {
			fd.status = entente.Ongoing
		}
	}
	if st.by != nil && st.by.etype == entente.Accuse && len(st.by.recipients) == 0 {
		st.by.recipients = without(fd.actors, st.by.actors)
	}
}

// intend turns cooperation that is still to come into the agreement to it, as
// PLOVER has it: a planned meeting is AGREE.
func (r reading) intend(fd *finding) {
	if fd.status != entente.Planned && fd.status != entente.Proposed {
		return
	}
	switch fd.etype {
	case entente.Consult, entente.Support, entente.Cooperate, entente.Aid:
		fd.etype, fd.mode = entente.Agree, ""
	}
}

// accusation adds the ACCUSE that a statement amounts to.
func (r reading) accusation(fd *finding, st standing) {
	for _, o := range r.d.found {
		if o.sent == fd.sent && o.etype == entente.Accuse && slices.Contains(o.actors, st.speaker) {
			o.recipients = union(o.recipients, without(fd.actors, o.actors))
			return
		}
	}
	a := &finding{frame: fd.frame, sent: fd.sent, token: st.verb, etype: entente.Accuse, mode: "allege", contexts: fd.contexts,
		actors: []*entity{st.speaker}, recipients: without(fd.actors, []*entity{st.speaker}), status: entente.Occurred, rule: "accusation/" + st.rule, sure: 0.7, under: -1}
	a.date = r.when(fd.sent, st.verb, a, standing{verb: -1})
	r.d.found = append(r.d.found, a)
}

// reporter reports whether somebody only passes news on.
func (x *Extractor) reporter(e *entity) bool { return e.org != nil && e.org.Kind == "media" }

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

// stance turns a frame with an attitude, denial, welcome, condemnation, into
// claims about the acts it speaks of: those found below it, else the act itself.
func (r reading) stance(s *sentence, i int, f *lexicon.Frame, own standing, found *finding, below []*finding) {
	if own.off && !f.Negated {
		return
	}
	who := r.fill(s, i, f.Actor, "subj", own)
	if len(who) == 0 {
		return
	}
	var about []*finding
	for _, fd := range below {
		if fd != found && fd.etype != entente.Accuse {
			about = append(about, fd)
		}
	}
	for _, speaker := range who {
		st := statement{s, speaker, entente.Stance(f.Stance), f.ID}
		for _, fd := range about {
			if fd.speaker != speaker || fd.stance != st.stance {
				fd.claims = append(fd.claims, st)
			}
		}
		if len(about) == 0 && f.Stance != string(entente.Denies) && found != nil {
			found.claims = append(found.claims, st)
		}
	}
	if len(about) == 0 && f.Stance == string(entente.Denies) {
		r.deny(s, who, found)
	}
}

// deny finds what a denial that names no act is about: the last wrongs that
// were alleged of the one who denies, in the sentences before. They become
// disputed, and a rejection learns whom it rejects.
func (r reading) deny(s *sentence, who []*entity, rejection *finding) {
	const back = 3
	var near []*finding
	for k := len(r.d.found) - 1; k >= 0; k-- {
		fd := r.d.found[k]
		if s.index-fd.sent.index > back {
			break
		}
		if fd == rejection || !fd.wrong() || len(without(fd.actors, who)) == len(fd.actors) {
			continue
		}
		if len(near) > 0 && fd.sent != near[0].sent {
			break
		}
		near = append(near, fd)
	}
	for _, fd := range near {
		fd.status = entente.Denied
		for _, e := range who {
			fd.claims = append(fd.claims, statement{s, e, entente.Denies, "denial"})
		}
		if rejection != nil && len(rejection.recipients) == 0 && fd.speaker != nil {
			rejection.recipients = without([]*entity{fd.speaker}, rejection.actors)
		}
	}
	if len(near) == 0 {
		for _, e := range who {
			r.d.loose = append(r.d.loose, statement{s, e, entente.Denies, "denial"})
		}
	}
}
