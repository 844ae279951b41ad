package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/eval"
)

func (e *evaluation) printJSON(v any) error {
	text, err := display.Encode(v)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(e.app.stdout, "%s\n", text)
	return err
}

// print shows reports side by side, then how each type of event fared.
func (e *evaluation) print(format display.Format, reports []eval.Report) error {
	if format == display.JSON {
		return e.printJSON(reports)
	}
	columns := []string{"of", "figure"}
	var rows [][]any
	for _, r := range reports {
		columns = append(columns, r.Folder)
	}
	row := func(group, name string, cell func(eval.Report) any) {
		cells := []any{group, name}
		for _, r := range reports {
			cells = append(cells, cell(r))
		}
		rows = append(rows, cells)
	}
	number := func(name string, of func(eval.Report) int) {
		row("count", name, func(r eval.Report) any { return fmt.Sprint(of(r)) })
	}
	number("articles", func(r eval.Report) int { return len(r.Articles) })
	number("articles missing", func(r eval.Report) int { return r.Total.Missing })
	number("events in gold", func(r eval.Report) int { return r.Total.EventRecall.Of })
	number("events found", func(r eval.Report) int { return r.Total.Predicted })
	number("events on bait", func(r eval.Report) int { return r.Total.Bait })
	number("litter found", func(r eval.Report) int { return r.Total.Litter })
	for i, f := range reports[0].Figures {
		row(f.Group, f.Name, func(r eval.Report) any { return figureCell(r.Figures[i]) })
	}
	if err := e.app.print(columns, rows); err != nil {
		return err
	}
	fmt.Fprintln(e.app.stdout)
	if err := e.printTypes(reports); err != nil {
		return err
	}
	if !e.show {
		return nil
	}
	for _, r := range reports {
		if err := e.printFindings(r.Folder, located(r)); err != nil {
			return err
		}
	}
	return nil
}

func figureCell(f eval.Figure) any {
	if !f.Measured {
		return nil
	}
	if f.Low == nil {
		return fmt.Sprintf("%.3f", f.Value)
	}
	return fmt.Sprintf("%.3f [%.2f, %.2f]", f.Value, *f.Low, *f.High)
}

func (e *evaluation) printTypes(reports []eval.Report) error {
	columns := []string{"folder", "type", "gold", "hit", "recall", "found", "right", "precision", "F1"}
	var rows [][]any
	share := func(of int, v float64) any {
		if of == 0 {
			return nil
		}
		return fmt.Sprintf("%.3f", v)
	}
	for _, r := range reports {
		for _, t := range r.Types {
			rows = append(rows, []any{r.Folder, string(t.Type), int64(t.Recall.Of), int64(t.Recall.Hits), share(t.Recall.Of, t.Recall.Value()),
				int64(t.Precision.Of), int64(t.Precision.Hits), share(t.Precision.Of, t.Precision.Value()), share(1, t.F1())})
		}
	}
	return e.app.print(columns, rows)
}

// printDifferences shows the figures that have changed and, with --show, what is
// found now, or missed, that wasn't.
func (e *evaluation) printDifferences(format display.Format, all []eval.Difference) error {
	if format == display.JSON {
		return e.printJSON(all)
	}
	var rows [][]any
	for _, d := range all {
		for _, c := range d.Figures {
			if c.Before == c.After {
				continue
			}
			var within, sure any
			if c.Low != nil {
				within, sure = fmt.Sprintf("[%+.3f, %+.3f]", *c.Low, *c.High), c.Sure()
			}
			rows = append(rows, []any{d.Folder, c.Group, c.Name, fmt.Sprintf("%.3f", c.Before), fmt.Sprintf("%.3f", c.After),
				fmt.Sprintf("%+.3f", c.After-c.Before), within, sure})
		}
	}
	if len(rows) == 0 {
		e.app.say("No figure has changed.")
	} else if err := e.app.print([]string{"folder", "of", "figure", "before", "after", "change", "95% of resamplings", "sure"}, rows); err != nil {
		return err
	}
	for _, d := range all {
		if !e.show {
			e.app.say("%s: %d no longer missed, %d newly missed; %d no longer too much, %d newly too much (--show lists them).",
				d.Folder, len(d.Found), len(d.Lost), len(d.Gone), len(d.New))
			continue
		}
		for _, part := range []struct {
			title string
			list  []eval.Located
		}{{"no longer missed", d.Found}, {"newly missed", d.Lost}, {"no longer too much", d.Gone}, {"newly too much", d.New}} {
			if len(part.list) == 0 {
				continue
			}
			if err := e.printFindings(d.Folder+", "+part.title, part.list); err != nil {
				return err
			}
		}
	}
	return nil
}

