package graph

import (
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// caption is the event in a few words: "Vladimir Putin proposes cyber pact to
// United States", "Russia suspends INF Treaty".
func (m merged) caption() string {
	recipients := m.recipients
	if m.together { // a country that somebody acts for is there already
		present := sides(m.actors)
		recipients = slices.DeleteFunc(slices.Clone(recipients), func(p party) bool { return slices.Contains(present, p.Side) })
	}
	actors, whom := speakers(m.actors), join(speakers(recipients), "and")
	onTreaty := actionVerbs[m.action] != "" && len(m.treaties) > 0
	if onTreaty && m.together {
		actors, whom = speakers(append(slices.Clone(m.actors), m.recipients...)), ""
	}
	s, plural := join(actors, "and"), len(actors) > 1
	if s == "" {
		s = "Somebody"
	}
	if onTreaty {
		var names []string
		for _, t := range m.treaties {
			names = append(names, strings.TrimPrefix(t.Name, "Proposed "))
		}
		s += " " + agree(actionVerbs[m.action], plural) + " " + join(names, "and")
		if m.action == entente.Propose && whom != "" {
			s += " to " + whom
		}
	} else if f := m.phrase(); whom == "" {
		s += " " + agree(f.alone, plural)
	} else {
		s += " " + agree(f.toward, plural) + " " + whom
	}
	switch m.status {
	case entente.Occurred, entente.Ongoing, "":
		return s
	}
	if m.status == entente.Proposed && m.offer() || m.status == entente.Threatened && m.typ == entente.Threaten {
		return s // the verb says so
	}
	return s + " (" + string(m.status) + ")"
}

func (m merged) offer() bool {
	return m.typ == entente.Agree || m.typ == entente.Request || m.action == entente.Propose
}

// phrase says what was done, by itself and followed by those it was done to.
type phrase struct{ alone, toward string }

func (m merged) phrase() phrase {
	if m.typ == entente.Agree && (m.action == entente.Propose || m.status == entente.Proposed) {
		return phrase{"offers an agreement", "offers an agreement to"}
	}
	if f, ok := phrases[string(m.typ)+" "+m.mode]; ok {
		return f
	}
	if f, ok := phrases[string(m.typ)]; ok {
		return f
	}
	return phrase{"acts", "acts on"}
}

// agree puts a phrase that begins with a verb into the plural: "ratifies it"
// becomes "ratify it".
func agree(s string, plural bool) string {
	if !plural {
		return s
	}
	verb, rest, found := strings.Cut(s, " ")
	if stem, ok := strings.CutSuffix(verb, "ies"); ok {
		verb = stem + "y"
	} else {
		verb = strings.TrimSuffix(verb, "s")
	}
	if found {
		return verb + " " + rest
	}
	return verb
}

var actionVerbs = map[entente.Action]string{
	entente.Propose: "proposes", entente.Negotiate: "negotiates", entente.Sign: "signs", entente.Ratify: "ratifies",
	entente.Join: "joins", entente.Extend: "extends", entente.Suspend: "suspends", entente.Withdraw: "withdraws from",
	entente.Violate: "violates", entente.RejectIt: "rejects",
}

// phrases has an entry for each type, and for a type and a mode where that says more.
var phrases = map[string]phrase{
	"AGREE":                 {"agrees", "offers cooperation to"}, // two sides that agree are both actors
	"CONSULT":               {"holds talks", "meets"},
	"CONSULT visit":         {"makes a visit", "visits"},
	"CONSULT phone":         {"talks by phone", "talks by phone with"},
	"SUPPORT":               {"gives support", "supports"},
	"CONCEDE":               {"gives way", "gives way to"},
	"COOPERATE":             {"cooperates", "cooperates with"},
	"AID":                   {"gives aid", "gives aid to"},
	"RETREAT":               {"gives way", "gives way to"},
	"RETREAT withdraw":      {"pulls back", "pulls back from"},
	"RETREAT release":       {"releases prisoners", "releases prisoners of"},
	"RETREAT ceasefire":     {"ceases fire", "ceases fire with"},
	"RETREAT disarm":        {"disarms", "disarms before"},
	"RETREAT resign":        {"resigns", "resigns before"},
	"REQUEST":               {"makes a demand", "makes a demand on"},
	"ACCUSE":                {"makes accusations", "accuses"},
	"ACCUSE investigate":    {"investigates", "investigates"},
	"REJECT":                {"refuses", "rebuffs"},
	"THREATEN":              {"makes threats", "threatens"},
	"PROTEST":               {"protests", "protests against"},
	"SANCTION":              {"takes measures", "takes measures against"},
	"SANCTION expel":        {"expels diplomats", "expels diplomats of"},
	"SANCTION convict":      {"passes sentence", "convicts"},
	"SANCTION withdraw":     {"withdraws", "breaks with"},
	"SANCTION discontinue":  {"breaks off relations", "breaks off relations with"},
	"MOBILIZE":              {"mobilizes forces", "mobilizes forces against"},
	"COERCE":                {"uses coercion", "coerces"},
	"COERCE cyber":          {"mounts cyberattacks", "mounts cyberattacks on"},
	"COERCE misinformation": {"spreads disinformation", "spreads disinformation against"},
	"COERCE arrest":         {"makes arrests", "arrests people of"},
	"COERCE deport":         {"deports people", "deports people of"},
	"COERCE seize":          {"seizes property", "seizes property of"},
	"ASSAULT":               {"attacks", "attacks"},
	"ASSAULT abduct":        {"abducts people", "abducts people of"},
	"ASSAULT aerial":        {"bombs", "bombs"},
}

// speakers are the names to show for a side: a country only if none of its
// people or bodies, who are more exact, is there too.
func speakers(parties []party) []string {
	exact := map[string]bool{}
	for _, p := range parties {
		if !isCountry(p) {
			exact[p.Side] = true
		}
	}
	var names []string
	for _, p := range parties {
		if !isCountry(p) || !exact[p.Side] {
			names = append(names, p.Name)
		}
	}
	return names
}

// join lists at most three names.
func join(names []string, and string) string {
	switch n := len(names); {
	case n == 0:
		return ""
	case n == 1:
		return names[0]
	case n > 3:
		return strings.Join(names[:2], ", ") + " " + and + " others"
	default:
		return strings.Join(names[:n-1], ", ") + " " + and + " " + names[n-1]
	}
}
