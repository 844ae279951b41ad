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
	return d.write(x, d.together())
}

// write makes the record of the events.
func (d *document) write(x *Extractor, events []*finding) entente.Record {
	rec := entente.Record{Article: d.article, Actors: []entente.Actor{}, Treaties: []entente.Treaty{}, Places: []entente.Place{}, Events: []entente.Event{}, Claims: []entente.Claim{}}
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
		add(&rec, d.claim(&rec, "", l, 0.6))
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
		Actors: ids(f.actors), Recipients: ids(f.recipients), Treaties: []string{}, Date: f.date, DateLikely: f.date != "" && f.clue.likely(), Status: f.status, Claims: []string{}}
	if f.frame != nil && f.frame.ID != sensed {
		ev.Frame = f.frame.ID
	}
	if ev.Contexts == nil {
		ev.Contexts = []string{}
	}
	for _, t := range f.treaties {
		ev.Treaties = append(ev.Treaties, t.id)
	}
	if f.place != nil {
		ev.Place = f.place.id
	}
	for _, s := range f.statements() {
		if s.stance == "" {
			s.stance = entente.Asserts
		}
		c := d.claim(rec, ev.ID, s, f.sure)
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

// claim makes the claim that a statement is, about an event of the record.
func (d *document) claim(rec *entente.Record, event string, s statement, sure float64) entente.Claim {
	start, end := s.sent.Tokens[0].Start, s.sent.Tokens[len(s.sent.Tokens)-1].End
	around := [2]int{start, end}
	if s.at != [2]int{} {
		start, end = s.at[0], s.at[1]
		around = d.around(s.at)
	}
	c := entente.Claim{Event: event, Stance: s.stance, Quote: d.article.Text[start:end], Start: start, End: end, Sentence: around, Confidence: sure, Rule: s.rule}
	if s.speaker != nil {
		c.Speaker = s.speaker.id
	}
	h := fnv.New64a()
	for _, part := range []string{rec.Article.ID, event, c.Speaker, string(s.stance), fmt.Sprint(start)} {
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
