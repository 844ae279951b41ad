package loaders

import (
	"strings"
	"testing"
)

// TestHugeInputs reads inputs of a megabyte and more in shapes that no article has.
// They have to be read, each in time that grows no faster than its length.
func TestHugeInputs(t *testing.T) {
	const size = 1 << 20
	fill := func(s string) string { return strings.Repeat(s, size/len(s)+1) }
	tests := []struct{ name, text string }{
		{"one word", fill("a")},
		{"one line of words", fill("words ")},
		{"one line of capitals", fill("NATO ")},
		{"one line of sentences", fill(strings.TrimSpace(report) + " ")},
		{"one line of brackets", report + "\n" + fill("(reporting by ")},
		{"one line of bars", fill("World | Europe · ")},
		{"one line of dashes", report + "\n" + fill("- ")},
		{"one line of commas", fill("Geneva, ")},
		{"lines of two letters", strings.Repeat("ab\n", 350_000)},
		{"lines of two letters above a report", strings.Repeat("ab\n", 350_000) + "\n" + report},
		{"lines of two words above a report", strings.Repeat("ab cd\n\n", 150_000) + "no end to this line\n\n" + report},
		{"lines of names", fill("Jane Example\n")},
		{"lines of dates", report + fill("March 3, 2019\n")[:size/4]},
		{"lines of headings", report + fill("Most read\n")},
		{"lines of sentences", fill(report)},
		{"paragraphs of sentences", fill(report + "\n")},
		{"wrapped lines", fill("the envoys who had come to the town by the lake for the talks of the\n")},
		{"hyphens", fill("the envoys who had come to the town by the lake for the talks of neigh-\n")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := readAllOf(t, Options{Stdin: strings.NewReader(test.text)}, "-")
			if len(got.Articles)+len(got.Refused) != 1 {
				t.Errorf("%d articles, refused %q; want one of either", len(got.Articles), got.Refused)
			}
		})
	}
}
