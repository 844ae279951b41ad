package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/entente-graph/entente"
)

// happening is something that the generated articles report.
type happening struct {
	types    []entente.EventType // that reporters give it
	verb     string
	action   entente.Action
	treaty   int // 0 for none
	from, to int // countries
	day      time.Time
}

// Generate makes n records of articles that report one another's events, with
// the differences that reporters make: a country or its leader, another type, a
// day more or less, a month only, no date at all. The same seed gives the same
// records. The more there are, the larger is the world that they tell of.
func Generate(seed uint64, n int) []entente.Record {
	countries := min(5+n/50, 200)
	return generate(seed, n, world{countries: countries, treaties: countries + n/10, days: 30 + n/10})
}

// AYear is how many articles Years makes for each year.
const AYear = 1000

// Years makes the records of some years' news of one density: as many articles, on as many
// new treaties, in each year, and the same countries in all. So what more years cost is what a
// larger graph costs, not what thicker news does.
func Years(seed uint64, years int) []entente.Record {
	return generate(seed, years*AYear, world{countries: 200, treaties: years * AYear / 10, days: 365 * years})
}

// Feud makes n records of one year's news of three countries, so that very many are about
// the same.
func Feud(seed uint64, n int) []entente.Record {
	return generate(seed, n, world{countries: 3, treaties: 20, days: 365})
}

// world is what generated articles tell of.
type world struct{ countries, treaties, days int }

func generate(seed uint64, n int, of world) []entente.Record {
	random := rand.New(rand.NewPCG(seed, 1))
	start := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	kinds := []happening{
		{types: []entente.EventType{entente.Agree, entente.Request}, verb: "proposed a pact to", action: entente.Propose, treaty: 1},
		{types: []entente.EventType{entente.Sanction}, verb: "expelled envoys of"},
		{types: []entente.EventType{entente.Sanction, entente.Retreat}, verb: "suspended the accord with", action: entente.Suspend, treaty: 1},
		{types: []entente.EventType{entente.Coerce, entente.Assault}, verb: "broke into networks of"},
		{types: []entente.EventType{entente.Consult}, verb: "met"},
		{types: []entente.EventType{entente.Accuse}, verb: "accused"},
		{types: []entente.EventType{entente.Support, entente.Agree}, verb: "signed the treaty with", action: entente.Sign, treaty: 1},
	}
	inTheNews := rand.NewZipf(random, 1.2, 4, uint64(of.countries-1)) // few countries make most of the news
	events := make([]happening, 1+n/2)
	for i := range events {
		e := kinds[random.IntN(len(kinds))]
		e.from = int(inTheNews.Uint64())
		for e.to = e.from; e.to == e.from; {
			e.to = int(inTheNews.Uint64())
		}
		if e.treaty > 0 {
			e.treaty = 1 + random.IntN(of.treaties)
		}
		e.day = start.AddDate(0, 0, random.IntN(of.days))
		events[i] = e
	}
	records := make([]entente.Record, n)
	for i := range records {
		w := writer{random: random, number: i}
		records[i] = w.write(events)
	}
	return records
}

// writer writes one article.
type writer struct {
	random *rand.Rand
	number int
	text   strings.Builder
	record entente.Record
	known  map[string]bool
}

func (w *writer) write(events []happening) entente.Record {
	w.known = map[string]bool{}
	first := w.random.IntN(len(events))
	day := events[first].day
	a := &w.record.Article
	a.ID = fmt.Sprintf("article:%06d", w.number)
	a.Path = fmt.Sprintf("generated/%06d.txt", w.number)
	a.Title = fmt.Sprintf("Report %d", w.number)
	a.Outlet = fmt.Sprintf("Outlet %d", w.random.IntN(20))
	a.Language = "en"
	if w.random.IntN(4) > 0 {
		a.Published = entente.Day(day.AddDate(0, 0, w.random.IntN(3)))
	}
	for i := range 1 + w.random.IntN(3) {
		w.report(events[(first+i*w.random.IntN(7))%len(events)], i)
	}
	a.Text = w.text.String()
	return w.record
}

