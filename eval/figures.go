package eval

import (
	"math/rand/v2"
	"slices"
)

// Ratio is how many of something were right.
type Ratio struct {
	Hits int `json:"hits"`
	Of   int `json:"of"`
}

func (r *Ratio) count(hit bool) {
	r.Of++
	if hit {
		r.Hits++
	}
}

func (r *Ratio) add(o Ratio) { r.Hits, r.Of = r.Hits+o.Hits, r.Of+o.Of }

// Value is the share of hits, 0 where there is nothing to count.
func (r Ratio) Value() float64 {
	if r.Of == 0 {
		return 0
	}
	return float64(r.Hits) / float64(r.Of)
}

// Counts is what was counted in one article or in several.
type Counts struct {
	Missing   int `json:"missing"`   // articles that nothing was found for, not even their text
	Litter    int `json:"litter"`    // pieces of page furniture found
	Bait      int `json:"bait"`      // events found in articles that have none
	Predicted int `json:"predicted"` // events found

	Title           Ratio `json:"title"`
	Published       Ratio `json:"published"`
	ActorPrecision  Ratio `json:"actorPrecision"`
	ActorRecall     Ratio `json:"actorRecall"`
	Central         Ratio `json:"central"`
	TreatyPrecision Ratio `json:"treatyPrecision"`
	TreatyRecall    Ratio `json:"treatyRecall"`
	Core            Ratio `json:"core"`
	EventRecall     Ratio `json:"eventRecall"`
	EventPrecision  Ratio `json:"eventPrecision"`
	Sentence        Ratio `json:"sentence"`
	Type            Ratio `json:"type"`
	Roles           Ratio `json:"roles"`
	Status          Ratio `json:"status"`
	Date            Ratio `json:"date"`
	Action          Ratio `json:"action"`
	Attributed      Ratio `json:"attributed"`
	Verbatim        Ratio `json:"verbatim"`
	Sure            Ratio `json:"sure"`          // precision of the events that extraction is surest of,
	Fair            Ratio `json:"fair"`          // of those in between,
	Unsure          Ratio `json:"unsure"`        // and of the others
	SamePrecision   Ratio `json:"samePrecision"` // of a whole set only
	SameRecall      Ratio `json:"sameRecall"`    // of a whole set only
}

// numbers and ratios list what Counts holds, so that they can be summed.
func (c *Counts) numbers() []*int {
	return []*int{&c.Missing, &c.Litter, &c.Bait, &c.Predicted}
}

func (c *Counts) ratios() []*Ratio {
	return []*Ratio{&c.Title, &c.Published, &c.ActorPrecision, &c.ActorRecall, &c.Central, &c.TreatyPrecision, &c.TreatyRecall,
		&c.Core, &c.EventRecall, &c.EventPrecision, &c.Sentence, &c.Type, &c.Roles, &c.Status, &c.Date, &c.Action,
		&c.Attributed, &c.Verbatim, &c.Sure, &c.Fair, &c.Unsure, &c.SamePrecision, &c.SameRecall}
}

// byConfidence gives where events of a confidence are counted.
func (c *Counts) byConfidence(confidence float64) *Ratio {
	switch {
	case confidence >= 0.75:
		return &c.Sure
	case confidence >= 0.6:
		return &c.Fair
	}
	return &c.Unsure
}

func (c *Counts) add(o *Counts) {
	from := o.numbers()
	for i, n := range c.numbers() {
		*n += *from[i]
	}
	ratios := o.ratios()
	for i, r := range c.ratios() {
		r.add(*ratios[i])
	}
}

// Figure is one figure of a report, between 0 and 1, with its interval.
type Figure struct {
	Group string  `json:"group"` // what it is of: "events"
	Name  string  `json:"name"`  // "core recall"
	Value float64 `json:"value"`
	// Measured is false, and Value 0, where there was nothing to count.
	Measured bool `json:"measured"`
	// Hits of Of were right; none for an F1.
	Hits int `json:"hits,omitempty"`
	Of   int `json:"of,omitempty"`
	// Low and High bound the middle 95% of the figures of resampled sets of
	// articles; nil where that can't be done.
	Low  *float64 `json:"low"`
	High *float64 `json:"high"`
}

// definition says how a figure comes from counts: as a share or, with a second
// one, as the harmonic mean of two.
type definition struct {
	group, name string
	a           func(*Counts) *Ratio
	b           func(*Counts) *Ratio
}

