package dates

import (
	"fmt"
	"time"

	entente "github.com/entente-graph/entente"
)

// Resolve gives the date that e means, or the unknown date. "Friday" is the
// last one up to the day of publication, or the next one in a clause about the
// future; a month or a day without a year is the nearest in that direction.
func (e Expression) Resolve(a Anchor) entente.Date {
	if e.Relative {
		base, ok := a.Previous.Time()
		if !ok {
			return ""
		}
		if e.month > 0 {
			return written(base.Year(), e.month, e.day)
		}
		return precise(shift(base, e.offset, e.unit), e.unit, a.Previous)
	}
	if e.ahead && !a.Future {
		return ""
	}
	if e.year > 0 {
		return written(e.year, e.month, e.day)
	}
	pub, ok := a.Published.Time()
	if !ok || !a.Published.Exact() {
		if e.unit == years && ok {
			return entente.Date(fmt.Sprintf("%04d", pub.Year()+e.offset))
		}
		return ""
	}
	switch {
	case e.hasWeekday:
		return entente.Day(nearestWeekday(pub, e.weekday, e.which, a.Future))
	case e.season:
		return written(nearestYear(pub, e.month, 0, e.which, a.Future), 0, 0)
	case e.month > 0:
		return written(nearestYear(pub, e.month, e.day, e.which, a.Future), e.month, e.day)
	case e.vague:
		return precise(pub.AddDate(0, 0, 7*e.offset), months, a.Published)
	case e.unit != none:
		return precise(shift(pub, e.offset, e.unit), e.unit, a.Published)
	}
	return ""
}

// FromDay reports whether the expression counts from a day: "the next morning".
func (e Expression) FromDay() bool { return e.Relative && e.unit == days }

// FromNews reports whether the expression may count from the news where no other
// time is told: "three days earlier", "that morning", not "the next day".
func (e Expression) FromNews() bool { return e.Relative && e.unit != none && e.offset <= 0 }

// Next reports whether the expression is of what is to come by its words alone:
// "next week", "tomorrow".
func (e Expression) Next() bool { return !e.Relative && (e.which > 0 || e.offset > 0) }

// Shift is e counted from a time told elsewhere, as "two days after X" is from X;
// back takes it the other way.
func (e Expression) Shift(from entente.Date, back bool) entente.Date {
	if back {
		e.offset = -e.offset
	}
	return e.Resolve(Anchor{Previous: from})
}

// Year is the year that the expression writes out, 0 when it writes none.
func (e Expression) Year() int { return e.year }

// YearOnly reports whether the expression is nothing but a year.
func (e Expression) YearOnly() bool { return e.year > 0 && e.month == 0 }

func written(year, month, day int) entente.Date {
	switch {
	case day > 0:
		d, err := entente.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
		if err != nil {
			return entente.Date(fmt.Sprintf("%04d-%02d", year, month))
		}
		return d
	case month > 0:
		return entente.Date(fmt.Sprintf("%04d-%02d", year, month))
	default:
		return entente.Date(fmt.Sprintf("%04d", year))
	}
}

func shift(t time.Time, n int, u unit) time.Time {
	switch u {
	case days:
		return t.AddDate(0, 0, n)
	case weeks:
		return t.AddDate(0, 0, 7*n)
	case months:
		return time.Date(t.Year(), t.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	case years:
		return time.Date(t.Year()+n, t.Month(), 1, 0, 0, 0, 0, time.UTC)
	}
	return t
}

// precise keeps of t what the unit promises and the base can carry: "two weeks
// ago" is about a day, "last month" a month, and a year later than 1972 a year.
func precise(t time.Time, u unit, base entente.Date) entente.Date {
	n := len(base)
	switch u {
	case months:
		n = min(n, len("2006-01"))
	case years:
		n = len("2006")
	}
	return entente.Date(t.Format("2006-01-02")[:n])
}

func nearestWeekday(pub time.Time, d time.Weekday, which int, future bool) time.Time {
	back := (int(pub.Weekday()) - int(d) + 7) % 7
	switch {
	case which > 0 || (future && which == 0):
		ahead := (int(d) - int(pub.Weekday()) + 7) % 7
		if ahead == 0 && which > 0 {
			ahead = 7
		}
		return pub.AddDate(0, 0, ahead)
	case which < 0 && back == 0:
		back = 7
	}
	return pub.AddDate(0, 0, -back)
}

func nearestYear(pub time.Time, month, day, which int, future bool) int {
	year := pub.Year()
	at := time.Date(year, time.Month(month), max(day, 1), 0, 0, 0, 0, time.UTC)
	now := pub
	if day == 0 {
		now = time.Date(pub.Year(), pub.Month(), 1, 0, 0, 0, 0, time.UTC)
	}
	switch {
	case which < 0 && !at.Before(now), which == 0 && !future && at.After(now.AddDate(0, 0, 1)):
		year--
	case which > 0 && !at.After(now), which == 0 && future && at.Before(now):
		year++
	}
	return year
}
