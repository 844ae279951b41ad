package graph

// weights are what the traits weigh, in hundredths of a logit, as TestLearnWeights
// learns them from gold.
var weights = map[string]int{
	"to begin with":                     -768,
	"one type":                          206,
	"types that are easily confused":    60,
	"a mode in one":                     -7,
	"one action":                        127,
	"an action in one":                  -76,
	"one action on one treaty":          24,
	"a context in both":                 17,
	"one status":                        217,
	"open in one, done in the other":    -43,
	"the same actors":                   72,
	"the same recipients":               93,
	"other recipients":                  -17,
	"recipients below a country in one": -63,
	"the same sides are acted upon":     26,
	"one day":                           110,
	"one month":                         104,
	"one year":                          197,
	"undated, days apart":               40,
	"undated, months apart":             -2,
	"a word":                            35,
	"words":                             70,
	"rare words":                        79,
	"other numbers":                     -41,
	"one cast":                          179,
	"one type in one story":             72,
	"another place in the article":      -69,
	"more like each other than like anything else in the two articles": 220,
}
