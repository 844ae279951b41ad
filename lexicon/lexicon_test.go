package lexicon

import (
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// All that ships must load and be sound; a new file in data needs no test of
// its own.
func TestDefaultIsSound(t *testing.T) {
	l, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range l.Check() {
		t.Error(p)
	}
}

func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		if _, err := Default(); err != nil {
			b.Fatal(err)
		}
	}
}

// Another list of the world's states finds none missing here, under the name
// it knows.
func TestEveryISOCountryIsCovered(t *testing.T) {
	l, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]Country{}
	for _, c := range l.Countries {
		byID[c.ID] = c
	}
	plain := strings.NewReplacer("’", "'", "&", "and", " SAR China", "", "Congo - ", "Congo-", " (", "|", ")", "")
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			region, err := language.ParseRegion(code)
			if err != nil || !region.IsCountry() || region.Canonicalize() != region || len(region.String()) != 2 {
				continue
			}
			switch code {
			case "CP", "DG", "EA", "EZ", "IC", "UN": // Clipperton, Diego Garcia, Ceuta and Melilla, the euro's area, the Canaries, the UN
				continue
			}
			name := plain.Replace(display.English.Regions().Name(region))
			if name == "" { // withdrawn codes
				continue
			}
			c, ok := byID[code]
			if !ok {
				t.Errorf("%s, %s, is missing", code, name)
				continue
			}
			name, other, _ := strings.Cut(name, "|")
			if !goesBy(c, name) && !goesBy(c, other) {
				t.Errorf("%s, %s, doesn't go by %q", code, c.Name, name)
			}
		}
	}
}

func goesBy(c Country, name string) bool {
	for _, n := range append([]string{c.Name}, c.Aliases...) {
		if strings.EqualFold(n, name) {
			return true
		}
	}
	return false
}
