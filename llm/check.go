package llm

import (
	"slices"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract"
)

// Rule is what claims say that a model alone has made; what the rules made, too,
// names both.
const Rule = "llm"

// Claims of a model are as sure as this: its precision isn't known to the program,
// so that they stand below what a rule finds and was measured.
const sure = 0.7

// A quote is evidence if it has so many words and doesn't go on for longer than
// any sentence.
const (
	leastWords = 3
	mostBytes  = 2000
)

// checker holds one answer against the article and hands what stands to a draft.
type checker struct {
	draft *extract.Draft
	text  finder
	piece [2]int // the bytes of the text that the model was given
	told  *Account
}

// check takes of an answer what the article bears out.
func (c checker) check(a answer) {
	for _, n := range a.Names {
		c.draft.Introduce(n.Name, n.Kind)
	}
	for _, e := range a.Events {
		c.event(e)
	}
	for _, s := range a.Statements {
		if e, ok := c.evidence(s); ok {
			c.left(c.draft.State(e, Rule))
		}
	}
}

func (c checker) event(e event) {
	switch {
	case !slices.Contains(entente.EventTypes(), e.Type):
		c.left(extract.Unfit{Why: "an unknown type of event", What: string(e.Type)})
		return
	case !slices.Contains(entente.Statuses(), e.Status):
		c.left(extract.Unfit{Why: "an unknown status", What: string(e.Status)})
		return
	case e.Action != "" && !slices.Contains(entente.Actions(), e.Action):
		c.left(extract.Unfit{Why: "an unknown action on a treaty", What: string(e.Action)})
		return
	}
	s := extract.Suggestion{Type: e.Type, Action: e.Action, Status: e.Status, Actors: e.Actors, Recipients: e.Recipients,
		Treaty: e.Treaty, When: e.When, News: e.News, Rule: Rule, Sure: sure}
	for _, cl := range e.Claims {
		if evidence, ok := c.evidence(cl); ok {
			s.Evidence = append(s.Evidence, evidence)
		}
	}
	if len(s.Evidence) == 0 {
		c.left(extract.Unfit{Why: "an event without a quote of the text", What: string(e.Type) + " " + strings.Join(e.Actors, ", ")})
		return
	}
	taken, err := c.draft.Suggest(s)
	c.left(err)
	if taken {
		c.told.Events++
	}
}

// evidence finds a claim's words in the text.
func (c checker) evidence(cl claim) (extract.Evidence, bool) {
	span, found := c.text.find(cl.Quote, c.piece)
	why := ""
	switch {
	case !slices.Contains(entente.Stances(), cl.Stance):
		c.left(extract.Unfit{Why: "an unknown stance", What: string(cl.Stance)})
		return extract.Evidence{}, false
	case !found:
		why = "a quote that isn't in the text"
	case len(strings.Fields(c.text.text[span[0]:span[1]])) < leastWords:
		why = "a quote too short to tell anything"
	case span[1]-span[0] > mostBytes:
		why = "a quote too long to be evidence"
	}
	if why != "" {
		c.left(extract.Unfit{Why: why, What: cl.Quote})
		return extract.Evidence{}, false
	}
	return extract.Evidence{Start: span[0], End: span[1], Speaker: cl.Speaker, Stance: cl.Stance}, true
}

// left notes what was left out: err is an Unfit, several joined, or nil.
func (c checker) left(err error) {
	switch e := err.(type) {
	case nil:
	case extract.Unfit:
		c.told.drop(e)
	case interface{ Unwrap() []error }:
		for _, one := range e.Unwrap() {
			c.left(one)
		}
	}
}
