package llm_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/llm"
)

// TestSmoke asks a real model through a real server, which "make test-llm" starts. A
// model this small finds next to nothing: what counts is that it is asked in a way
// that the server takes, and that whatever it says makes a record that fits together.
func TestSmoke(t *testing.T) {
	url := os.Getenv("ENTENTE_SMOKE_URL")
	if url == "" {
		t.Skip(`no model to ask: run "make test-llm"`)
	}
	short := article
	short.Text, _, _ = strings.Cut(short.Text, "\n")
	o := llm.Options{URL: url, Model: "smollm2", Timeout: 10 * time.Minute, Cache: t.TempDir(), Rules: true}
	r := reader(t, o)
	began := time.Now()
	rec, err := r.Extract(t.Context(), short)
	t.Logf("%v; %s", time.Since(began).Round(time.Second), r.Account())
	if err != nil { // an answer that was cut off, twice
		if !strings.Contains(err.Error(), "read the answer") {
			t.Fatal(err)
		}
		t.Logf("no JSON from this model: %v", err)
		return
	}
	if err := graph.Check(rec); err != nil {
		t.Error(err)
	}
	if len(rec.Events) < len(extractor().Extract(short).Events) {
		t.Error("the model's answer took away what the rules had found")
	}
	o.Offline = true
	if again, err := reader(t, o).Extract(t.Context(), short); err != nil || strings.Join(lines(again), "\n") != strings.Join(lines(rec), "\n") {
		t.Errorf("the answer that was kept gives another record: %v", err)
	}
}
