// Package trees puts right the trees of newspaper sentences, where a parser that
// learnt mostly from web pages gets them wrong in ways that can be seen: a finite
// verb that has no subject, an aside that swallowed the clause around it. It
// knows nothing of who or what is spoken of.
//
// New makes a Mender for a model; its Mend changes a sentence in place.
package trees

import (
	"slices"

	"github.com/entente-graph/entente/extract/language"
)

// Words is what mending asks of words.
type Words interface {
	// Is reports whether a lemma or a form is in a named class of words.
	Is(class, word string) bool
	// Names reports whether a word, as written, names somebody or something.
	Names(word string) bool
}

// Mender puts trees right. It may be used by several goroutines at once.
type Mender struct {
	model  *language.Model
	words  Words
	passes []pass
}

// New makes a Mender that reads parts of sentences again with the model.
func New(model *language.Model, words Words) *Mender {
	x := &Mender{model: model, words: words}
	x.passes = x.mending()
	return x
}

// Mend changes heads and relations of the sentence's tokens, and some tags and
// lemmas, until its tree can be right; offsets stay. What stays doubtful is left.
func (x *Mender) Mend(s *language.Sentence) {
	saved := slices.Clone(s.Tokens)
	x.regroup(s)
	if !isTree(s.Tokens) {
		copy(s.Tokens, saved)
	}
	x.mend(s, saved)
}
