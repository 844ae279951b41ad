package eval

import (
	"path"
	"path/filepath"

	"github.com/entente-graph/entente"
)

// Report is how extraction did on one folder of gold.
type Report struct {
	Folder   string          `json:"folder"`
	Total    Counts          `json:"total"`
	Figures  []Figure        `json:"figures"`
	Types    []TypeCount     `json:"types"` // in PLOVER's order, those that occur
	Articles []ArticleReport `json:"articles"`
	Told     []Telling       `json:"-"`
}

// TypeCount is how events of one type fared: those of the gold by the best of
// their types, those found by the one they were given.
type TypeCount struct {
	Type      entente.EventType `json:"type"`
	Recall    Ratio             `json:"recall"`
	Precision Ratio             `json:"precision"`
}

// F1 is the harmonic mean of precision and recall.
func (t TypeCount) F1() float64 { return harmonic(t.Precision.Value(), t.Recall.Value()) }

// ArticleReport is how extraction did on one article.
type ArticleReport struct {
	File     string    `json:"file"`
	Counts   Counts    `json:"counts"`
	Findings []Finding `json:"findings"`
}

// Finding is something that was missed, or found though it isn't there.
type Finding struct {
	Kind   Kind              `json:"kind"`
	Extra  bool              `json:"extra"`            // found though it isn't there
	Cause  string            `json:"cause,omitempty"`  // of an event
	Type   entente.EventType `json:"type,omitempty"`   // of an event
	Core   bool              `json:"core,omitempty"`   // of an event
	Key    string            `json:"key"`              // tells it from others of its kind in the article
	Detail string            `json:"detail,omitempty"` // for a person to read
}

// Kind is the sort of thing that was missed or is too much.
type Kind string

// The kinds of findings.
const (
	FindTitle     Kind = "title"
	FindPublished Kind = "published"
	FindLitter    Kind = "litter"
	FindActor     Kind = "actor"
	FindTreaty    Kind = "treaty"
	FindEvent     Kind = "event"
	FindClaim     Kind = "claim"
)

// Why an event of the gold was missed, or one that was found counts as too much.
const (
	CauseNoSentence = "evidence not in text"
	CauseUnread     = "sentence gave no event"
	CauseType       = "another type"
	CauseSides      = "other sides"
	CauseYear       = "another year"
	CauseTaken      = "counted already"
	CauseUnwanted   = "not in gold"
)

// Options say what Score has to know besides gold and records.
type Options struct {
	// Countries gives the names of countries by ISO code, by which the scorer
	// knows somebody's country.
	Countries map[string]string
	// Events gives the graph's event by the id of a claim about it, from a store
	// that the records were loaded into; nil when sameness isn't to be scored.
	Events map[string]string
}

// Score compares records with gold. A record belongs to the article whose file
// name its path, else its URL or id, ends in; an article without a record counts
// as one that nothing was found in.
func Score(g Gold, records []entente.Record, o Options) Report {
	of := recordsByFile(records)
	report := Report{Folder: g.Folder}
	types := map[entente.EventType]*TypeCount{}
	for _, t := range entente.EventTypes() {
		types[t] = &TypeCount{Type: t}
	}
	var counts []Counts
	for _, a := range g.Articles {
		record, ok := of[a.File]
		s := scorer{gold: a, record: newReader(record, o.Countries), types: types}
		if !ok {
			s.counts.Missing++
		}
		s.score()
		report.Articles = append(report.Articles, ArticleReport{a.File, s.counts, s.findings})
		report.Total.add(&s.counts)
		counts = append(counts, s.counts)
		report.Told = append(report.Told, s.told...)
	}
	if o.Events != nil && g.Clusters != nil {
		report.Total.SamePrecision, report.Total.SameRecall = sameness(report.Told, g.Clusters, o.Events)
	}
	report.Figures = figures(&report.Total, counts)
	for _, t := range entente.EventTypes() {
		if c := *types[t]; c.Recall.Of > 0 || c.Precision.Of > 0 {
			report.Types = append(report.Types, c)
		}
	}
	return report
}

// Pick gives, in the gold's order, the records that belong to its articles.
func (g Gold) Pick(records []entente.Record) []entente.Record {
	of := recordsByFile(records)
	var picked []entente.Record
	for _, a := range g.Articles {
		if r, ok := of[a.File]; ok {
			picked = append(picked, r)
		}
	}
	return picked
}

// recordsByFile gives the last record of each article by its file name.
func recordsByFile(records []entente.Record) map[string]entente.Record {
	of := map[string]entente.Record{}
	for _, r := range records {
		of[fileOf(r.Article)] = r
	}
	return of
}

// fileOf is the file name by which the gold knows an article.
func fileOf(a entente.Article) string {
	switch {
	case a.Path != "":
		return path.Base(filepath.ToSlash(a.Path))
	case a.URL != "":
		return path.Base(a.URL)
	}
	return path.Base(a.ID)
}

// Telling is one article's report of an event of the gold, with the claims of
// the event that was found for it.
type Telling struct {
	File, Event string
	Claims      []string
}

// sameness scores the pairs of tellings, from two articles, that the graph has
// brought together, and those that it should have.
func sameness(told []Telling, clusters map[string][]string, events map[string]string) (precision, recall Ratio) {
	type node struct{ file, gold, graph string }
	var nodes []node
	for _, t := range told {
		n := node{file: t.File, gold: t.Event}
		for _, c := range t.Claims {
			if e, ok := events[c]; ok {
				n.graph = e
			}
		}
		if n.graph != "" {
			nodes = append(nodes, n)
		}
	}
	for i, a := range nodes {
		for _, b := range nodes[:i] {
			if a.file == b.file || a.graph != b.graph {
				continue
			}
			precision.count(a.gold == b.gold)
			if a.gold == b.gold {
				recall.Hits++
			}
		}
	}
	for _, files := range clusters {
		recall.Of += len(files) * (len(files) - 1) / 2
	}
	return precision, recall
}
