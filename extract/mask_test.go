package extract

import (
	"testing"

	entente "github.com/entente-graph/entente"
)

// TestMask reads datelines as newspapers write them.
func TestMask(t *testing.T) {
	for _, c := range []struct{ text, rest string }{
		{"LISBON, Nov. 11, 1975 (Press Union) -- Portugal left Angola.", "Portugal left Angola."},
		{"ACCRA/LOMÉ — Ghana closed its border.", "Ghana closed its border."},
		{"CAIRO, Oct. 6. Egypt crossed the canal.", "Egypt crossed the canal."},
		{"WASHINGTON, D.C., Sept. 17 - Egypt and Israel signed.", "Egypt and Israel signed."},
		{"Geneva, 3 March (XYZ) - Talks began.", "Talks began."},
		{"NATO met in Rome. The talks - the first - failed.", "NATO met in Rome. The talks - the first - failed."},
		{"UNITA fought on, the U.S. said. It lost.", "UNITA fought on, the U.S. said. It lost."},
	} {
		got := mask(c.text)
		if len(got) != len(c.text) || got[len(got)-len(c.rest):] != c.rest {
			t.Errorf("mask(%q) = %q, want only %q left", c.text, got, c.rest)
		}
	}
}

// TestDatelined counts days from the dateline rather than from the day of
// publication.
func TestDatelined(t *testing.T) {
	for text, want := range map[string]entente.Date{
		"CAIRO, Oct. 6. Egypt crossed the canal.":          "1973-10-06",
		"CAIRO, Oct. 6, 1973 (XY) -- Egypt crossed today.": "1973-10-06",
		"Egypt crossed the canal on Oct. 6.":               "1973-10-07",
	} {
		if got := datelined(entente.Article{Text: text, Published: "1973-10-07"}); got != want {
			t.Errorf("datelined(%q) = %s, want %s", text, got, want)
		}
	}
}
