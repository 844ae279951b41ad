package dates

import (
	"strings"
	"testing"

	entente "github.com/entente-graph/entente"
)

type words []string

func (w words) Len() int           { return len(w) }
func (w words) Lower(i int) string { return strings.ToLower(w[i]) }

// TestResolve reads sentences split at spaces, printed on Saturday, 26 September 2020.
func TestResolve(t *testing.T) {
	for _, c := range []struct {
		text   string
		future bool
		want   string // of each expression, "?" for one that stays unknown
	}{
		{text: "he said on Friday", want: "2020-09-25"},
		{text: "he said on Saturday", want: "2020-09-26"},
		{text: "they will meet on Friday", future: true, want: "2020-10-02"},
		{text: "last Saturday", want: "2020-09-19"},
		{text: "two weeks ago", want: "2020-09-12"},
		{text: "last month", want: "2020-08"},
		{text: "last week", want: "2020-09"},
		{text: "last year", want: "2019"},
		{text: "earlier this month", want: "2020-09"},
		{text: "three years ago", want: "2017"},
		{text: "yesterday and tomorrow", want: "2020-09-25 2020-09-27"},
		{text: "on Sept. 9", want: "2020-09-09"},
		{text: "on Nov. 3", want: "2019-11-03"},
		{text: "on Nov. 3", future: true, want: "2020-11-03"},
		{text: "on 25 May 1972", want: "1972-05-25"},
		{text: "on May 25 , 1972 , they", want: "1972-05-25"},
		{text: "on New Year 's Day and Christmas Eve 1991", want: "2020-01-01 1991-12-24"},
		{text: "on New Year ’s Eve", want: "2019-12-31"},
		{text: "in May 1972", want: "1972-05"},
		{text: "in 1972", want: "1972"},
		{text: "in 1972 . A year later", want: "1972 1973"},
		{text: "on 25 May 1972 and the following day", want: "1972-05-25 1972-05-26"},
		{text: "it may march on", want: ""},
		{text: "in March", want: "2020-03"},
		{text: "with 2000 troops", want: ""},
		{text: "since the 1990s", want: ""},
		{text: "a year earlier", want: "?"},
		{text: "it will leave in six months", future: true, want: "2021-03"},
		{text: "it left in six months", want: "?"},
		{text: "war broke out in 1995 ; on Feb. 17 of that year they signed", want: "1995 1995-02-17"},
		{text: "in May 1972 and later that year", want: "1972-05 1972"},
		{text: "Friday , 18 September", want: "2020-09-18"},
		{text: "on 18 September and again that night", want: "2020-09-18 2020-09-18"},
		{text: "on 18 September ; the next morning they left", want: "2020-09-18 2020-09-19"},
		{text: "he called it a crime on 18 September and at the time", want: "2020-09-18 2020-09-18"},
		{text: "at the time of the raid", want: ""},
		{text: "in 1972 and hours later", want: "1972 1972"},
		{text: "they landed this morning and last night", want: "2020-09-26 2020-09-25"},
		{text: "it began in the spring", want: "2020"},
		{text: "last autumn and this winter", want: "2019 2020"},
		{text: "in the fall of Saigon", want: ""},
		{text: "on 2020-09-18", want: "2020-09-18"},
	} {
		tokens := words(strings.Fields(c.text))
		var got []string
		previous := entente.Date("")
		for _, e := range Find(tokens) {
			d := e.Resolve(Anchor{Published: "2020-09-26", Previous: previous, Future: c.future})
			previous = d
			if d == "" {
				d = "?"
			}
			got = append(got, string(d))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q: got %q, want %q", c.text, g, c.want)
		}
	}
}

// TestUnpublished leaves open what only a day of publication could tell.
func TestUnpublished(t *testing.T) {
	for _, text := range []string{"on Friday", "last month", "two weeks ago", "on Sept. 9"} {
		for _, e := range Find(words(strings.Fields(text))) {
			if d := e.Resolve(Anchor{}); d != "" {
				t.Errorf("%q: got %s without a day of publication", text, d)
			}
		}
	}
}
