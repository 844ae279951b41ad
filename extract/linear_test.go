package extract

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/entente-graph/entente/loaders"
)

// TestLinear reads inputs that nobody writes, from bytes to a record in JSON, short
// and eight times as long: the time must grow no faster than the input by much.
// Other work on the machine makes a reading slow, so each has a few attempts.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("reads megabytes")
	}
	const (
		size, times = 20_000, 8
		most        = 3 * times // quadratic is times*times
		attempts    = 4
		blink       = 10 * time.Millisecond // shorter times say nothing
	)
	x, _ := extractor(t)
	x.Extract(seed[0])
	took := func(start, part string, size int) time.Duration {
		in := start + strings.Repeat(part, size/len(part)+1)
		begun := time.Now()
		for a, err := range loaders.Read(t.Context(), []string{"-"}, loaders.Options{Stdin: strings.NewReader(in)}) {
			if err != nil {
				continue // refused: that has to be quick as well
			}
			if _, err := json.Marshal(x.Extract(a)); err != nil {
				t.Fatal(err)
			}
		}
		return time.Since(begun)
	}
	const page = "<!doctype html><html><body><p>Russia attacked Ukraine on Friday, officials in Kyiv said.</p>"
	for _, c := range []struct{ name, start, part string }{
		{"one word", "", "a"},
		{"words", "", "talks agreement treaty war "},
		{"names", "", "Vladimir Putin "},
		{"a sentence without end", "", "Russia and the United States signed the INF Treaty with China and Putin said "},
		{"sentences in one line", "", "Russian President Vladimir Putin on Friday proposed an agreement with the United States to prevent incidents in cyberspace. "},
		{"sentences in lines", "", "He denied that the two countries had signed a treaty in 1972, as France said.\n\nMr Lavrov met her in Geneva.\n\n"},
		{"sentences as long as can be", "", strings.Repeat("the envoy said he ", 90) + ". "},
		{"pronouns", "", "He said he told him. "},
		{"quotation marks", "", "\" "},
		{"brackets", "", "[a]("},
		{"stops", "", ". "},
		{"short lines", "", "Friday\n"},
		{"capitals", "", "NATO (XYZ) -- "},
		{"open paragraphs", page, "<p>"},
		{"open links", page, "<a>"},
		{"open divisions", page, "<div>"},
		{"open fonts", page, "<p><font>"},
		{"breaks", page, "Kyiv<br>"},
		{"entities", page, "&amp;"},
		{"attributes", page + "<p", " a=1 b"},
		{"JSON lists", "{\"text\":\"x\",\"a\":", "["},
	} {
		t.Run(c.name, func(t *testing.T) {
			var ratio float64
			for range attempts {
				short, long := took(c.start, c.part, size), took(c.start, c.part, times*size)
				if ratio = float64(long) / float64(max(short, blink)); ratio < most {
					return
				}
			}
			t.Errorf("%d times the input took %.0f times as long", times, ratio)
		})
	}
}
