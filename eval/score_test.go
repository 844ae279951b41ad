package eval

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"reflect"
	"testing"

	"github.com/entente-graph/entente"
)

const scoreData = "testdata/score"

// scoreSet reads the set of articles, written by hand, that goes with want.json.
func scoreSet(t *testing.T) (Gold, []entente.Record, Options) {
	t.Helper()
	g, err := Read(scoreData)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(scoreData + "/records.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var records []entente.Record
	for d := json.NewDecoder(f); ; {
		var r entente.Record
		if err := d.Decode(&r); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	o := Options{Countries: map[string]string{"TR": "Turkey", "GR": "Greece", "ES": "Spain", "MT": "Malta"}}
	if err := readJSON(scoreData+"/events.json", &o.Events); err != nil {
		t.Fatal(err)
	}
	return g, records, o
}

// want.json holds the figures of an independent scorer for the same set, which
// rounds to three decimals.
func TestFiguresAgreeWithAnotherScorer(t *testing.T) {
	g, records, o := scoreSet(t)
	r := Score(g, records, o)
	var want map[string]any
	if err := readJSON(scoreData+"/want.json", &want); err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{
		"files": float64(len(r.Articles)), "missing": float64(r.Total.Missing), "litter": float64(r.Total.Litter),
		"events.on_distractors": float64(r.Total.Bait), "events.predicted": float64(r.Total.Predicted),
		"claims.n": float64(r.Total.Verbatim.Of), "same_event.of": float64(r.Total.SameRecall.Of),
	}
	theirs := map[string]string{
		"article title": "title", "article published": "published",
		"actors precision": "actors.p", "actors recall": "actors.r", "actors F1": "actors.f1", "actors central recall": "actors.central",
		"treaties precision": "treaties.p", "treaties recall": "treaties.r", "treaties F1": "treaties.f1",
		"events core recall": "events.core_r", "events all recall": "events.all_r", "events precision": "events.p", "events F1": "events.f1",
		"matched events status": "events.status", "matched events date": "events.date", "matched events action": "events.action",
		"claims attributed": "claims.attributed_r", "claims verbatim": "claims.verbatim",
		"same event precision": "same_event.p", "same event recall": "same_event.r", "same event F1": "same_event.f1",
	}
	for _, f := range r.Figures {
		if name, ok := theirs[f.Group+" "+f.Name]; ok {
			got[name] = f.Value
		}
	}
	compared := 0
	var compare func(prefix string, want map[string]any)
	compare = func(prefix string, want map[string]any) {
		for name, w := range want {
			if group, ok := w.(map[string]any); ok {
				compare(name+".", group)
				continue
			}
			g, ok := got[prefix+name]
			if !ok || math.Abs(g-w.(float64)) > 0.000501 {
				t.Errorf("%s = %.4f, want %v", prefix+name, g, w)
			}
			compared++
		}
	}
	compare("", want)
	if compared != len(got) {
		t.Errorf("compared %d figures of %d", compared, len(got))
	}
}

func TestScoreIsRepeatable(t *testing.T) {
	g, records, o := scoreSet(t)
	first := Score(g, records, o)
	if second := Score(g, records, o); !reflect.DeepEqual(first, second) {
		t.Errorf("two runs differ:\n%+v\n%+v", first, second)
	}
}

func TestIntervals(t *testing.T) {
	g, records, o := scoreSet(t)
	for _, f := range Score(g, records, o).Figures {
		if !f.Measured || f.Group == "same event" {
			if f.Low != nil {
				t.Errorf("%s %s has an interval", f.Group, f.Name)
			}
			continue
		}
		if f.Low == nil || *f.Low > f.Value || f.Value > *f.High {
			t.Errorf("%s %s: %.3f is outside of its interval", f.Group, f.Name, f.Value)
		}
	}
}

func TestCauses(t *testing.T) {
	g, records, o := scoreSet(t)
	got := map[string]string{}
	for _, a := range Score(g, records, o).Articles {
		for _, f := range a.Findings {
			if f.Kind == FindEvent {
				key := a.File + " " + f.Key
				if f.Extra {
					key += " extra"
				}
				got[key] = f.Cause
			}
		}
	}
	want := map[string]string{
		"a-signing.txt e2 extra": CauseTaken,    // the signing again
		"a-signing.txt e8 extra": CauseType,     // an ACCUSE in the sentence of the spying
		"b-signing.txt aid":      CauseYear,     // found in 1997
		"b-signing.txt e3 extra": CauseYear,     //
		"b-signing.txt e4 extra": CauseSides,    // the helped one helps
		"c-match.txt e1 extra":   CauseUnwanted, // a match
		"d-lost.txt aid":         CauseNoSentence,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestCompare(t *testing.T) {
	g, records, o := scoreSet(t)
	whole := Score(g, records, o)
	if d := Compare(whole, whole); len(d.Found)+len(d.Lost)+len(d.Gone)+len(d.New) > 0 {
		t.Errorf("a report differs from itself: %+v", d)
	}
	// The match's report, with its event too many, isn't read any more.
	d := Compare(whole, Score(g, records[:2], o))
	for _, c := range d.Figures {
		if c.Group == "events" && c.Name == "precision" && (c.After <= c.Before || c.Low == nil || *c.Low < 0) {
			t.Errorf("precision has not risen: %+v", c)
		}
	}
	if len(d.Gone) != 2 || d.Gone[0].File != "c-match.txt" || len(d.New) != 0 || len(d.Found) != 0 {
		t.Errorf("got %+v", d)
	}
	if len(d.Lost) != 0 {
		t.Errorf("lost %+v", d.Lost)
	}
}

func TestReadRefuses(t *testing.T) {
	for name, gold := range map[string]string{
		"no file":        `{"events":[]}`,
		"no types":       `{"file":"a","events":[{"id":"x","status":"occurred"}]}`,
		"unknown type":   `{"file":"a","events":[{"id":"x","types":["HUG"],"status":"occurred"}]}`,
		"unknown status": `{"file":"a","events":[{"id":"x","types":["AID"],"status":"maybe"}]}`,
		"odd date":       `{"file":"a","events":[{"id":"x","types":["AID"],"status":"occurred","date":"May"}]}`,
		"unknown stance": `{"file":"a","claims":[{"speaker":"x","stance":"mumbles"}]}`,
		"no JSON":        `{`,
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			if err := os.Mkdir(folder+"/gold", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(folder+"/gold/a.txt.json", []byte(gold), 0o644); err != nil {
				t.Fatal(err)
			}
			if g, err := Read(folder); err == nil {
				t.Errorf("read %+v", g)
			}
		})
	}
	if _, err := Read(t.TempDir()); err == nil {
		t.Error("an empty folder is no gold")
	}
}