func (w *writer) report(h happening, i int) {
	from, to := w.country(h.from), w.country(h.to)
	switch w.random.IntN(6) {
	case 0, 1:
		from = w.leader(h.from)
	case 2:
		from = w.envoy(h.from)
	case 3:
		to = w.body(h.to)
	}
	e := entente.Event{
		ID: fmt.Sprint("event:", i), Type: h.types[w.random.IntN(len(h.types))], Action: h.action,
		Actors: []string{from}, Recipients: []string{to}, Status: entente.Occurred,
		Contexts: []string{[]string{"diplomatic", "military", "cyber"}[h.day.Day()%3]},
	}
	switch w.random.IntN(6) {
	case 0: // no date
	case 1:
		e.Date = entente.Day(h.day)[:len("2006-01")]
	case 2:
		e.Date = entente.Day(h.day.AddDate(0, 0, 1))
	default:
		e.Date = entente.Day(h.day)
	}
	if h.treaty > 0 {
		e.Treaties = []string{w.treaty(h)}
	}
	quote := fmt.Sprintf("%s %s %s over matter %d.", w.name(from), h.verb, w.name(to), h.day.YearDay())
	w.claim(&e, quote, "", entente.Asserts)
	if w.random.IntN(5) == 0 {
		w.claim(&e, w.name(to)+" denied it.", to, entente.Denies)
	}
	w.record.Events = append(w.record.Events, e)
}

func (w *writer) claim(e *entente.Event, quote, speaker string, stance entente.Stance) {
	c := entente.Claim{
		ID:    fmt.Sprintf("claim:%06d-%d", w.number, len(w.record.Claims)),
		Event: e.ID, Speaker: speaker, Stance: stance, Quote: quote,
		Start: w.text.Len(), End: w.text.Len() + len(quote), Confidence: 0.5, Rule: "generated",
	}
	c.Sentence = [2]int{c.Start, c.End}
	w.text.WriteString(quote + " ")
	w.record.Claims = append(w.record.Claims, c)
	e.Claims = append(e.Claims, c.ID)
}

func (w *writer) country(i int) string {
	code := string([]byte{'A' + byte(i/26%26), 'A' + byte(i%26)})
	id := "country:" + strings.ToLower(code)
	w.actor(entente.Actor{ID: id, Name: "Country " + code, Kind: entente.Country, Country: code})
	return id
}

func (w *writer) leader(i int) string {
	country := w.country(i)
	code := strings.ToUpper(strings.TrimPrefix(country, "country:"))
	id := "person:leader-" + strings.ToLower(code)
	w.actor(entente.Actor{ID: id, Name: "Leader " + code, Kind: entente.Person, Country: code,
		Listed: true, Aliases: []string{[]string{"The Leader of " + code, "Old " + code, code + " himself"}[w.random.IntN(3)]},
		Affiliations: []entente.Affiliation{{Actor: country, Role: "president"}}})
	return id
}

// envoy is one of few people whom no lexicon knows, some of them of one name, and
// some articles don't tell of which country.
func (w *writer) envoy(i int) string {
	id, country := fmt.Sprint("person:john-smith-", i%5), ""
	if w.random.IntN(3) > 0 {
		country = strings.ToUpper(strings.TrimPrefix(w.country(i), "country:"))
		id += "." + strings.ToLower(country)
	}
	w.actor(entente.Actor{ID: id, Name: fmt.Sprint("John Smith ", i%5), Kind: entente.Person, Country: country})
	return id
}

// body is an organisation that some articles name by an acronym only.
func (w *writer) body(i int) string {
	letter := string(rune('A' + i%20))
	a := entente.Actor{ID: "organization:o" + strings.ToLower(letter) + "s", Name: "O" + letter + "S", Kind: entente.Organization}
	if w.random.IntN(2) == 0 {
		a.Aliases = []string{a.Name}
		a.ID, a.Name = "organization:organization-of-"+strings.ToLower(letter)+"-states", "Organization of "+letter+" States"
		if w.random.IntN(2) == 0 {
			a.Country = strings.ToUpper(strings.TrimPrefix(w.country(i), "country:"))
			a.ID += "." + strings.ToLower(a.Country)
		}
	}
	w.actor(a)
	return a.ID
}

func (w *writer) treaty(h happening) string {
	id := fmt.Sprint("treaty:", h.treaty)
	if !w.known[id] {
		w.known[id] = true
		w.record.Treaties = append(w.record.Treaties, entente.Treaty{ID: id, Name: fmt.Sprint("Treaty ", h.treaty),
			Year: 1990, Status: []entente.TreatyStatus{entente.TreatySigned, entente.TreatyInForce}[w.random.IntN(2)],
			Named: true, Parties: []string{w.country(h.from), w.country(h.to)}, Mentions: []entente.Mention{{}}})
	}
	return id
}

func (w *writer) actor(a entente.Actor) {
	if !w.known[a.ID] {
		w.known[a.ID] = true
		a.Mentions = []entente.Mention{{}}
		w.record.Actors = append(w.record.Actors, a)
	}
}

func (w *writer) name(id string) string {
	for _, a := range w.record.Actors {
		if a.ID == id {
			return a.Name
		}
	}
	return id
}
