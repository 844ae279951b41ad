package lemma

import "strings"

// plurals gives the singular of plurals whose ending misleads.
var plurals = singulars(`analyses analysis|axes axis|bases base|bonuses bonus|campuses campus|cargoes cargo|caucuses caucus|censuses census|
crises crisis|diagnoses diagnosis|echoes echo|embargoes embargo|emphases emphasis|focuses focus|heroes hero|hypotheses hypothesis|
matrices matrix|mosquitoes mosquito|nexuses nexus|oases oasis|parentheses parenthesis|potatoes potato|statuses status|
supplies supply|theses thesis|tomatoes tomato|torpedoes torpedo|vetoes veto|viruses virus|volcanoes volcano`)

func singulars(table string) map[string]string {
	m := map[string]string{}
	for _, entry := range strings.Split(table, "|") {
		plural, singular, _ := strings.Cut(strings.TrimSpace(entry), " ")
		m[plural] = singular
	}
	return m
}