// located gives all findings of a report.
func located(r eval.Report) []eval.Located {
	var all []eval.Located
	for _, a := range r.Articles {
		for _, f := range a.Findings {
			all = append(all, eval.Located{File: a.File, Finding: f})
		}
	}
	return all
}

// printFindings lists what was missed and what is too much: events by cause and
// type, the most frequent first, then the rest by kind.
func (e *evaluation) printFindings(title string, all []eval.Located) error {
	p := display.NewPage(e.app.stdout, e.app.width())
	p.Rule()
	p.Line("", title)
	type group struct {
		kind  eval.Kind
		extra bool
		cause string
	}
	of := func(f eval.Located) group { return group{f.Kind, f.Extra, f.Cause} }
	groups := map[group][]eval.Located{}
	for _, f := range all {
		groups[of(f)] = append(groups[of(f)], f)
	}
	kinds := []eval.Kind{eval.FindEvent, eval.FindTreaty, eval.FindActor, eval.FindClaim, eval.FindTitle, eval.FindPublished, eval.FindLitter}
	order := slices.SortedFunc(maps.Keys(groups), func(a, b group) int {
		extra := func(g group) int {
			if g.extra {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(slices.Index(kinds, a.kind), slices.Index(kinds, b.kind)), cmp.Compare(extra(a), extra(b)),
			cmp.Compare(len(groups[b]), len(groups[a])), cmp.Compare(a.cause, b.cause))
	})
	for _, g := range order {
		p.Blank()
		list, types := byType(groups[g])
		p.Line("", heading(g.kind, g.extra, g.cause, len(list)))
		if types != "" {
			p.Line("  ", types)
		}
		for _, f := range list {
			core := ""
			if f.Core {
				core = "core"
			}
			p.Line("  ", joined(" ", string(f.Type), core, f.File+":", f.Key))
			if f.Detail != "" {
				p.Line("      ", f.Detail)
			}
		}
	}
	return p.Err()
}

func heading(kind eval.Kind, extra bool, cause string, n int) string {
	what := "Missed: "
	switch {
	case extra:
		what = "Too much: "
	case kind == eval.FindTitle || kind == eval.FindPublished:
		what = "Wrong: "
	}
	return what + joined(", ", string(kind), cause) + fmt.Sprintf(" (%d)", n)
}

// byType sorts findings so that the most frequent type of event comes first, and
// says how often each occurs.
func byType(list []eval.Located) (sorted []eval.Located, types string) {
	n := map[entente.EventType]int{}
	for _, f := range list {
		n[f.Type]++
	}
	order := slices.SortedFunc(maps.Keys(n), func(a, b entente.EventType) int {
		return cmp.Or(cmp.Compare(n[b], n[a]), strings.Compare(string(a), string(b)))
	})
	var counts []string
	for _, t := range order {
		if t != "" {
			counts = append(counts, fmt.Sprintf("%s %d", t, n[t]))
		}
		for _, f := range list {
			if f.Type == t {
				sorted = append(sorted, f)
			}
		}
	}
	return sorted, strings.Join(counts, ", ")
}
