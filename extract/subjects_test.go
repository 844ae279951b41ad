package extract

import (
	"testing"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/language"
)

// TestSubjects reads sentences whose trees a parser gets wrong when it reads
// them at one go, and asks for the subjects of their verbs.
func TestSubjects(t *testing.T) {
	x, _ := rules(t)
	for text, want := range map[string]map[string]string{
		"France lent Chad its help in the campaign, and Tripoli on Friday bombed two towns.":            {"lent": "France", "bombed": "Tripoli"},
		"As the envoys took their places, Polisario fighters in western Algeria fired shells at Smara.": {"took": "envoys", "fired": "fighters"},
		"The mayor of Basra praised the plan, and the League, a body of elders, called on Iraq to act.": {"praised": "mayor", "called": "League"},
		"In a second protocol, Lima and Quito set a date for the handover of the posts.":                {"set": "Lima"},
		"In June 1967 Colonel Nasser, the president, led his army into the Sinai.":                      {"led": "Colonel"},
		"Peru expelled the Chilean envoy, Juan Soto, on Sunday, recalled its own and froze trade.":      {"expelled": "Peru", "recalled": "Peru", "froze": "Peru"},
		"Kenya lent money promised to Uganda under an old pact.":                                        {"lent": "Kenya", "promised": "money"},
		"A bomb fell on the road that links Jericho to the coast.":                                      {"fell": "bomb", "links": "road"},
		"The Tigers, under whose rule the north had lived, threatened to march on Colombo.":             {"threatened": "Tigers"},
		"Ghana on Tuesday rejected as invented the charge by Togo that it was behind the plot.":         {"rejected": "Ghana"},
		"The senate, chaired by its eldest and attended by few, decided late to meet.":                  {"decided": "senate"},
		"Ten envoys held in Kabul for two days were let go on Monday.":                                  {"let": "envoys"},
		"Delhi has denied it since May, when the Chinese fell upon Indian positions.":                   {"fell": "Chinese"},
		"At talks hosted by Doha, Laos and Vietnam agreed to a truce.":                                  {"agreed": "Laos"},
		"Nine months after its closure, Chile on Tuesday reopened the road.":                            {"reopened": "Chile"},
		"A plan put forward last month by Cairo was accepted by Libya.":                                 {"accepted": "plan"},
		"The text, agreed last year by the envoys, goes further.":                                       {"goes": "text"},
		"A pact between both, concluded in May 1973, expired two years later.":                          {"expired": "pact"},
		"Retired officers warned against high hopes.":                                                   {"warned": "officers"},
		"In July Brazil and its neighbours recalled their envoys from Spain.":                           {"recalled": "Brazil"},
		"Acting Prime Minister Lee and President Cho agreed to a truce.":                                {"agreed": "Lee"},
		"Hours before the visit North Korea fired a missile into the sea.":                              {"fired": "North"},
		"Peru closed the road after soldiers detained President Juan Soto.":                             {"detained": "soldiers"},
		"In Bangkok hundreds of Laotian citizens gathered outside the embassy.":                         {"gathered": "hundreds"},
		"Chanting crowds burned Belgian flags in Kinshasa.":                                             {"burned": "crowds"},
		"Tonga retaliated by expelling Fiji's acting high commissioner.":                                {"retaliated": "Tonga", "expelling": "Tonga"},
		"M23 rebels backed by Rwanda marched into the city of Goma.":                                    {"marched": "M23"},
		"Human rights groups accuse the army of torture.":                                               {"accuse": "groups"},
		"\"We want our land,\" an adviser to the sultan said.":                                          {"said": "adviser"},
	} {
		s := x.sentence(text)
		for verb, subject := range want {
			for i, tok := range s.Tokens {
				if tok.Text != verb {
					continue
				}
				n := s.subject(i)
				if n < 0 && s.passive(i) {
					n = s.Tokens[i].Head
				}
				if n < 0 || s.Tokens[n].Text != subject && !hasWord(s, n, subject) {
					t.Errorf("%s\n the subject of %s is at %d, want %s", text, verb, n, subject)
				}
			}
		}
	}
}

// sentence reads one sentence as understand does.
func (x *Extractor) sentence(text string) *sentence {
	read := x.model.Read(text)
	x.trees.Mend(&read[0])
	return arrange(entente.Article{Text: text}, []language.Sentence{read[0]}).sents[0]
}

// hasWord reports whether the word is a part of the name at token n.
func hasWord(s *sentence, n int, word string) bool {
	for _, c := range s.children[n] {
		if s.Tokens[c].Text == word {
			return true
		}
	}
	return false
}
