package eval

import (
	"cmp"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// reality groups the statuses that a scorer takes for one another.
var reality = map[entente.Status]string{
	entente.Occurred: "real", entente.Ongoing: "real",
	entente.Planned: "open", entente.Proposed: "open", entente.Threatened: "open", entente.Hypothetical: "open",
	entente.Alleged: "disputed", entente.Denied: "disputed",
}

// fit says how far an event that was found is the gold's.
type fit int

const (
	otherType  fit = iota
	otherSides     // the type is accepted, or the same is done to the treaty
	otherYear      // so are actors and recipients
	fits
)

// link is how an event that was found stands to one of the gold's.
type link struct {
	gold, found int
	inSentence  bool // the gold's evidence is among the found one's
	fit         fit
	date        nearness
	score       int // of two that fit, the higher is paired first
}

// matcher compares the events of one article.
type matcher struct {
	gold     Article
	treaty   map[string]int // index of the gold's treaty of that name
	record   *reader
	actors   [][2]names // of the gold's events: acting, acted upon
	sides    [][2]names // of the record's
	evidence []span     // of the gold's events, in the article's text
	quoted   [][]span   // the sentences of the record's events
}

// span is a range of bytes; the zero span is nowhere.
type span struct{ start, end int }

func (a span) overlaps(b span) bool { return a.start < b.end && b.start < a.end }

func newMatcher(gold Article, record *reader) *matcher {
	m := &matcher{gold: gold, record: record, treaty: map[string]int{}}
	for i, t := range gold.Treaties {
		m.treaty[t.Name] = i
	}
	for _, e := range gold.Events {
		m.actors = append(m.actors, [2]names{namesOf(e.Actor...), namesOf(e.Recipient...)})
		m.evidence = append(m.evidence, locate(record.Article.Text, e.Evidence))
	}
	sentences := map[string][]span{}
	for _, c := range record.Claims {
		s := span{c.Sentence[0], c.Sentence[1]}
		if s == (span{}) {
			s = span{c.Start, c.End}
		}
		sentences[c.Event] = append(sentences[c.Event], s)
	}
	for _, e := range record.Events {
		m.sides = append(m.sides, [2]names{record.side(e.Actors), record.side(e.Recipients)})
		m.quoted = append(m.quoted, sentences[e.ID])
	}
	return m
}

// locate finds where the words stand in the text, whatever white space is
// between them.
func locate(text, words string) span {
	want := strings.Fields(words)
	if len(want) == 0 {
		return span{}
	}
	for from := 0; ; {
		at := strings.Index(text[from:], want[0])
		if at < 0 {
			return span{}
		}
		start := from + at
		end, ok := start, true
		for _, w := range want {
			rest := text[end:]
			trimmed := strings.TrimLeft(rest, " \t\n\r\u00a0")
			if !strings.HasPrefix(trimmed, w) {
				ok = false
				break
			}
			end += len(rest) - len(trimmed) + len(w)
		}
		if ok {
			return span{start, end}
		}
		from = start + len(want[0])
	}
}

// links compares every event of the gold with every one of the record.
func (m *matcher) links() []link {
	var all []link
	for g := range m.gold.Events {
		for f := range m.record.Events {
			all = append(all, m.compare(g, f))
		}
	}
	return all
}

func (m *matcher) compare(g, f int) link {
	want, got := m.gold.Events[g], m.record.Events[f]
	l := link{gold: g, found: f, date: compareDates(want.Date, got.Date)}
	for _, s := range m.quoted[f] {
		l.inSentence = l.inSentence || m.evidence[g].overlaps(s)
	}
	treaty := m.sameTreaty(want, got)
	action := want.Action != "" && got.Action == want.Action && treaty
	switch {
	case !slices.Contains(want.Types, got.Type) && !action:
		l.fit = otherType
		return l
	case !m.sameSides(g, f, treaty):
		l.fit = otherSides
		return l
	case l.date == far && !sameYear(want.Date, got.Date):
		l.fit = otherYear
		return l
	}
	l.fit = fits
	for _, reason := range []struct {
		holds  bool
		weight int
	}{
		{got.Type == want.Types[0], 1},
		{sameReality(want.Status, got.Status), 2},
		{l.date == near, 2},
		{treaty, 2},
		{action, 1},
	} {
		if reason.holds {
			l.score += reason.weight
		}
	}
	return l
}

func (m *matcher) sameTreaty(want Event, got entente.Event) bool {
	i, ok := m.treaty[want.Treaty]
	return ok && slices.ContainsFunc(got.Treaties, func(id string) bool { return slices.Contains(m.record.treaties[id], i) })
}

// sameSides reports whether the right ones act, and on the right ones. In
// symmetric events the sides may be swapped; the treaty may stand for its
// parties.
func (m *matcher) sameSides(g, f int, treaty bool) bool {
	want, got := m.actors[g], m.sides[f]
	if (len(want[0]) == 0 || want[0].meets(got[0])) &&
		(len(want[1]) == 0 || want[1].meets(got[1]) || len(got[1]) == 0 && treaty) {
		return true
	}
	if !m.gold.Events[g].Types[0].Symmetric() && !m.record.Events[f].Type.Symmetric() {
		return false
	}
	either := names{}
	either.add(got[0])
	either.add(got[1])
	return (len(want[0]) == 0 || want[0].meets(either)) && (len(want[1]) == 0 || want[1].meets(either) || treaty)
}

func sameReality(a, b entente.Status) bool { return reality[a] == reality[b] }

// pair gives each event of the gold at most one that was found, and the other way
// round, the best pairs first.
func pair(links []link) map[int]link {
	fitting := slices.DeleteFunc(slices.Clone(links), func(l link) bool { return l.fit != fits })
	slices.SortStableFunc(fitting, func(a, b link) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.gold, b.gold), cmp.Compare(a.found, b.found))
	})
	paired, taken := map[int]link{}, map[int]bool{}
	for _, l := range fitting {
		if _, ok := paired[l.gold]; !ok && !taken[l.found] {
			paired[l.gold] = l
			taken[l.found] = true
		}
	}
	return paired
}
