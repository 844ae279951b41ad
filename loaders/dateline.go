package loaders

import "github.com/entente-graph/entente"

// The parts of datelines.
const (
	capitals   = `[A-Z][A-Z.'’\-]+(?:[ /][A-Z][A-Z.'’\-]*){0,4}(?:,? [A-Z][A-Za-z.]+){0,2}`
	place      = `(?:[A-Z][\w.'’\-]+(?:[ /][A-Za-z][\w.'’\-]*){0,4}(?:,? \[?[A-Z][A-Za-z. ]+\]?){0,2})`
	monthDay   = `(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][A-Za-z]{2,8}\.?|[A-Z][A-Za-z]{2,8}\.? \d{1,2})`
	year       = `,? (?:19|20)\d\d`
	agencyName = `(?P<agency>[A-Z][\w/.'\- ]{1,40})`
	dash       = `\s*(?:--|[-–—:|])\s`
)

// datelines match the dateline that a report opens with, up to its dash, where
// it tells more than the place.
var datelines = []*pattern{
	// GENEVA, March 3 (Reuters) - ; New Delhi [India], March 3 (ANI): ; AMMAN, March 3, 2019 (AFP) --
	newPattern(`^(?:>+\s*)?` + place + `?(?:[,.;]?\s*(?P<day>` + monthDay + `(?:` + year + `)?)[.,]?)?\s*[(/]` + agencyName + `[)/]\.?(?:` + dash + `|\s)`),
	// YEREVAN, MARCH 3, ARMENPRESS.
	newPattern(`^` + capitals + `,\s*(?P<day>` + monthDay + `(?:` + year + `)?)[,.]\s*(?P<agency>[A-Z]{3,14})[.:]\s`),
	// Geneva, 3 March 2019:
	newPattern(`^(?:>+\s*)?` + place + `[,.]?\s*(?P<day>` + monthDay + year + `)` + dash),
	// GENEVA, March 3 --
	newPattern(`^(?:>+\s*)?` + capitals + `[,.;]?\s*(?P<day>` + monthDay + `)` + dash),
}

// findDateline gives the day and the agency of the dateline that text opens with,
// each "" when it isn't told, and the text behind it. It gives false when there is
// none.
func findDateline(text string) (day, agency, rest string, ok bool) {
	head := text[:min(len(text), 200)]
	t := sampleOf(head)
	for _, p := range datelines {
		if !p.possible(t) {
			continue
		}
		re := p.compile()
		m := re.FindStringSubmatch(head)
		if m == nil {
			continue
		}
		if i := re.SubexpIndex("agency"); i >= 0 {
			agency = m[i]
		}
		return m[re.SubexpIndex("day")], agency, text[len(m[0]):], true
	}
	return "", "", "", false
}

// dateline reads the date and the agency of a body's dateline into h.
func (c *cleaner) dateline(body string, h *header) {
	day, agency, _, ok := findDateline(body)
	if !ok {
		return
	}
	if n, known := c.outlets.known(agency); known {
		h.agency = first(h.agency, n)
	} else if agency != "" && c.outlets.masthead(agency) {
		h.agency = first(h.agency, agency)
	}
	if d, full := findDate(day); full {
		h.published = entente.Date(first(string(h.published), string(d)))
	} else if d, ok := dateWithoutYear(day); ok {
		h.partial = d
	}
}
