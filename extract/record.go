package extract

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
)

// record writes down what was found: who is named, what happened, and the
// sentence for each of it.
func (d *document) record(x *Extractor) entente.Record {
	rec := entente.Record{Article: d.article, Actors: []entente.Actor{}, Treaties: []entente.Treaty{}, Places: []entente.Place{}, Events: []entente.Event{}, Claims: []entente.Claim{}}
	events := d.together()
	d.settle(x, events)
	cast := d.cast(events)
	for _, e := range cast {
		e.id = d.identity(e)
	}
	for _, e := range cast {
		rec.Actors = append(rec.Actors, d.actor(e))
	}
	for _, t := range d.treaties {
		rec.Treaties = append(rec.Treaties, d.treatyRecord(t))
	}
	for _, p := range d.places {
		rec.Places = append(rec.Places, entente.Place{ID: p.id, Name: p.name, Country: p.country, Latitude: p.latitude, Longitude: p.longitude, Mentions: d.spans(p.mentions)})
	}
	for i, ev := range events {
		d.writeEvent(&rec, ev, i+1)
	}
	for _, l := range d.loose {
		add(&rec, d.claim(&rec, "", l.sent, l.speaker, l.stance, l.rule, 0.6))
	}
	return rec
}

// settle gives treaties what the whole article tells of them: their parties,
// where the lexicon knows and the text names them, and what has become of them.
func (d *document) settle(x *Extractor, events []*finding) {
	r := reading{x, d}
	for _, t := range d.treaties {
		t.parties = r.partiesOf(t)
	}
	for _, f := range events {
		if real(f.status) != 0 {
			continue
		}
		for _, t := range f.treaties {
			switch f.action {
			case entente.Suspend:
				t.status = entente.TreatySuspended
			case entente.Withdraw:
				t.status = entente.TreatyWithdrawn
			}
		}
	}
}

