package display

import (
	"strings"
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain text", "plain text"},
		{"  two\n lines\tand  gaps ", "two lines and gaps"},
		{"\x1b[31mred\x1b[0m", "␛[31mred␛[0m"},
		{"bell\a del\x7f", "bell␇ del␡"},
		{"c1 \u009b31m next\u0085line", "c1 <U+009B>31m next<U+0085>line"},
		{"turn \u202eround\u202c", "turn <U+202E>round<U+202C>"},
		{"iso\u2066late\u2069 mark\u200f", "iso<U+2066>late<U+2069> mark<U+200F>"},
		{"hidden\U000E0041", "hidden<U+E0041>"},
		{"not utf-8 \xff", "not utf-8 �"},
		{"Москва 北京 👩‍🚀", "Москва 北京 👩‍🚀"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("Clean(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestRows(t *testing.T) {
	columns := []string{"date", "who", "reports", "says"}
	rows := [][]any{
		{"2020-09-25", []any{"Russia", "Belarus"}, int64(2), "Moscow offers <a> \x1b[2J truce"},
		{nil, []any{}, int64(10), "He said: \"no\""},
	}
	for _, c := range []struct {
		format Format
		want   string
	}{
		{JSONL, `{"date":"2020-09-25","who":["Russia","Belarus"],"reports":2,"says":"Moscow offers <a> \u001b[2J truce"}
{"date":null,"who":[],"reports":10,"says":"He said: \"no\""}
`},
		{JSON, `[{"date":"2020-09-25","who":["Russia","Belarus"],"reports":2,"says":"Moscow offers <a> \u001b[2J truce"},
 {"date":null,"who":[],"reports":10,"says":"He said: \"no\""}]
`},
		{CSV, "date,who,reports,says\n2020-09-25,Russia; Belarus,2,Moscow offers <a> ␛[2J truce\n,,10,\"He said: \"\"no\"\"\"\n"},
		{Table, `date        who              reports  says
──────────────────────────────────────────────────────────────────
2020-09-25  Russia, Belarus        2  Moscow offers <a> ␛[2J truce
–           –                     10  He said: "no"
`},
	} {
		var b strings.Builder
		if err := Rows(&b, c.format, 80, columns, rows); err != nil {
			t.Fatal(err)
		}
		if b.String() != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.format, b.String(), c.want)
		}
	}
}

// A spreadsheet must not take a cell for a formula, and takes numbers for numbers.
func TestCSVCells(t *testing.T) {
	for _, c := range []struct {
		v    any
		want string
	}{
		{"=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"}, {"+1", "'+1"}, {"-x", "'-x"}, {"@x", "'@x"}, {"\t=x", "'\t=x"},
		{[]any{"=a", "b"}, "'=a; b"}, {"\r=x", "␍=x"}, {"'x", "'x"}, {int64(-5), "-5"}, {-0.5, "-0.5"}, {"a=b", "a=b"}, {"", ""}, {nil, ""},
	} {
		if got := cell(c.v); got != c.want {
			t.Errorf("cell(%#v) = %q, want %q", c.v, got, c.want)
		}
	}
}

func TestTableFitsItsWidth(t *testing.T) {
	long := strings.Repeat("many words that go on ", 60)
	rows := [][]any{
		{"2020-09-25", "Russia", long, "outlet one"},
		{"2020-09-25", "Russia", strings.Repeat("x", 300), "outlet two"},
	}
	for _, width := range []int{60, 80, 100, 200} {
		var b strings.Builder
		if err := Rows(&b, Table, width, []string{"date", "who", "quote", "outlet"}, rows); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(b.String(), "\n") {
			if n := text.StringWidth(line); n > width {
				t.Errorf("width %d: a line of %d: %q", width, n, line)
			}
		}
		if n := strings.Count(b.String(), "2020-09-25"); n != 1 {
			t.Errorf("width %d: the repeated date is shown %d times:\n%s", width, n, b.String())
		}
		if !strings.Contains(b.String(), "…") {
			t.Errorf("width %d: the cut isn't marked:\n%s", width, b.String())
		}
	}
}

func TestTableShowsAQuoteOnce(t *testing.T) {
	one, two := strings.Repeat("Moscow denies it. ", 5), strings.Repeat("London insists. ", 5)
	rows := [][]any{
		{"Russia", "denies", one, "The Harbour Post"},
		{"Russia", "accuses", one, "The Harbour Post"},
		{"United Kingdom", "accuses", two, "Northline News"},
		{"France", "accuses", nil, "Northline News"},
	}
	var b strings.Builder
	if err := Rows(&b, Table, 60, []string{"speaker", "stance", "quote", "outlet"}, rows); err != nil {
		t.Fatal(err)
	}
	want := `speaker         stance   outlet
─────────────────────────────────────────
Russia          denies   The Harbour Post
                accuses  The Harbour Post
                “Moscow denies it. Moscow denies it. Moscow
                denies it. Moscow denies it. Moscow denies
                it.”

United Kingdom  accuses  Northline News
                “London insists. London insists. London
                insists. London insists. London insists.”

France          accuses  Northline News
`
	if b.String() != want {
		t.Errorf("%s\nwant:\n%s", b.String(), want)
	}
}

// The time that a table takes doesn't grow with the square of a cell's length: this one
// would take an hour.
func TestLongCell(t *testing.T) {
	long := "." + strings.Repeat("{", 1<<20)
	var b strings.Builder
	if err := Rows(&b, Table, 80, []string{"a", "quote"}, [][]any{{long, []any{long, "b"}}, {int64(1), long}}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "…"); n == 0 || b.Len() > 10_000 {
		t.Errorf("the cut is marked %d times in %d bytes", n, b.Len())
	}
}
