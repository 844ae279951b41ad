package main

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/entente-graph/entente/eval"
)

// TestFloor reads the samples and holds what is found against their gold: the
// least that a change may leave.
func TestFloor(t *testing.T) {
	var out, errs bytes.Buffer
	if status := do([]string{"eval", "../../samples", "--format", "json"}, nil, &out, &errs); status != 0 {
		t.Fatalf("eval: status %d: %s", status, errs.String())
	}
	var reports []eval.Report
	if err := json.Unmarshal(out.Bytes(), &reports); err != nil {
		t.Fatal(err)
	}
	c := reports[0].Total
	if share := float64(c.Core.Hits) / float64(c.Core.Of); share < 0.75 {
		t.Errorf("core events: %d of %d found, want 3 in 4", c.Core.Hits, c.Core.Of)
	}
	if share := float64(c.EventPrecision.Hits) / float64(c.EventPrecision.Of); share < 0.8 {
		t.Errorf("events: %d of %d right, want 4 in 5", c.EventPrecision.Hits, c.EventPrecision.Of)
	}
	if c.Litter != 0 || c.Verbatim.Hits != c.Verbatim.Of {
		t.Errorf("%d pieces of litter, %d of %d quotes verbatim", c.Litter, c.Verbatim.Hits, c.Verbatim.Of)
	}
}
