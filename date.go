package entente

import (
	"fmt"
	"time"
)

// Date is a day, a month or a year as exactly as it is known: "2020-09-25",
// "2020-09" or "2020". The empty Date is an unknown one.
type Date string

// ParseDate checks that s is a Date of one of the three precisions, or empty.
func ParseDate(s string) (Date, error) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if len(s) == len(layout) {
			if _, err := time.Parse(layout, s); err == nil {
				return Date(s), nil
			}
		}
	}
	if s == "" {
		return "", nil
	}
	return "", fmt.Errorf("%q is no date: want 2020-09-25, 2020-09 or 2020", s)
}

// Day makes a Date of the day that t falls on in its own zone.
func Day(t time.Time) Date { return Date(t.Format("2006-01-02")) }

// Time is midnight UTC at the start of the day, month or year; false for the
// unknown date.
func (d Date) Time() (time.Time, bool) {
	const layout = "2006-01-02"
	if len(d) > len(layout) {
		return time.Time{}, false
	}
	t, err := time.Parse(layout[:len(d)], string(d))
	return t, err == nil && d != ""
}

// Exact reports whether the day is known.
func (d Date) Exact() bool { return len(d) == len("2006-01-02") }

// Within reports whether d lies inside o: "2020-09-25" in "2020-09", in "2020"
// and in itself. Everything lies within the unknown date.
func (d Date) Within(o Date) bool { return len(o) <= len(d) && d[:len(o)] == o }

// By reports whether d, to its last day, is no later than the last day of o:
// "2020-09-25" by "2020-09", "2020-09" not by "2020-09-25". The unknown date is
// by no other.
func (d Date) By(o Date) bool { return d != "" && d.lastDay() <= o.lastDay() }

// lastDay is a text that sorts as the last day of the month or year does.
func (d Date) lastDay() string {
	const last = "9999-12-31"
	return string(d) + last[min(len(d), len(last)):]
}
