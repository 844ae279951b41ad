package eval

import (
	"reflect"
	"testing"

	"github.com/entente-graph/entente"
)

func TestNormalize(t *testing.T) {
	for in, want := range map[string]string{
		"Türkiye":                     "turkiye",
		"the U.S.":                    "us",
		"Mr. Putin’s":                 "putin",
		"President Emmanuel Macron":   "emmanuel macron",
		"Prime Minister Narendra":     "narendra",
		"Prime, Minister":             "prime minister", // not the style
		"Côte d'Ivoire":               "cote d ivoire",
		"it'snot":                     "it snot",
		"Łódź":                        "odz",
		"ﬁnal  Ⅳ":                     "final iv",
		"Россия":                      "",
		"secretary of state for war ": "for war",
	} {
		if got := normalize(in); got != want {
			t.Errorf("normalize(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCompareDates(t *testing.T) {
	for _, c := range []struct {
		gold, found entente.Date
		want        nearness
	}{
		{"", "2020", unknown},
		{"2020-09-25", "", unknown},
		{"2020-09-25", "2020-09-25", near},
		{"2020-09-25", "2020-09-26", near},
		{"2020-03-01", "2020-02-29", near},
		{"2019-12-31", "2020-01-01", near},
		{"2020-09-25", "2020-09-27", far},
		{"2020-09-25", "2020-09", far}, // less exact than the text allows
		{"2020-09", "2020-09-01", near},
		{"2020-09", "2020-10-01", far},
		{"2020-09", "2020", far},
		{"2020", "2020-05", near},
		{"2020", "2021", far},
	} {
		if got := compareDates(c.gold, c.found); got != c.want {
			t.Errorf("compareDates(%q, %q) = %v, want %v", c.gold, c.found, got, c.want)
		}
	}
}

func TestSameTreaty(t *testing.T) {
	only := false
	for _, c := range []struct {
		name  string
		gold  Treaty
		year  int
		found []string
		want  bool
	}{
		{"by name", Treaty{Name: "INF Treaty", Year: 1987}, 0, []string{"the INF Treaty"}, true},
		{"by another right name", Treaty{Name: "INF Treaty", Accept: []string{"missile pact"}}, 0, []string{"missile pact"}, true},
		{"by year and part of the name", Treaty{Name: "Treaty on Open Skies", Year: 1992}, 1992, []string{"Open Skies"}, true},
		{"part of the name, another year", Treaty{Name: "Treaty on Open Skies", Year: 1992}, 1993, []string{"Open Skies"}, false},
		{"part of the name, year unknown", Treaty{Name: "Treaty on Open Skies", Year: 1992}, 0, []string{"Open Skies"}, false},
		{"a short part", Treaty{Name: "New START treaty", Year: 2010}, 2010, []string{"START"}, false},
		{"described, by year", Treaty{Name: "1972 accord", Year: 1972, Named: &only}, 1972, []string{"SALT I"}, true},
		{"named, by year alone", Treaty{Name: "Biological Weapons Convention", Year: 1972}, 1972, []string{"SALT I"}, false},
	} {
		accept := namesOf(append([]string{c.gold.Name}, c.gold.Accept...)...)
		if got := sameTreaty(c.gold, accept, c.year, namesOf(c.found...)); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestMatchActorsOneToOne(t *testing.T) {
	gold := []Actor{{Name: "Russia", Aliases: []string{"Moscow", "Kremlin"}}, {Name: "Vladimir Putin", Aliases: []string{"Putin"}}, {Name: "NATO"}}
	for _, c := range []struct {
		name   string
		actors []entente.Actor
		want   map[int]string
	}{
		{"a copy stays alone", []entente.Actor{{ID: "b", Name: "Moscow"}, {ID: "a", Name: "Russia", Aliases: []string{"Moscow"}}}, map[int]string{0: "a"}},
		{"two made one count as one", []entente.Actor{{ID: "a", Name: "Putin", Aliases: []string{"Moscow", "Kremlin", "Russia"}}}, map[int]string{0: "a"}},
		{"by mention", []entente.Actor{{ID: "a", Name: "X", Mentions: []entente.Mention{{Text: "Putin"}}}}, map[int]string{1: "a"}},
		{"pronouns name nobody", []entente.Actor{{ID: "a", Name: "they"}, {ID: "b", Name: "The two countries"}}, map[int]string{}},
		{"the same by a list", []entente.Actor{{ID: "a", Name: "North Atlantic Treaty Organisation"}, {ID: "b", Name: "Soviet Union"}}, map[int]string{0: "b", 2: "a"}},
	} {
		if got := newReader(entente.Record{Actors: c.actors}, nil).matchActors(gold); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// pairing pairs events of an article on Russia, the United States and a treaty.
func pairing(gold []Event, found []entente.Event) map[int]int {
	record := newReader(entente.Record{
		Actors: []entente.Actor{
			{ID: "ru", Name: "Russia", Country: "RU"}, {ID: "us", Name: "United States", Country: "US"},
			{ID: "lavrov", Name: "Sergei Lavrov", Country: "RU"},
		},
		Treaties: []entente.Treaty{{ID: "inf", Name: "INF Treaty"}},
		Events:   found,
	}, map[string]string{"RU": "Russia", "US": "United States"})
	article := Article{Treaties: []Treaty{{Name: "INF Treaty", Year: 1987}}, Events: gold}
	record.matchTreaties(article.Treaties)
	pairs := map[int]int{}
	for g, l := range pair(newMatcher(article, record).links()) {
		pairs[g] = l.found
	}
	return pairs
}

func TestPairEvents(t *testing.T) {
	event := func(types ...entente.EventType) Event {
		return Event{Types: types, Actor: []string{"Russia"}, Recipient: []string{"United States"}, Status: entente.Occurred, Date: "2019-02-02"}
	}
	found := func(typ entente.EventType, actors, recipients []string, date entente.Date) entente.Event {
		return entente.Event{Type: typ, Actors: actors, Recipients: recipients, Date: date, Status: entente.Occurred}
	}
	russia, america, lavrov := []string{"ru"}, []string{"us"}, []string{"lavrov"}
	withdrawal := event(entente.Sanction)
	withdrawal.Action, withdrawal.Treaty = entente.Suspend, "INF Treaty"
	suspends := entente.Event{Type: entente.Reject, Action: entente.Suspend, Actors: russia, Treaties: []string{"inf"}}
	for _, c := range []struct {
		name  string
		gold  []Event
		found []entente.Event
		want  map[int]int
	}{
		{"as it is", []Event{event(entente.Accuse)}, []entente.Event{found(entente.Accuse, russia, america, "2019-02-02")}, map[int]int{0: 0}},
		{"somebody of the country", []Event{event(entente.Accuse)}, []entente.Event{found(entente.Accuse, lavrov, america, "")}, map[int]int{0: 0}},
		{"the other way round", []Event{event(entente.Accuse)}, []entente.Event{found(entente.Accuse, america, russia, "2019-02-02")}, map[int]int{}},
		{"the other way round, symmetric", []Event{event(entente.Consult)}, []entente.Event{found(entente.Consult, america, russia, "")}, map[int]int{0: 0}},
		{"both on one side, symmetric", []Event{event(entente.Agree)}, []entente.Event{found(entente.Agree, []string{"ru", "us"}, nil, "")}, map[int]int{0: 0}},
		{"symmetric by what was found", []Event{event(entente.Support, entente.Agree)}, []entente.Event{found(entente.Agree, america, russia, "")}, map[int]int{0: 0}},
		{"another type", []Event{event(entente.Accuse)}, []entente.Event{found(entente.Reject, russia, america, "2019-02-02")}, map[int]int{}},
		{"a second type", []Event{event(entente.Coerce, entente.Assault)}, []entente.Event{found(entente.Assault, russia, america, "")}, map[int]int{0: 0}},
		{"the treaty's action, without recipient", []Event{withdrawal}, []entente.Event{suspends}, map[int]int{0: 0}},
		{"another day of the year", []Event{event(entente.Accuse)}, []entente.Event{found(entente.Accuse, russia, america, "2019-11-30")}, map[int]int{0: 0}},
		{"another year", []Event{event(entente.Accuse)}, []entente.Event{found(entente.Accuse, russia, america, "2018-02-02")}, map[int]int{}},
		{"one for one", []Event{event(entente.Accuse), event(entente.Accuse)}, []entente.Event{found(entente.Accuse, russia, america, "")}, map[int]int{0: 0}},
		{"the best first", []Event{event(entente.Accuse)},
			[]entente.Event{found(entente.Accuse, russia, america, "2019"), found(entente.Accuse, russia, america, "2019-02-03")}, map[int]int{0: 1}},
		{"of equals the first", []Event{event(entente.Accuse), event(entente.Accuse)},
			[]entente.Event{found(entente.Accuse, russia, america, "2019-02-02"), found(entente.Accuse, russia, america, "2019-02-02")}, map[int]int{0: 0, 1: 1}},
	} {
		if got := pairing(c.gold, c.found); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestLocate(t *testing.T) {
	const text = "Each side\nhad its say. Each  side left."
	for words, want := range map[string]span{
		"Each side had":   {0, 13},
		"Each side left.": {23, 39},
		"Each side went":  {},
		"":                {},
	} {
		if got := locate(text, words); got != want {
			t.Errorf("locate(%q) = %v, want %v", words, got, want)
		}
	}
}
