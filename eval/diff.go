package eval

import (
	"slices"
)

// Difference is what has changed from one report on a folder to another.
type Difference struct {
	Folder  string   `json:"folder"`
	Figures []Change `json:"figures"` // all of them, in their order
	// Found and Lost are the things of the gold that are no longer missed, and
	// those that were not missed before.
	Found []Located `json:"found"`
	Lost  []Located `json:"lost"`
	// Gone and New are the things found that aren't in the gold, and no longer
	// are found or were not before.
	Gone []Located `json:"gone"`
	New  []Located `json:"new"`
}

// Change is how a figure has changed.
type Change struct {
	Group  string  `json:"group"`
	Name   string  `json:"name"`
	Before float64 `json:"before"`
	After  float64 `json:"after"`
	// Low and High bound the middle 95% of the changes over resampled sets of
	// articles; nil where that can't be done, as when the two reports aren't of
	// the same articles.
	Low  *float64 `json:"low"`
	High *float64 `json:"high"`
}

// Sure reports whether the change is there in nearly all resampled sets.
func (c Change) Sure() bool { return c.Low != nil && (*c.Low > 0 || *c.High < 0) }

// Located is a finding with the file of its article.
type Located struct {
	File string `json:"file"`
	Finding
}

// Compare tells what has changed between two reports on the same gold.
func Compare(before, after Report) Difference {
	d := Difference{Folder: after.Folder}
	bounds := changes(before, after)
	for i, def := range definitions() {
		c := Change{Group: def.group, Name: def.name}
		c.Before, _ = def.of(&before.Total)
		c.After, _ = def.of(&after.Total)
		if bounds != nil {
			c.Low, c.High = bounds[i][0], bounds[i][1]
		}
		d.Figures = append(d.Figures, c)
	}
	d.Found, d.Gone = without(before, after)
	d.Lost, d.New = without(after, before)
	return d
}

// changes gives the bounds of each figure's change, or nil when the reports are
// of different articles.
func changes(before, after Report) [][2]*float64 {
	if len(before.Articles) == 0 || !slices.EqualFunc(before.Articles, after.Articles,
		func(a, b ArticleReport) bool { return a.File == b.File }) {
		return nil
	}
	defs := definitions()
	values := make([][]float64, len(defs))
	for _, drawn := range draws(len(before.Articles)) {
		var a, b Counts
		for _, i := range drawn {
			a.add(&before.Articles[i].Counts)
			b.add(&after.Articles[i].Counts)
		}
		for i, def := range defs {
			x, ok := def.of(&a)
			y, ok2 := def.of(&b)
			if ok && ok2 {
				values[i] = append(values[i], y-x)
			}
		}
	}
	bounds := make([][2]*float64, len(defs))
	for i := range defs {
		bounds[i][0], bounds[i][1] = middle(values[i])
	}
	return bounds
}

// without gives the findings of a report that another doesn't have: what it
// missed, and what it had too much.
func without(a, b Report) (missed, extra []Located) {
	type key struct {
		file  string
		kind  Kind
		extra bool
		key   string
	}
	of := func(file string, f Finding) key {
		k := key{file, f.Kind, f.Extra, f.Key}
		if f.Kind == FindEvent && f.Extra { // its id may change with others'
			k.key = string(f.Type) + " " + f.Detail
		}
		return k
	}
	there := map[key]int{}
	for _, r := range b.Articles {
		for _, f := range r.Findings {
			there[of(r.File, f)]++
		}
	}
	for _, r := range a.Articles {
		for _, f := range r.Findings {
			k := of(r.File, f)
			switch {
			case there[k] > 0:
				there[k]--
			case f.Extra:
				extra = append(extra, Located{r.File, f})
			default:
				missed = append(missed, Located{r.File, f})
			}
		}
	}
	return missed, extra
}
