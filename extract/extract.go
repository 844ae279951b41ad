// Package extract reads an article and finds who did what to whom, under which
// treaty, and who says so. It is a function of the article and the lexicon: no
// clock, no network, no state between articles.
//
// The way of an article: language reads the sentences; findMentions and
// resolve say who is named or meant in them; findTreaties what agreements;
// read walks the trees and makes findings of the frames it meets; record
// brings findings of one event together and writes them down with their evidence.
package extract

import (
	"fmt"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/language"
	"github.com/entente-graph/entente/lexicon"
)

// Extractor reads articles. It may be used by several goroutines at once.
type Extractor struct {
	index *index
	model *language.Model
}

// New makes an Extractor that knows what the lexicon knows.
func New(lex *lexicon.Lexicon) (*Extractor, error) {
	ix, err := newIndex(lex)
	if err != nil {
		return nil, fmt.Errorf("arrange the lexicon: %w", err)
	}
	model, err := language.New(ix)
	if err != nil {
		return nil, fmt.Errorf("load the language model: %w", err)
	}
	return &Extractor{index: ix, model: model}, nil
}

// Extract gives what the article tells. Every span in the record is a slice of
// the article's text, every event has a claim, and the same article always
// gives the same record.
func (x *Extractor) Extract(a entente.Article) entente.Record {
	return x.understand(a, false).record(x)
}

// understand reads the article; with explain it keeps what was turned down.
func (x *Extractor) understand(a entente.Article, explain bool) *document {
	read := x.model.Read(mask(a.Text))
	for i := range read {
		x.regroup(&read[i])
		x.mend(&read[i])
	}
	d := arrange(a, read)
	d.explain = explain
	d.told = datelined(a)
	d.year = d.speaksFrom()
	d.mute = x.aside(d)
	x.findMentions(d)
	x.resolve(d)
	x.findTreaties(d)
	x.compare(d)
	x.attribute(d)
	x.read(d)
	x.settleProposals(d)
	return d
}

// speaksFrom is the year that the text speaks from: of its publication, else
// the latest that it writes out.
func (d *document) speaksFrom() int {
	if t, ok := d.article.Published.Time(); ok {
		return t.Year()
	}
	year := 0
	for _, s := range d.sents {
		for _, e := range s.times {
			year = max(year, e.Year())
		}
	}
	return year
}

// aside reports whether the article is about something else than public
// affairs, where "attack" and "agreement" mean other things: most of the words
// that tell are of sport, shows or business.
func (x *Extractor) aside(d *document) bool {
	off, on, all := 0, 0, 0
	for _, s := range d.sents {
		for i := range s.Tokens {
			lemma := s.Tokens[i].Lemma
			all++
			if x.index.is("aside", lemma) || x.index.is("aside", s.words[i]) {
				off++
			}
			if x.index.is("public-affairs", lemma) {
				on++
			}
		}
	}
	return off >= 3 && off > 2*on && off*60 > all
}
