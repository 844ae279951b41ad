package extract

import (
	"errors"
	"fmt"
	"slices"

	entente "github.com/entente-graph/entente"
)

// Draft is the record of an article in the making, for another reader than the
// rules: it takes what that reader says the article tells, and looks names,
// treaties and times up as the rules do, so that ids are the same whoever found
// something. What it can't find in the article it turns down. One goroutine at a
// time may use it.
type Draft struct {
	reading
	events []*finding
	kinds  map[string]entente.ActorKind // of names, folded, that the rules may not know
	alone  map[*finding]bool            // events of the rules that nobody has suggested so far
}

// Suggestion is an event that another reader says the article tells of. Names
// and times are words of the article, or names of the lexicon.
type Suggestion struct {
	Type       entente.EventType
	Action     entente.Action
	Status     entente.Status
	Actors     []string
	Recipients []string
	Treaty     string // "" for none
	When       string // "on Friday"; "" when the article gives no time
	News       bool   // told as the news of the day, when no time is given
	Evidence   []Evidence
	Rule       string  // what its claims say they were made by
	Sure       float64 // 0 to 1
}

// Evidence is a stretch of the article's text, in bytes, and whose word it is.
type Evidence struct {
	Start, End int
	Speaker    string // a name, or "" for the article's own word
	Stance     entente.Stance
}

// Unfit is why something of a suggestion was left out: a reason that is the same
// for all of its kind, and the words it is about.
type Unfit struct {
	Why  string
	What string
}

func (u Unfit) Error() string { return fmt.Sprintf("%s: %q", u.Why, u.What) }

// Draft begins a record of the article, with what the rules find in it or without.
func (x *Extractor) Draft(a entente.Article, rules bool) *Draft {
	d := x.understand(a, false)
	out := &Draft{reading: reading{x, d}, kinds: map[string]entente.ActorKind{}, alone: map[*finding]bool{}}
	if rules {
		out.events = d.together()
		for _, f := range out.events {
			out.alone[f] = true
		}
	} else {
		d.loose = nil
	}
	return out
}

// Sentences gives the spans, in bytes, of the article's sentences in order.
func (r *Draft) Sentences() [][2]int {
	var out [][2]int
	for _, s := range r.d.sents {
		if n := len(s.Tokens); n > 0 {
			out = append(out, [2]int{s.Tokens[0].Start, s.Tokens[n-1].End})
		}
	}
	return out
}

// Introduce says what sort of actor a name is of, for one that the rules don't
// know. Countries they know all.
func (r *Draft) Introduce(name string, kind entente.ActorKind) {
	switch kind {
	case entente.Person, entente.Organization, entente.Group:
		r.kinds[key(name)] = kind
	}
}

// Record gives the record of all that was taken. The draft is done with then.
func (r *Draft) Record() entente.Record { return r.d.write(r.x, r.events) }

// Suggest takes an event, or turns it down. The error joins what of it, or all of
// it, was left out, each an Unfit; nil when everything was found in the article.
func (r *Draft) Suggest(s Suggestion) (taken bool, err error) {
	var left []error
	leave := func(err error) {
		if err != nil {
			left = append(left, err)
		}
	}
	f := &finding{etype: s.Type, action: s.Action, status: s.Status, rule: s.Rule, sure: s.Sure, under: -1}
	near := r.near(s.Evidence)
	said, err := r.statements(s, near)
	leave(err)
	if len(said) == 0 {
		return false, errors.Join(left...)
	}
	f.sent, f.speaker, f.stance, f.at, f.claims = said[0].sent, said[0].speaker, said[0].stance, said[0].at, said[1:]
	f.actors, err = r.cast(s.Actors, near)
	leave(err)
	f.recipients, err = r.cast(s.Recipients, near)
	leave(err)
	if len(f.actors) == 0 && len(s.Actors) > 0 || len(f.recipients) == 0 && len(s.Recipients) > 0 {
		return false, errors.Join(left...)
	}
	f.recipients = slices.DeleteFunc(f.recipients, func(e *entity) bool { return slices.Contains(f.actors, e) })
	if f.action != "" || s.Treaty != "" {
		leave(r.agree(f, s.Treaty, near))
	}
	if len(f.actors) == 0 && len(f.recipients) == 0 && len(f.treaties) == 0 {
		return false, errors.Join(append(left, Unfit{"nobody takes part", s.about()})...)
	}
	if !r.toldOfIn(near, f) {
		return false, errors.Join(append(left, Unfit{"the quoted sentence names nobody who takes part", s.about()})...)
	}
	f.date, err = r.date(s, near)
	leave(err)
	r.take(f)
	return true, errors.Join(left...)
}

// State takes a statement about no event, which must be somebody's word.
func (r *Draft) State(e Evidence, rule string) error {
	said, err := r.statements(Suggestion{Evidence: []Evidence{e}, Rule: rule}, r.near([]Evidence{e}))
	if err != nil {
		return err
	}
	s := said[0]
	if s.speaker == nil {
		return Unfit{"a statement of nobody's", r.d.article.Text[e.Start:e.End]}
	}
	for i := range r.d.loose {
		if l := &r.d.loose[i]; r.d.echoes(*l, s) {
			l.rule = both(l.rule, rule)
			return nil
		}
	}
	r.d.loose = append(r.d.loose, s)
	return nil
}

// about names a suggestion for people.
func (s Suggestion) about() string {
	return fmt.Sprintf("%s %v > %v %s", s.Type, s.Actors, s.Recipients, s.Treaty)
}

// statements makes statements of the evidence whose speakers the article names.
func (r *Draft) statements(s Suggestion, near []*sentence) ([]statement, error) {
	var out []statement
	var left []error
	for _, e := range s.Evidence {
		st := statement{stance: e.Stance, rule: s.Rule, at: [2]int{e.Start, e.End}}
		if in := r.d.within(st.at); len(in) > 0 {
			st.sent = in[0]
		} else {
			left = append(left, Unfit{"the quote stands in no sentence", r.d.article.Text[e.Start:e.End]})
			continue
		}
		if e.Speaker != "" {
			es := r.whom(e.Speaker, near)
			if len(es) == 0 {
				left = append(left, Unfit{"a speaker whom the article doesn't name", e.Speaker})
				continue
			}
			st.speaker = es[0]
		}
		out = append(out, st)
	}
	return out, errors.Join(left...)
}

// cast looks those up who are named; the error joins an Unfit for each who isn't found.
func (r *Draft) cast(names []string, near []*sentence) ([]*entity, error) {
	var out []*entity
	var left []error
	for _, name := range names {
		es := r.whom(name, near)
		if len(es) == 0 {
			left = append(left, Unfit{"an actor whom the article doesn't name", name})
		}
		out = union(out, es)
	}
	return out, errors.Join(left...)
}

// agree gives the finding its treaty; without one there is nothing to act on.
func (r *Draft) agree(f *finding, name string, near []*sentence) error {
	if t := r.treaty(name, near); t != nil {
		f.treaties = []*treaty{t}
		return nil
	}
	f.action = ""
	return Unfit{"a treaty that the article doesn't speak of", name}
}
