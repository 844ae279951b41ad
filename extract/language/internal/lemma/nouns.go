package lemma

import "strings"

// nouns gives the lemma of nouns whose ending misleads.
var nouns = nounForms(`analyses analysis|axes axis|bases base|bonuses bonus|campuses campus|cargoes cargo|caucuses caucus|censuses census|
crises crisis|diagnoses diagnosis|echoes echo|embargoes embargo|emphases emphasis|focuses focus|heroes hero|hypotheses hypothesis|
matrices matrix|month month|mosquitoes mosquito|nexuses nexus|oases oasis|parentheses parenthesis|potatoes potato|statuses status|
supplies supply|theses thesis|tomatoes tomato|torpedoes torpedo|vetoes veto|viruses virus|volcanoes volcano`)

func nounForms(table string) map[string]string {
	m := map[string]string{}
	for _, entry := range strings.Split(table, "|") {
		form, lemma, _ := strings.Cut(strings.TrimSpace(entry), " ")
		m[form] = lemma
	}
	return m
}
