package extract

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	entente "github.com/entente-graph/entente"
)

// Annotated is an article in which a reader has marked what tells of events, for Learn.
type Annotated struct {
	Article entente.Article
	Events  map[int]AnnotatedEvent // by number
	Dated   bool                   // it is marked when its events were
	marks   []mark                 // in order of the text
}

// AnnotatedEvent is an event of an Annotated article.
type AnnotatedEvent struct {
	Types            []entente.EventType // that a reader may take it for, the best first
	Actor, Recipient []string            // accepted names
	Status           entente.Status
	Date             entente.Date // where the article is Dated; "" when the text doesn't tell
}

// mark says that the word that ends at a byte of the text tells of events.
type mark struct {
	end    int
	events []int
}

// ReadAnnotated reads annotated articles; name is what errors and articles call the file.
// An article is
//
//	=== 2018-03-27
//	Headline
//	A paragraph a line, in which Australia expelled{1} two envoys over the poisoning{2}.
//	---
//	1 SANCTION | Australia | Russia | occurred
//	2 ASSAULT/COERCE | Russia | Sergei Skripal/United Kingdom | denied
//
// with its date of publication, the numbers of the events that a word tells of behind it, and a
// line for each event: types, accepted names of who does it and to whom, status. In some articles
// each event also has its date, or - where the text doesn't tell.
//
//	1 SANCTION | Australia | Russia | occurred | 2018-03-26
//	2 ASSAULT/COERCE | Russia | Sergei Skripal/United Kingdom | denied | -
func ReadAnnotated(r io.Reader, name string) ([]Annotated, error) {
	var all []Annotated
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	events := false
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		date, begins := strings.CutPrefix(line, "===")
		if begins {
			id := fmt.Sprintf("%s:%d", name, n)
			all = append(all, Annotated{Article: entente.Article{ID: "article:" + id, Path: id, Published: entente.Date(strings.TrimSpace(date)), Language: "en"}, Events: map[int]AnnotatedEvent{}})
			events = false
			continue
		}
		if line == "" {
			continue
		}
		if len(all) == 0 {
			return nil, fmt.Errorf("%s:%d: want === and a date first", name, n)
		}
		a := &all[len(all)-1]
		var err error
		switch {
		case line == "---":
			events = true
		case events:
			err = a.event(line)
		default:
			err = a.paragraph(line)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	for i := range all {
		if err := all[i].check(); err != nil {
			return nil, fmt.Errorf("%s: %w", all[i].Article.Path, err)
		}
	}
	return all, nil
}

// marked is the mark behind a word.
var marked = regexp.MustCompile(`\{(\d+(?:,\s*\d+)*)\}`)

// paragraph adds a paragraph of the text and takes out its marks.
func (a *Annotated) paragraph(line string) error {
	text := &a.Article.Text
	if *text != "" {
		*text += "\n\n"
	}
	last := 0
	for _, m := range marked.FindAllStringSubmatchIndex(line, -1) {
		*text += line[last:m[0]]
		last = m[1]
		k := mark{end: len(strings.TrimRight(*text, "\"”“’‘',.;:!?) "))}
		for _, number := range strings.Split(line[m[2]:m[3]], ",") {
			n, err := strconv.Atoi(strings.TrimSpace(number))
			if err != nil {
				return fmt.Errorf("read a mark: %w", err)
			}
			k.events = append(k.events, n)
		}
		a.marks = append(a.marks, k)
	}
	*text += line[last:]
	if strings.ContainsAny(*text, "{}") {
		return fmt.Errorf("braces that are no mark")
	}
	return nil
}

// event adds an event.
func (a *Annotated) event(line string) error {
	fields := strings.Split(line, "|")
	number, types, ok := strings.Cut(strings.TrimSpace(fields[0]), " ")
	n, err := strconv.Atoi(number)
	if !ok || err != nil || len(fields) != 4 && len(fields) != 5 {
		return fmt.Errorf("want NUMBER TYPE[/TYPE] | actors | recipients | status [| date]")
	}
	if dated := len(fields) == 5; len(a.Events) > 0 && dated != a.Dated {
		return fmt.Errorf("some events have a date or -, some haven't")
	}
	if _, ok := a.Events[n]; ok {
		return fmt.Errorf("event %d again", n)
	}
	e := AnnotatedEvent{Actor: slashed(fields[1]), Recipient: slashed(fields[2]), Status: entente.Status(strings.TrimSpace(fields[3]))}
	for _, t := range slashed(types) {
		if !slices.Contains(entente.EventTypes(), entente.EventType(t)) {
			return fmt.Errorf("unknown type %q", t)
		}
		e.Types = append(e.Types, entente.EventType(t))
	}
	if !slices.Contains(entente.Statuses(), e.Status) {
		return fmt.Errorf("unknown status %q", e.Status)
	}
	if a.Dated = len(fields) == 5; a.Dated {
		if date := strings.TrimSpace(fields[4]); date != "-" {
			if e.Date, err = entente.ParseDate(date); err != nil || date == "" {
				return fmt.Errorf("want the date of the event, or -: %q", date)
			}
		}
	}
	a.Events[n] = e
	return nil
}

// slashed splits names that stand between slashes.
func slashed(list string) []string {
	var out []string
	for _, name := range strings.Split(list, "/") {
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// check reports a mark without an event and an event without a mark.
func (a *Annotated) check() error {
	told := map[int]bool{}
	for _, m := range a.marks {
		for _, n := range m.events {
			if _, ok := a.Events[n]; !ok {
				return fmt.Errorf("mark {%d} has no event", n)
			}
			told[n] = true
		}
	}
	for n := range a.Events {
		if !told[n] {
			return fmt.Errorf("event %d has no mark", n)
		}
	}
	if _, ok := a.Article.Published.Time(); !ok {
		return fmt.Errorf("no date of publication")
	}
	return nil
}

// at gives the events that token i tells of.
func (a *Annotated) at(s *sentence, i int) []AnnotatedEvent {
	var out []AnnotatedEvent
	for _, m := range a.marks {
		if t := s.Tokens[i]; t.Start < m.end && m.end <= t.End {
			for _, n := range m.events {
				out = append(out, a.Events[n])
			}
		}
	}
	return out
}
