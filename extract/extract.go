// Package extract reads an article and finds who did what to whom, under which
// treaty, and who says so. It is a function of the article, the lexicon and the
// models: no clock, no network, no state between articles.
//
// The way of an article: language reads the sentences and package trees puts their
// trees right; findMentions and resolve say who is named or meant in them;
// findTreaties what agreements; read walks the trees and makes findings of the
// frames it meets, and of what the models take for events; weigh drops what is unlikely;
// record brings findings of one event together and writes them
// down with their evidence. README.md says which file does what.
//
// Call New once, with lexicon.Default or lexicon.Open; its Extract then makes the
// record of an article.
package extract

import (
	"fmt"
	"io/fs"
	"slices"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/language"
	"github.com/entente-graph/entente/extract/trees"
	"github.com/entente-graph/entente/lexicon"
)

// Extractor reads articles. It may be used by several goroutines at once.
type Extractor struct {
	index *index
	model *language.Model
	trees *trees.Mender
	plain map[entente.EventType]*lexicon.Frame

	models *models // nil for rules alone
	tutor  *tutor  // who is asked while models are learnt, else nil
}

// New makes an Extractor that knows what the lexicon knows.
func New(lex *lexicon.Lexicon) (*Extractor, error) {
	folder, err := fs.Sub(embedded, "model")
	if err != nil {
		return nil, fmt.Errorf("load the models of events: %w", err)
	}
	return Load(lex, folder)
}

// Load is New with models from elsewhere: the files that Learn writes; with nil for their
// folder it is without any.
func Load(lex *lexicon.Lexicon, folder fs.FS) (*Extractor, error) {
	x, err := untaught(lex)
	if err != nil || folder == nil {
		return x, err
	}
	if x.models, err = loadModels(folder); err != nil {
		return nil, fmt.Errorf("load the models of events: %w", err)
	}
	return x, nil
}

// untaught makes an Extractor that knows only rules.
func untaught(lex *lexicon.Lexicon) (*Extractor, error) {
	ix, err := newIndex(lex)
	if err != nil {
		return nil, fmt.Errorf("arrange the lexicon: %w", err)
	}
	model, err := language.New(ix)
	if err != nil {
		return nil, fmt.Errorf("load the language model: %w", err)
	}
	return &Extractor{index: ix, model: model, trees: trees.New(model, ix), plain: plainFrames()}, nil
}

// Extract gives what the article tells; a run of words that is too long for a
// sentence (language.Sentence) tells nothing. Every span in the record is a slice of
// the article's text, every event has a claim, and the same article always
// gives the same record.
func (x *Extractor) Extract(a entente.Article) entente.Record {
	return x.understand(a, false).record(x)
}

// understand reads the article; with explain it keeps what was turned down.
func (x *Extractor) understand(a entente.Article, explain bool) *document {
	read := slices.DeleteFunc(x.model.Read(mask(a.Text)), func(s language.Sentence) bool { return s.Endless })
	for i := range read {
		x.trees.Mend(&read[i])
	}
	d := arrange(a, read)
	d.explain = explain
	d.told = datelined(a)
	d.year = d.speaksFrom()
	x.findMentions(d)
	d.mute = reading{x, d}.elsewhere()
	x.resolve(d)
	x.findTreaties(d)
	x.compare(d)
	x.attribute(d)
	x.read(d)
	reading{x, d}.weigh()
	reading{x, d}.weighDates()
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
