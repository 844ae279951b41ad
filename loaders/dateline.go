package loaders

import (
	"regexp"

	"github.com/entente-graph/entente"
)

// datelineStart matches the dateline that a report opens with: its place, day
// and agency, up to the dash. Its groups are, in each form, the date and the agency.
var datelineStart = regexp.MustCompile(`^(?:>+\s*)?(?:` +
	// GENEVA, March 3 (Reuters) - ; New Delhi [India], March 3 (ANI): ; AMMAN, March 3, 2019 (AFP) --
	place + `?(?:[,.;]?\s*` + day + `[.,]?)?\s*[(/](` + agencyName + `)[)/]\.?\s*(?:--|[-–—:|.]|\x{2013})?\s` +
	// YEREVAN, MARCH 3, ARMENPRESS.
	`|` + capitals + `,\s*` + day + `[,.]\s*([A-Z]{3,14})[.:]\s` +
	// GENEVA, March 3 -- ; GENEVA: ; GENEVA --
	`|` + capitals + `(?:[,.;]?\s*` + day + `)?\s*(?:--|[-–—:|])\s*` +
	`)`)

const (
	capitals   = `[A-Z][A-Z.'’\-]+(?:[ /][A-Z][A-Z.'’\-]*){0,4}(?:,? [A-Z][A-Za-z.]+){0,2}`
	place      = `(?:[A-Z][\w.'’\-]+(?:[ /][A-Za-z][\w.'’\-]*){0,4}(?:,? \[?[A-Z][A-Za-z. ]+\]?){0,2})`
	day        = `((?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?|[A-Z][A-Za-z]{2,8}\.? \d{1,2})(?:,? (?:19|20)\d\d)?)`
	agencyName = `[A-Z][\w/.'\- ]{1,40}`
)

// dateline reads the date and the agency of the dateline that a body opens with,
// if it has one.
func (c *cleaner) dateline(body string, h *header) {
	head := body[:min(len(body), 200)]
	m := datelineStart.FindStringSubmatch(head)
	if m == nil {
		return
	}
	for _, agency := range []string{m[2], m[4]} {
		if n, ok := c.outlets.known(agency); ok {
			h.agency = first(h.agency, n)
		} else if agency != "" && c.outlets.masthead(agency) {
			h.agency = first(h.agency, agency)
		}
	}
	for _, day := range []string{m[1], m[3], m[5]} {
		if d, ok := findDate(day); ok {
			h.published = entente.Date(first(string(h.published), string(d)))
		} else if d, ok := dateWithoutYear(day); ok {
			h.partial = d
		}
	}
}
