package entente_test

import (
	"testing"

	"github.com/entente-graph/entente"
)

func TestDateBy(t *testing.T) {
	for _, c := range []struct {
		d, o entente.Date
		want bool
	}{
		{"2020-09-25", "2020-09-25", true},
		{"2020-09-25", "2020-09-26", true},
		{"2020-09-26", "2020-09-25", false},
		{"2020-09-30", "2020-09", true},
		{"2020-10-01", "2020-09", false},
		{"2020-12-31", "2020", true},
		{"2021-01-01", "2020", false},
		{"2020-09", "2020-09-25", false},
		{"2020-08", "2020-09-25", true},
		{"2020-09", "2020-09", true},
		{"2020", "2020-12", true},
		{"2020", "2020-11", false},
		{"", "2020", false},
	} {
		if got := c.d.By(c.o); got != c.want {
			t.Errorf("%s by %s: %t", c.d, c.o, got)
		}
	}
}
