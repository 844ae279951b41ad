package language

import (
	"slices"
	"testing"

	"github.com/entente-graph/entente/extract/language/internal/names"
)

func TestSettle(t *testing.T) {
	// Words 2 and 3 are a phrase that the gazetteer knows; so is word 5 alone.
	w := sentence{span: []int32{1, 1, 2, 1, 1, 1}, kind: []NameKind{0, 0, PlaceName, PlaceName, 0, PlaceName}}
	for _, c := range []struct {
		name  string
		found []names.Span
		want  []Name
	}{
		{"nothing found", nil, []Name{{2, 3, PlaceName}}},
		{"another kind", []names.Span{{First: 2, Last: 3, Kind: 1}}, []Name{{2, 3, PlaceName}}},
		{"a longer name", []names.Span{{First: 0, Last: 3, Kind: 2}}, []Name{{0, 3, OrganizationName}}},
		{"cut at its start", []names.Span{{First: 3, Last: 4, Kind: 1}}, []Name{{2, 3, PlaceName}}},
		{"cut at its end", []names.Span{{First: 1, Last: 2, Kind: 1}}, []Name{{2, 3, PlaceName}}},
		{"names around", []names.Span{{First: 0, Last: 1, Kind: 1}, {First: 5, Last: 5, Kind: 1}}, []Name{{0, 1, PersonName}, {2, 3, PlaceName}, {5, 5, PersonName}}},
	} {
		if got := w.settle(c.found); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