func definitions() []definition {
	share := func(group, name string, a func(*Counts) *Ratio) definition { return definition{group, name, a, nil} }
	actorP, actorR := func(c *Counts) *Ratio { return &c.ActorPrecision }, func(c *Counts) *Ratio { return &c.ActorRecall }
	treatyP, treatyR := func(c *Counts) *Ratio { return &c.TreatyPrecision }, func(c *Counts) *Ratio { return &c.TreatyRecall }
	eventP, eventR := func(c *Counts) *Ratio { return &c.EventPrecision }, func(c *Counts) *Ratio { return &c.EventRecall }
	sameP, sameR := func(c *Counts) *Ratio { return &c.SamePrecision }, func(c *Counts) *Ratio { return &c.SameRecall }
	return []definition{
		share("article", "title", func(c *Counts) *Ratio { return &c.Title }),
		share("article", "published", func(c *Counts) *Ratio { return &c.Published }),
		share("actors", "precision", actorP),
		share("actors", "recall", actorR),
		{"actors", "F1", actorP, actorR},
		share("actors", "central recall", func(c *Counts) *Ratio { return &c.Central }),
		share("treaties", "precision", treatyP),
		share("treaties", "recall", treatyR),
		{"treaties", "F1", treatyP, treatyR},
		share("events", "core recall", func(c *Counts) *Ratio { return &c.Core }),
		share("events", "all recall", eventR),
		share("events", "precision", eventP),
		{"events", "F1", eventP, eventR},
		share("confidence", "precision at 0.75 and more", func(c *Counts) *Ratio { return &c.Sure }),
		share("confidence", "precision at 0.6 to 0.75", func(c *Counts) *Ratio { return &c.Fair }),
		share("confidence", "precision below 0.6", func(c *Counts) *Ratio { return &c.Unsure }),
		share("matched events", "status", func(c *Counts) *Ratio { return &c.Status }),
		share("matched events", "date", func(c *Counts) *Ratio { return &c.Date }),
		share("matched events", "action", func(c *Counts) *Ratio { return &c.Action }),
		share("gold events", "sentence read", func(c *Counts) *Ratio { return &c.Sentence }),
		share("gold events", "type, of those", func(c *Counts) *Ratio { return &c.Type }),
		share("gold events", "roles, of those", func(c *Counts) *Ratio { return &c.Roles }),
		share("claims", "attributed", func(c *Counts) *Ratio { return &c.Attributed }),
		share("claims", "verbatim", func(c *Counts) *Ratio { return &c.Verbatim }),
		share("same event", "precision", sameP),
		share("same event", "recall", sameR),
		{"same event", "F1", sameP, sameR},
	}
}

// of gives the figure's value, and false when there is nothing to count.
func (d definition) of(c *Counts) (float64, bool) {
	a := d.a(c)
	if d.b == nil {
		return a.Value(), a.Of > 0
	}
	b := d.b(c)
	return harmonic(a.Value(), b.Value()), a.Of > 0 || b.Of > 0
}

// harmonic is the harmonic mean, 0 of two zeros.
func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// resamples is how many sets of articles an interval is made from.
const resamples = 1000

// draws gives resamples lists of n articles each, drawn with replacement. They
// are the same whenever n is, so that two runs on one set can be compared.
func draws(n int) [][]int {
	source := rand.New(rand.NewPCG(1, uint64(n)))
	all := make([][]int, resamples)
	for i := range all {
		all[i] = make([]int, n)
		for j := range all[i] {
			all[i][j] = source.IntN(n)
		}
	}
	return all
}

// middle gives the bounds of the middle 95% of the values.
func middle(values []float64) (low, high *float64) {
	if len(values) == 0 {
		return nil, nil
	}
	slices.Sort(values)
	cut := len(values) * 25 / 1000
	return &values[cut], &values[len(values)-1-cut]
}

// figures works out all figures of counts; those of single articles give the
// intervals.
func figures(total *Counts, articles []Counts) []Figure {
	defs := definitions()
	bounds := intervals(articles, defs)
	all := make([]Figure, len(defs))
	for i, d := range defs {
		v, ok := d.of(total)
		all[i] = Figure{Group: d.group, Name: d.name, Value: v, Measured: ok, Low: bounds[i][0], High: bounds[i][1]}
		if d.b == nil {
			all[i].Hits, all[i].Of = d.a(total).Hits, d.a(total).Of
		}
	}
	return all
}

// intervals gives the bounds of each definition's figure over resampled articles.
func intervals(articles []Counts, defs []definition) [][2]*float64 {
	values := make([][]float64, len(defs))
	for _, drawn := range draws(len(articles)) {
		var sum Counts
		for _, i := range drawn {
			sum.add(&articles[i])
		}
		for d, def := range defs {
			if v, ok := def.of(&sum); ok {
				values[d] = append(values[d], v)
			}
		}
	}
	bounds := make([][2]*float64, len(defs))
	for d := range defs {
		bounds[d][0], bounds[d][1] = middle(values[d])
	}
	return bounds
}
