package loaders

import (
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"
)

// englishWords are the commonest words of English prose that aren't as common
// in its neighbours.
var englishWords = setOf("the of and to that is was for on with he as at by it his this from are which but have an they had been would said not will were who")

const english = "en"

// language gives the ISO 639-1 code of the text's language: what the text clearly
// is, else what the page claims, else English.
func language(text, claim string) string {
	return first(detectLanguage(text), languageField(claim), english)
}

// detectLanguage gives the ISO 639-1 code of the text's language, "" when unsure.
func detectLanguage(text string) string {
	text = strings.ToValidUTF8(text[:min(len(text), 4000)], "")
	n, known := 0, 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		n++
		if englishWords[strings.ToLower(w)] {
			known++
		}
	}
	if known*8 > n && n >= 10 {
		return english
	}
	if len(text) < 200 {
		return ""
	}
	info := whatlanggo.Detect(text)
	if code := info.Lang.Iso6391(); info.Confidence == 1 && len(code) == 2 {
		return code
	}
	return ""
}

// languageField makes an ISO 639-1 code of a language tag such as "en-GB"; ""
// when it is none.
func languageField(tag string) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-")), "-")
	if len(code) != 2 || strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return code
}
