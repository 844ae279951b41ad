package main

import (
	"strings"

	"github.com/entente-graph/entente/extract/language"
	"github.com/entente-graph/entente/lexicon"
)

// gazetteer is what the lexicon knows, as the extractor tells it.
type gazetteer map[string]language.NameKind

func newGazetteer(lex *lexicon.Lexicon) gazetteer {
	g := gazetteer{}
	add := func(kind language.NameKind, names ...string) {
		for _, n := range names {
			key := strings.Join(language.Words(n), " ")
			if _, ok := g[key]; !ok && key != "" {
				g[key] = kind
			}
		}
	}
	for _, p := range lex.People {
		add(language.PersonName, p.Name)
		add(language.PersonName, p.Aliases...)
	}
	for _, o := range lex.Organizations {
		add(language.OrganizationName, o.Name)
		add(language.OrganizationName, o.Aliases...)
	}
	for _, c := range lex.Countries {
		add(language.PlaceName, c.Name, c.Capital)
		add(language.PlaceName, c.Aliases...)
		for _, city := range c.Cities {
			add(language.PlaceName, city.Name)
			add(language.PlaceName, city.Aliases...)
		}
	}
	return g
}

// Longest implements language.Gazetteer.
func (g gazetteer) Longest(words []string) (int, language.NameKind) {
	for n := len(words); n > 0; n-- {
		if k, ok := g[strings.Join(words[:n], " ")]; ok {
			return n, k
		}
	}
	return 0, 0
}

// informed is a gazetteer that also says what single words are read as.
type informed struct {
	gazetteer
	as standIns
}

// Like implements language.Likeness.
func (i informed) Like(word string) string { return i.as.like[word] }
