package loaders

import (
	"testing"

	"github.com/entente-graph/entente"
)

func TestFieldDate(t *testing.T) {
	tests := []struct {
		in   string
		want entente.Date
		ok   bool
	}{
		{"", "", true},
		{"2020-09-25", "2020-09-25", true},
		{"2020-09", "2020-09", true},
		{"2020", "2020", true},
		{"2020-09-25T23:30:00-04:00", "2020-09-25", true},
		{"2020/09/25 04:00", "2020-09-25", true},
		{"20200925", "2020-09-25", true},
		{"1601006400", "2020-09-25", true},
		{"1601006400000", "2020-09-25", true},
		{"Fri, 25 Sep 2020 04:00:00 GMT", "2020-09-25", true},
		{"Sept. 25, 2020", "2020-09-25", true},
		{"25th of September, 2020", "2020-09-25", true},
		{"25-Sep-2020", "2020-09-25", true},
		{"September 2020", "2020-09", true},
		{"25/09/2020", "2020-09-25", true},
		{"09/25/2020", "2020-09-25", true},
		{"25.09.2020", "2020-09-25", true},
		{"03/04/2020", "", false}, // March or April
		{"31 June 2020", "", false},
		{"soon", "", false},
	}
	for _, test := range tests {
		got, err := fieldDate(test.in)
		if got != test.want || (err == nil) != test.ok {
			t.Errorf("fieldDate(%q) = %q, %v, want %q", test.in, got, err, test.want)
		}
	}
}

func TestDateLine(t *testing.T) {
	tests := []struct {
		in   string
		want entente.Date
		ok   bool
	}{
		{"26 Sep 2020", "2020-09-26", true},
		{"Updated: September 26, 2020 at 04:00", "2020-09-26", true},
		{"published : 26 Sep 2020 at 04:00", "2020-09-26", true},
		{"Sat 26 Sep 2020 21.30 BST", "2020-09-26", true},
		{"Saturday, September 26, 2020 | 4:12 p.m. ET", "2020-09-26", true},
		{"2020-09-26 04:00:12", "2020-09-26", true},
		{"03/04/2020 - 11:15", "", true},
		{"The treaty of 26 September 2020", "", false},
		{"On 26 September 2020 the talks began.", "", false},
		{"September", "", false},
	}
	for _, test := range tests {
		got, ok := dateLine(test.in)
		if ok != test.ok || ok && got != test.want {
			t.Errorf("dateLine(%q) = %q, %v, want %q, %v", test.in, got, ok, test.want, test.ok)
		}
	}
}

func TestSwappedDate(t *testing.T) {
	tests := []struct {
		text string
		want entente.Date
	}{
		{"The neighbours recognised the border.", "2020-09-10"},
		{"The neighbors recognized the border.", "2020-10-09"},
		{"The two states agreed.", ""},
		{"The Labour party and the Center Party agreed.", ""},
	}
	for _, test := range tests {
		if got := swappedDate("Issued on: 10/09/2020", test.text); got != test.want {
			t.Errorf("swappedDate in %q = %q, want %q", test.text, got, test.want)
		}
	}
}
