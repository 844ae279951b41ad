package graph

// weights are what the traits weigh, in hundredths of a logit, as TestLearnWeights
// learns them from gold.
var weights = map[string]int{
	"to begin with":                     -693,
	"one type":                          246,
	"types that are easily confused":    125,
	"one mode":                          32,
	"a mode in one":                     -12,
	"one action":                        170,
	"an action in one":                  -124,
	"one action on one treaty":          75,
	"one status":                        132,
	"the same actors":                   52,
	"the same recipients":               9,
	"recipients below a country in one": -61,
	"the same sides act":                10,
	"one day":                           135,
	"one month":                         187,
	"one year":                          206,
	"undated, days apart":               48,
	"undated, weeks apart":              -53,
	"words":                             100,
	"rare words":                        110,
	"share of words":                    81,
	"other numbers":                     -55,
	"one story":                         22,
	"one cast":                          92,
	"one type in one story":             51,
	"another place in the article":      -118,
	"more like each other than like anything else in the two articles": 252,
}