// together merges the findings that tell of one event, in order of the text.
func (d *document) together() []*finding {
	var out []*finding
	for _, f := range d.found {
		if len(f.actors) == 0 && len(f.recipients) == 0 && len(f.treaties) == 0 {
			continue
		}
		var into *finding
		for _, o := range out {
			if sameEvent(o, f) && !d.longAgo(o, f) {
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

// absorb takes over what another finding of the same event adds.
func (f *finding) absorb(o *finding) {
	f.actors, f.recipients = union(f.actors, o.actors), union(f.recipients, o.recipients)
	for _, t := range o.treaties {
		if !slices.Contains(f.treaties, t) {
			f.treaties = append(f.treaties, t)
		}
	}
	if len(o.date) > len(f.date) {
		f.date = o.date
	}
	if f.place == nil {
		f.place = o.place
	}
	if o.status == entente.Denied {
		f.status = entente.Denied
	}
	f.claims = append(f.claims, statement{o.sent, o.speaker, o.stance, o.rule})
	f.claims = append(f.claims, o.claims...)
}

// cast gives the actors to write down: those who are named as actors, and those
// who take part in an event.
func (d *document) cast(events []*finding) []*entity {
	var out []*entity
	for _, e := range d.order {
		if e.kind == entente.Country && (d.mute || len(events) == 0) {
			continue // a team, a market, the home of a recipe
		}
		if slices.ContainsFunc(e.mentions, func(m *mention) bool {
			return m.how == byName || m.how == byAdjective || m.how == byMetonym && !m.located
		}) {
			out = append(out, e)
		}
	}
	for _, f := range events {
		out = union(out, f.actors)
		out = union(out, f.recipients)
		out = union(out, []*entity{f.speaker})
		for _, c := range f.claims {
			out = union(out, []*entity{c.speaker})
		}
	}
	for _, t := range d.treaties {
		out = union(out, t.parties)
	}
	for _, l := range d.loose {
		out = union(out, []*entity{l.speaker})
	}
	for _, e := range slices.Clone(out) {
		for _, r := range e.roles {
			out = union(out, []*entity{r.of})
		}
	}
	return slices.DeleteFunc(out, func(e *entity) bool { return e == nil })
}

func (d *document) actor(e *entity) entente.Actor {
	a := entente.Actor{ID: e.id, Name: e.name, Aliases: []string{}, Kind: e.kind, Country: e.country, Mentions: []entente.Mention{}, Listed: e.listed()}
	if e.serves != nil {
		a.Country = e.person.Country
	}
	ms := slices.Clone(e.mentions)
	slices.SortStableFunc(ms, func(a, b *mention) int {
		return cmp.Compare(a.sent.Tokens[a.first].Start, b.sent.Tokens[b.first].Start)
	})
	for _, m := range ms {
		start, end := m.sent.bytes(m.first, m.last)
		text := d.article.Text[start:end]
		a.Mentions = append(a.Mentions, entente.Mention{Start: start, End: end, Text: text})
		if (m.how == byName || m.how == byMetonym) && text != e.name && !slices.Contains(a.Aliases, text) {
			a.Aliases = append(a.Aliases, text)
		}
	}
	for _, r := range e.roles {
		a.Affiliations = append(a.Affiliations, entente.Affiliation{Actor: r.of.id, Role: r.name})
	}
	return a
}

// identity is the id of somebody in the graph. Who isn't in the lexicon is one with
// the bearers of the same full name in other articles, if they are of the same
// country; a surname alone tells of nobody outside its article.
func (d *document) identity(e *entity) string {
	if e.kind != entente.Person && e.kind != entente.Organization || e.listed() {
		return e.id
	}
	if e.kind == entente.Person && !strings.Contains(e.name, " ") {
		return e.id + "." + slug(strings.TrimPrefix(d.article.ID, "article:"))
	}
	if country := d.actor(e).Country; country != "" {
		return e.id + "." + strings.ToLower(country)
	}
	return e.id
}

// listed reports whether the lexicon knows somebody.
func (e *entity) listed() bool { return e.person != nil || e.org != nil || e.nation != nil }

func (d *document) spans(ss []span) []entente.Mention {
	out := []entente.Mention{}
	for _, s := range ss {
		start, end := s.sent.bytes(s.first, s.last)
		out = append(out, entente.Mention{Start: start, End: end, Text: d.article.Text[start:end]})
	}
	return out
}

func (d *document) treatyRecord(t *treaty) entente.Treaty {
	out := entente.Treaty{ID: t.id, Name: t.name, Aliases: []string{}, Year: t.year, Status: t.status, Named: t.named, Parties: ids(t.parties), Mentions: d.spans(t.mentions)}
	for _, m := range out.Mentions {
		if m.Text != t.name && !slices.Contains(out.Aliases, m.Text) {
			out.Aliases = append(out.Aliases, m.Text)
		}
	}
	for _, c := range t.compared {
		out.ComparedTo = append(out.ComparedTo, c.id)
	}
	return out
}

func ids(es []*entity) []string {
	out := []string{}
	for _, e := range es {
		out = append(out, e.id)
	}
	return out
}

// writeEvent adds an event and its claims to the record.
func (d *document) writeEvent(rec *entente.Record, f *finding, n int) {
	ev := entente.Event{ID: fmt.Sprintf("e%d", n), Type: f.etype, Mode: f.mode, Contexts: slices.Clone(f.contexts), Action: f.action,
		Actors: ids(f.actors), Recipients: ids(f.recipients), Treaties: []string{}, Date: f.date, Status: f.status, Claims: []string{}}
	if ev.Contexts == nil {
		ev.Contexts = []string{}
	}
	for _, t := range f.treaties {
		ev.Treaties = append(ev.Treaties, t.id)
	}
	if f.place != nil {
		ev.Place = f.place.id
	}
	stance := f.stance
	if stance == "" {
		stance = entente.Asserts
	}
	for _, s := range append([]statement{{f.sent, f.speaker, stance, f.rule}}, f.claims...) {
		if s.stance == "" {
			s.stance = entente.Asserts
		}
		c := d.claim(rec, ev.ID, s.sent, s.speaker, s.stance, s.rule, f.sure)
		if add(rec, c) {
			ev.Claims = append(ev.Claims, c.ID)
		}
	}
	rec.Events = append(rec.Events, ev)
}

// add adds a claim to the record, unless it is there.
func add(rec *entente.Record, c entente.Claim) bool {
	if slices.ContainsFunc(rec.Claims, func(o entente.Claim) bool { return o.ID == c.ID }) {
		return false
	}
	rec.Claims = append(rec.Claims, c)
	return true
}

// claim makes the claim that a sentence is, about an event of the record.
func (d *document) claim(rec *entente.Record, event string, s *sentence, speaker *entity, stance entente.Stance, rule string, sure float64) entente.Claim {
	start, end := s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End
	c := entente.Claim{Event: event, Stance: stance, Quote: d.article.Text[start:end], Start: start, End: end, Sentence: [2]int{start, end}, Confidence: sure, Rule: rule}
	if speaker != nil {
		c.Speaker = speaker.id
	}
	h := fnv.New64a()
	for _, part := range []string{rec.Article.ID, event, c.Speaker, string(stance), fmt.Sprint(start)} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	c.ID = fmt.Sprintf("claim:%016x", h.Sum64())
	return c
}

// brief is a finding in one line, as frames' examples and explanations write it.
func (f *finding) brief() string {
	names := func(es []*entity) string {
		var out []string
		for _, e := range es {
			out = append(out, e.name)
		}
		return strings.Join(out, ", ")
	}
	out := string(f.etype)
	if f.action != "" {
		out += "/" + string(f.action)
	}
	out += " " + names(f.actors)
	if len(f.recipients) > 0 {
		out += " > " + names(f.recipients)
	}
	return out + " " + string(f.status)
}
