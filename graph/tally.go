package graph

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/entente-graph/entente"
)

// tally counts, for an element that several articles may know, how many of them
// observe what. Loading an article adds its observations and forgetting it takes
// them away, so a tally doesn't depend on the order of either, and the element's
// properties are made from nothing else.
type tally map[string]int

// articles is the entry that counts the articles that know the element at all.
const articles = ""

// observed names one observation: a property and the value an article gives it.
func observed(property, value string) string { return property + "=" + value }

func decodeTally(s string) (tally, error) {
	t := tally{}
	if s == "" {
		return t, nil
	}
	if err := json.Unmarshal([]byte(s), &t); err != nil {
		return nil, fmt.Errorf("decode stored tally: %w", err)
	}
	return t, nil
}

func (t tally) encode() string {
	b, err := json.Marshal(t)
	if err != nil { // it has only strings and integers
		panic(fmt.Sprintf("encode tally: %v", err))
	}
	return string(b)
}

// add counts the observations of another tally, times n.
func (t tally) add(other tally, n int) {
	for o, count := range other {
		if t[o] += n * count; t[o] == 0 {
			delete(t, o)
		}
	}
}

// values gives the values observed of a property, those of the most articles
// first, equal ones in order of the value.
func (t tally) values(property string) []string {
	prefix := observed(property, "")
	var keys []string
	for o := range t {
		if strings.HasPrefix(o, prefix) {
			keys = append(keys, o)
		}
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(t[b], t[a]), cmp.Compare(a, b)) })
	for i, k := range keys {
		keys[i] = k[len(prefix):]
	}
	return keys
}

// first is the value that most articles observe, "" when there is none.
func (t tally) first(property string) string {
	if v := t.values(property); len(v) > 0 {
		return v[0]
	}
	return ""
}

// names sets a node's name, the one most articles give, and if it has aliases,
// all its other names.
func (t tally) names(p map[string]any, aliases bool) {
	name := t.first("name")
	if name != "" {
		p["name"] = name
	}
	if !aliases {
		return
	}
	others := append(t.values("name"), t.values("alias")...)
	slices.Sort(others)
	others = slices.DeleteFunc(slices.Compact(others), func(s string) bool { return s == name })
	if len(others) > 0 {
		p["aliases"] = others
	}
}

// described lists what a tally describes: an element and its aliases, or nothing
// when no article knows of it.
func described(k Key, t tally) []Element {
	if t[articles] == 0 {
		return nil
	}
	return append([]Element{shared(k, t)}, aliases(k, t)...)
}

// shared makes the element that a tally describes.
func shared(k Key, t tally) Element {
	p := map[string]any{"_tally": t.encode()}
	switch k.Kind {
	case Actor:
		t.names(p, true)
		if c := t.first("country"); c != "" {
			p["country"] = c
		}
	case Treaty:
		t.names(p, true)
		if year, err := strconv.Atoi(t.first("year")); err == nil {
			p["year"] = int64(year)
		}
		if s := t.treatyStatus(); s != "" {
			p["status"] = s
		}
		p["named"] = t[observed("named", "true")] > 0
	case Place:
		t.names(p, false)
		if c := t.first("country"); c != "" {
			p["country"] = c
		}
		if lat, long, ok := strings.Cut(t.first("at"), " "); ok {
			p["latitude"], _ = strconv.ParseFloat(lat, 64)
			p["longitude"], _ = strconv.ParseFloat(long, 64)
		}
	case Outlet:
		t.names(p, false)
	case AffiliatedWith:
		p["role"] = k.ID
	}
	return Element{Key: k, Props: p}
}

func observeActor(a entente.Actor) []string {
	return observations(a.Aliases, "name", a.Name, "country", a.Country)
}

// observeTreaty notes the status under the month the article was published in,
// so that the latest word on it wins.
func observeTreaty(t entente.Treaty, published entente.Date) []string {
	year, status := "", ""
	if t.Year != 0 {
		year = strconv.Itoa(t.Year)
	}
	if t.Status != "" {
		status = string(published[:min(len(published), len("2006-01"))]) + " " + string(t.Status)
	}
	return observations(t.Aliases, "name", t.Name, "year", year, "status", status,
		"named", strconv.FormatBool(t.Named))
}

func observePlace(p entente.Place) []string {
	at := ""
	if p.Latitude != 0 || p.Longitude != 0 {
		at = strconv.FormatFloat(p.Latitude, 'g', -1, 64) + " " + strconv.FormatFloat(p.Longitude, 'g', -1, 64)
	}
	return observations(nil, "name", p.Name, "country", p.Country, "at", at)
}

func observations(aliases []string, pairs ...string) []string {
	var o []string
	for p, v := range props(pairs...) {
		o = append(o, observed(p, v.(string)))
	}
	for _, a := range aliases {
		if a != "" {
			o = append(o, observed("alias", strings.ToValidUTF8(a, "\uFFFD")))
		}
	}
	return o
}

// treatyStatus is the one of the latest month that has any, and within a month
// the one furthest on in a treaty's life.
func (t tally) treatyStatus() string {
	life := []entente.TreatyStatus{entente.TreatyProposed, entente.TreatySigned, entente.TreatyInForce,
		entente.TreatySuspended, entente.TreatyWithdrawn, entente.TreatyConcluded, entente.TreatyExpired}
	prefix := observed("status", "")
	latest, best, far := "", "", -2
	for _, o := range slices.Sorted(maps.Keys(t)) {
		v, ok := strings.CutPrefix(o, prefix)
		if !ok {
			continue
		}
		month, status, _ := strings.Cut(v, " ")
		n := slices.Index(life, entente.TreatyStatus(status))
		if best == "" || month > latest || month == latest && n > far {
			latest, best, far = month, status, n
		}
	}
	return best
}
