// Package language reads English: it splits text into sentences and tokens and
// gives each token its part of speech, lemma, place in a dependency tree
// (Universal Dependencies) and, where it belongs to one, its name. It knows
// nothing of diplomacy. All offsets count bytes of the text that was read.
//
// Rules cut the text (internal/text). Linear models, embedded from model/, tag
// and parse it (internal/syntax), find lemmas (internal/lemma) and names
// (internal/names); extract/internal/linear stores and learns their weights.
//
// The command in train learns the models from treebanks and word vectors, "make models
// CORPORA=DIR", and measures them on held-out text, "make accuracy
// CORPORA=DIR". The data, their licences and the figures are in
// model/MODEL_CARD.md. A change to what the models see of a word, be it a
// feature or where tokens are cut, calls for training anew.
//
// Call New once, with the names that are known beforehand or nil; the Model's Read then
// gives the sentences of a text.
package language

// Token is a word or a punctuation mark: Text is exactly text[Start:End].
type Token struct {
	Start, End int
	Text       string
	Lemma      string // lower case but for proper nouns
	POS        string // Universal part of speech: NOUN, VERB, ...
	Tag        string // Penn Treebank tag: NN, VBD, ...
	Head       int    // index in the sentence of the governing token; -1 for the root
	Rel        string // Universal Dependencies relation to Head: nsubj, obl, nsubj:pass, ...
	NewLine    bool   // a line break stands before the token
}

// NameKind is the sort of thing a name names.
type NameKind uint8

// The kinds of name.
const (
	PersonName NameKind = iota + 1
	OrganizationName
	PlaceName
)

// Name is a run of tokens, First to Last inclusive, that names something.
type Name struct {
	First, Last int
	Kind        NameKind
}

// Sentence is one sentence, headline or list item. Its tokens form a tree, unless
// it is endless.
type Sentence struct {
	Start, End int
	Tokens     []Token
	Names      []Name
	Paragraph  int  // counts from 0; a blank line or a block's end starts the next
	Endless    bool // one of the parts of a run of over 400 tokens: nobody writes such a sentence, and it isn't analysed
}

// Gazetteer tells the name recogniser what is known about a phrase.
type Gazetteer interface {
	// Longest gives the number of words, from the first of words on, that form
	// the longest known phrase, and its kind; 0 when none is known.
	Longest(words []string) (n int, kind NameKind)
}

// Likeness is what a Gazetteer may have beside: for a name, a name of the same
// sort that is frequent in the texts the models learnt from. Tags and trees of
// the one are found as those of the other.
type Likeness interface {
	// Like gives that name, "" when the word is as good as any.
	Like(word string) string
}
