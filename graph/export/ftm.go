package export

import (
	"bufio"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/url"
	"strings"

	"github.com/entente-graph/entente/graph"
)

// ftm writes FollowTheMoney entities as JSON lines: those of the graph's nodes, the
// links between them, events with all that take part, and a note for each claim.
func ftm(ctx context.Context, s graph.Store, w *bufio.Writer) error {
	f := ftmWriter{lines: json.NewEncoder(w)}
	f.lines.SetEscapeHTML(false)
	kinds := []string{graph.Actor, graph.Article, graph.Place, graph.Treaty,
		graph.AffiliatedWith, graph.ComparedTo, graph.Concerns, graph.HasParty, graph.Mentions}
	if err := s.Scan(ctx, kinds, f.element); err != nil {
		return err
	}
	if err := events(ctx, s, f.event); err != nil {
		return err
	}
	return claims(ctx, s, f.claim)
}

type ftmWriter struct{ lines *json.Encoder }

// entity is an entity in FollowTheMoney's terms.
type entity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// write writes an entity; properties without a value are left out.
func (f ftmWriter) write(id, schema string, properties map[string][]string) error {
	e := entity{ID: id, Schema: schema, Properties: map[string][]string{}}
	for name, values := range properties {
		for _, v := range values {
			if v = strings.TrimSpace(printable(v)); v != "" {
				e.Properties[name] = append(e.Properties[name], v)
			}
		}
	}
	return f.lines.Encode(e)
}

func (f ftmWriter) element(e graph.Element) error {
	list := func(name string) []string { v, _ := e.Props[name].([]string); return v }
	text := func(name string) []string { return []string{plain(e.Props[name])} }
	switch e.Kind {
	case graph.Actor:
		return f.write(ftmID(e.Kind, e.ID), ftmSchema(e.ID), map[string][]string{
			"name": text("name"), "alias": list("aliases"), "country": ftmCountry(plain(e.Props["country"]))})
	case graph.Article:
		return f.write(ftmID(e.Kind, e.ID), "Article", map[string][]string{
			"title": text("name"), "publisher": text("outlet"), "publishedAt": text("published"),
			"bodyText": text("text"), "sourceUrl": webAddresses(text("url")), "fileName": text("path"),
			"language": ftmLanguage(plain(e.Props["language"]))})
	case graph.Place:
		return f.write(ftmID(e.Kind, e.ID), "Address", map[string][]string{
			"full": text("name"), "country": ftmCountry(plain(e.Props["country"])),
			"latitude": text("latitude"), "longitude": text("longitude")})
	case graph.Treaty:
		return f.write(ftmID(e.Kind, e.ID), "Contract", map[string][]string{
			"title": text("name"), "name": text("name"), "alias": list("aliases"), "type": {"treaty"},
			"contractDate": text("year"), "status": text("status")})
	}
	return f.link(e)
}

// link writes a relationship as an entity of its own, as FollowTheMoney has it.
func (f ftmWriter) link(e graph.Element) error {
	k, _ := graph.Describe(e.Kind)
	start := ftmID(graph.LabelsOf(k.From, e.Start)[0], e.Start)
	end := ftmID(graph.LabelsOf(k.To, e.End)[0], e.End)
	schema, from, to, role := "UnknownLink", "subject", "object", ""
	switch e.Kind {
	case graph.AffiliatedWith:
		role = plain(e.Props["role"])
		if ftmSchema(e.End) != "Person" { // only bodies have members
			schema, from, to = "Membership", "member", "organization"
		}
	case graph.ComparedTo:
		role = "compared to"
	case graph.Concerns:
		role = plain(e.Props["action"])
	case graph.HasParty:
		role = "party"
	case graph.Mentions:
		schema, from, to, role = "Documentation", "document", "entity", "mentions"
	}
	return f.write(ftmID(e.Kind, e.Start, e.End, e.ID), schema, map[string][]string{from: {start}, to: {end}, "role": {role}})
}

func (f ftmWriter) event(r row) error {
	keywords := append(r.list("contexts"), r.text("type"), r.text("mode"), r.text("action"), r.text("status"))
	return f.write(ftmID(graph.Event, r.text("id")), "Event", map[string][]string{
		"name": {r.text("name")}, "date": {r.text("date")}, "keywords": keywords, "description": {r.text("quote")},
		"organizer": ftmIDs(graph.Actor, r.list("actorIDs")), "involved": ftmIDs(graph.Actor, r.list("recipientIDs")),
		"location": r.list("places"), "addressEntity": ftmIDs(graph.Place, r.list("placeIDs")),
		"proof": ftmIDs(graph.Article, r.list("articleIDs")), "sourceUrl": webAddresses(r.list("sources"))})
}

func (f ftmWriter) claim(r row) error {
	about := append(ftmIDs(graph.Event, r.list("eventIDs")), ftmIDs(graph.Actor, r.list("speakerIDs"))...)
	return f.write(ftmID(graph.Claim, r.text("id")), "Note", map[string][]string{
		"description": {r.text("quote")}, "keywords": {r.text("stance")}, "entity": about,
		"proof": ftmIDs(graph.Article, r.list("articleIDs"))})
}

// ftmID makes an id of the few characters that FollowTheMoney allows.
func ftmID(kind string, parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return strings.ToLower(strings.ReplaceAll(kind, "_", "-")) + "-" + hex.EncodeToString(sum[:16])
}

func ftmIDs(kind string, ids []string) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = ftmID(kind, id)
	}
	return list
}

// ftmSchema is that of an actor. A state is a public body, for in FollowTheMoney a
// territory can't act.
func ftmSchema(id string) string {
	switch labels := graph.LabelsOf([]string{graph.Actor}, id); labels[len(labels)-1] {
	case "Person":
		return "Person"
	case "Country":
		return "PublicBody"
	}
	return "Organization"
}

// ftmCountries are FollowTheMoney's codes for countries that have another one here,
// or that it doesn't tell from those that came of them.
var ftmCountries = map[string]string{"SU": "suhh", "YU": "yucs", "CS": "cshh", "VD": "vn", "XV": "vn", "YD": "ye"}

// ftmCountry gives FollowTheMoney's code of a country.
func ftmCountry(code string) []string {
	return []string{cmp.Or(ftmCountries[code], strings.ToLower(code))}
}

// ftmLanguage gives the code of three letters.
func ftmLanguage(code string) []string {
	if code == "en" {
		return []string{"eng"}
	}
	return nil
}

// webAddresses keeps those of some texts that are addresses in the web.
func webAddresses(texts []string) []string {
	var list []string
	for _, t := range texts {
		if u, err := url.Parse(t); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
			list = append(list, u.String())
		}
	}
	return list
}
