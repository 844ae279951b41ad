package llm_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/llm"
	"github.com/entente-graph/entente/llm/llmtest"
	"github.com/entente-graph/entente/loaders"
	"github.com/entente-graph/entente/samples"
)

// TestScrambled reads the samples with answers made of random stretches of their own
// text, of names that mean something and of nonsense: the record fits together.
func TestScrambled(t *testing.T) {
	folder := t.TempDir()
	if err := os.CopyFS(folder, samples.Articles); err != nil {
		t.Fatal(err)
	}
	var random *rand.Rand
	e := llmtest.Start(t, func(_ int, r llmtest.Request) llmtest.Response {
		_, text := r.Article()
		return llmtest.Response{Answer: scramble(random, text)}
	})
	rounds := 15
	if testing.Short() {
		rounds = 2
	}
	taken := 0
	for round := range rounds {
		for a, err := range loaders.Read(t.Context(), []string{folder}, loaders.Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			random = rand.New(rand.NewPCG(uint64(round), uint64(len(a.Text))))
			r := reader(t, llm.Options{URL: e.URL, Rules: round%2 == 0})
			rec, err := r.Extract(t.Context(), a)
			if err != nil {
				t.Fatal(err)
			}
			if err := graph.Check(rec); err != nil {
				t.Errorf("round %d: %v", round, err)
			}
			for _, c := range rec.Claims {
				if !slices.Contains(entente.Stances(), c.Stance) {
					t.Errorf("round %d: stance %q", round, c.Stance)
				}
			}
			for _, x := range rec.Actors {
				for _, m := range x.Mentions {
					if a.Text[m.Start:m.End] != m.Text {
						t.Errorf("round %d: %s isn't named %q there", round, x.ID, m.Text)
					}
				}
			}
			taken += r.Account().Events
		}
	}
	if taken < 10*rounds {
		t.Errorf("only %d events were taken: this tests little", taken)
	}
}

// scramble makes an answer about a text.
func scramble(r *rand.Rand, text string) string {
	words := strings.Fields(text)
	stretch := func(most int) string {
		i := r.IntN(len(words))
		return strings.Join(words[i:min(len(words), i+1+r.IntN(most))], " ")
	}
	pick := func(from ...string) string { return from[r.IntN(len(from))] }
	name := func() string {
		switch r.IntN(4) {
		case 0:
			return stretch(3)
		case 1:
			return pick("", "he", "the two countries", "\x00", "\u202eRussia", "country:ru", strings.Repeat("x ", 200))
		}
		return pick("Russia", "United States", "Moscow", "Washington", "NATO", "India", "Israel", "Peru", "Estonia", "Ethiopia", "Vladimir Putin", "European Union", "the agreement")
	}
	names := func() []string {
		out := []string{}
		for range r.IntN(4) {
			out = append(out, name())
		}
		return out
	}
	claims := func(n int) []map[string]any {
		out := []map[string]any{}
		for range n {
			quote := stretch(30)
			if r.IntN(5) == 0 {
				quote += pick("…", "”", " and so on", "\n\n")
			}
			out = append(out, map[string]any{"quote": quote, "speaker": pick("", "", name()), "stance": pick("asserts", "denies", "accuses", "shouts")})
		}
		return out
	}
	events := []map[string]any{}
	for range 20 {
		events = append(events, map[string]any{
			"type": pick("AGREE", "SUPPORT", "SANCTION", "ASSAULT", "CONSULT", "EXPEL"), "action": pick("", "", "sign", "suspend", "tear"),
			"status": pick("occurred", "planned", "denied", "maybe"), "actors": names(), "recipients": names(),
			"treaty": pick("", stretch(4), "treaty", "the agreement", "pact"), "when": pick("", stretch(3), "on Friday", "2020-13-99"), "news": r.IntN(2) == 0, "claims": claims(r.IntN(4))})
	}
	kinds := []map[string]any{}
	for range 10 {
		kinds = append(kinds, map[string]any{"name": name(), "kind": pick("person", "organization", "group", "country", "")})
	}
	answer, err := json.Marshal(map[string]any{"names": kinds, "events": events, "statements": claims(5)})
	if err != nil {
		panic(err)
	}
	return string(answer)
}
