package extract

import (
	"iter"
	"strings"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/dates"
	"github.com/entente-graph/entente/extract/language"
	"github.com/entente-graph/entente/lexicon"
)

// document is one article while it is read: its sentences, who and what is
// named in them, and what was found to happen.
type document struct {
	article  entente.Article
	sents    []*sentence
	entities map[string]*entity
	order    []*entity // by first mention
	treaties []*treaty
	acronyms map[string]*treaty // that the text gives treaties in brackets
	places   []*place
	told     entente.Date // the day from which "today" and "Friday" count: of the dateline, else of publication
	year     int          // the year the text speaks from, 0 when it doesn't tell
	mute     bool         // sport, business or fiction: nothing in it is an event
	found    []*finding
	parties  *parties  // nil until the models ask for them
	refused  []refusal // what fired and wasn't taken, for Explain
	explain  bool
	loose    []statement // denials, welcomes and the like of nothing that was found
}

// sentence is a parsed sentence with what was found in it.
type sentence struct {
	language.Sentence
	index    int
	words    []string // folded, one a token
	lower    []string // as they are, in lower case
	children [][]int
	at       []*mention // the actor mention that covers a token
	treatyAt []*treaty  // the treaty whose phrase covers a token
	placeAt  []*place
	times    []dates.Expression
	timeAt   []int // 1 + index in times
	quoted   []bool
	asking   []asked     // what is being asked of a token
	means    map[int]int // a pronoun whose antecedent is a phrase of this sentence: its head
	speaker  *entity     // of a quotation that runs through the whole sentence
	heading  bool        // a headline or a line without a verb
	view     *view       // nil until the models look at it
}

// how says in what way a mention names its entity.
type how uint8

const (
	byName      how = iota // Russia, Putin
	byAdjective            // Russian
	byMetonym              // Moscow, the Kremlin
	byOffice               // the Russian foreign minister
	byPronoun              // he, it
	byNominal              // the two countries, the alliance
)

// mention is a run of tokens, first to last inclusive, that stands for one or
// more entities.
type mention struct {
	sent        *sentence
	first, last int
	head        int
	entities    []*entity
	how         how
	office      *lexicon.Office // that of a mention by office
	located     bool            // where something is, rather than who acts: "in Moscow"
}

// entity is an actor of the article.
type entity struct {
	id, name string
	kind     entente.ActorKind
	country  string // as the lexicon writes it: RU
	person   *lexicon.Person
	serves   *lexicon.Organization // the body, no state's, that the person speaks for
	org      *lexicon.Organization
	nation   *lexicon.Country
	gender   byte // m, f or 0
	generics []string
	roles    []role
	mentions []*mention
	first    int                            // byte offset of the first mention
	ofState  struct{ country, side string } // the last side that was worked out
}

// role is an office that the text or the lexicon gives a person.
type role struct {
	name string // foreign minister
	of   *entity
	head bool // who holds it speaks for the country
}

// side is what counts when two mentions are compared as parties: the country
// behind a person or a body, else itself.
func (e *entity) side() string {
	if e.org != nil && (e.org.Kind == "armed-group" || e.org.Kind == "movement") {
		return e.id // rebels are no part of the state they fight
	}
	if e.serves != nil {
		return "body:" + e.serves.ID
	}
	if e.org != nil && e.country == "" {
		return "body:" + e.org.ID
	}
	if e.country != "" {
		if e.ofState.country != e.country {
			e.ofState.country, e.ofState.side = e.country, "country:"+strings.ToLower(successor(e.country))
		}
		return e.ofState.side
	}
	return e.id
}

// successor brings a state and the one that took its place together.
func successor(country string) string {
	switch country {
	case "SU":
		return "RU"
	case "VD":
		return "VN"
	}
	return country
}

// treaty is an agreement of the article, named or described.
type treaty struct {
	id, name string
	known    *lexicon.Treaty
	year     int
	made     entente.Date // as exactly as the text tells it
	status   entente.TreatyStatus
	named    bool
	proposed bool
	kind     string // treaty, pact, agreement
	topic    string // cyber, nuclear
	purpose  string // what it's to do, in the text's words
	parties  []*entity
	compared []*treaty
	mentions []span
	first    int
}

// span is a run of tokens of one sentence, first to last inclusive.
type span struct {
	sent        *sentence
	first, last int
	head        int
}

// place is somewhere named that isn't an actor where it stands.
type place struct {
	id, name, country string
	latitude          float64
	longitude         float64
	mentions          []span
}

// bytes gives the offsets of a run of tokens.
func (s *sentence) bytes(first, last int) (start, end int) {
	return s.Tokens[first].Start, s.Tokens[last].End
}

// text gives a run of tokens as the article has it.
func (d *document) text(s *sentence, first, last int) string {
	start, end := s.bytes(first, last)
	return d.article.Text[start:end]
}

// Len and Lower make a sentence's tokens readable for package dates.
func (s *sentence) Len() int           { return len(s.Tokens) }
func (s *sentence) Lower(i int) string { return s.lower[i] }

// arrange makes sentences out of what the language core read.
func arrange(a entente.Article, read []language.Sentence) *document {
	d := &document{article: a, entities: map[string]*entity{}}
	open := false
	for i, rs := range read {
		n := len(rs.Tokens)
		s := &sentence{
			Sentence: rs, index: i,
			words:    make([]string, n),
			lower:    make([]string, n),
			children: make([][]int, n),
			at:       make([]*mention, n),
			treatyAt: make([]*treaty, n),
			placeAt:  make([]*place, n),
			timeAt:   make([]int, n),
			asking:   make([]asked, n),
			quoted:   make([]bool, n),
		}
		count := make([]int, n)
		for _, t := range rs.Tokens {
			if t.Head >= 0 {
				count[t.Head]++
			}
		}
		arena := make([]int, 0, n)
		for j := range count {
			s.children[j] = arena[len(arena) : len(arena) : len(arena)+count[j]]
			arena = arena[:len(arena)+count[j]]
		}
		for j, t := range rs.Tokens {
			s.lower[j] = strings.ToLower(t.Text)
			s.words[j] = fold(s.lower[j])
			if t.Head >= 0 {
				s.children[t.Head] = append(s.children[t.Head], j)
			}
		}
		if i > 0 && rs.Paragraph != read[i-1].Paragraph {
			open = opensQuote(rs) && open // a quotation carried on opens anew
		}
		open = s.markQuotes(open)
		s.times = dates.Find(s)
		for k, e := range s.times {
			for j := e.First; j <= e.Last; j++ {
				s.timeAt[j] = k + 1
			}
		}
		s.heading = isHeading(s)
		s.possessors()
		d.sents = append(d.sents, s)
	}
	return d
}

func opensQuote(s language.Sentence) bool {
	return len(s.Tokens) > 0 && (s.Tokens[0].Text == "“" || s.Tokens[0].Text == `"`)
}

// markQuotes notes which tokens stand inside quotation marks, given whether a
// quotation is open at the start, and says whether one is open at the end.
func (s *sentence) markQuotes(open bool) bool {
	for i, t := range s.Tokens {
		switch t.Text {
		case "“", "``":
			open = true
		case "”", "''":
			open = false
		case `"`:
			open = !open
		default:
			s.quoted[i] = open
		}
	}
	return open
}

// isHeading tells a headline or a list item from a sentence: no stop at its end.
func isHeading(s *sentence) bool {
	n := len(s.Tokens)
	if n == 0 {
		return true
	}
	for i := n - 1; i >= 0; i-- {
		switch s.Tokens[i].Text {
		case ".", "!", "?", "…", ":", "...":
			return false
		case "”", "\"", ")", "’", "''", "]":
			continue
		}
		return true
	}
	return true
}

// upTo walks back from token i of the sentence through as many sentences before
// it, each with the number of its tokens that lie before i.
func (d *document) upTo(s *sentence, i, before int) iter.Seq2[*sentence, int] {
	return func(yield func(*sentence, int) bool) {
		if !yield(s, i) {
			return
		}
		for k := s.index - 1; k >= max(0, s.index-before); k-- {
			if !yield(d.sents[k], len(d.sents[k].Tokens)) {
				return
			}
		}
	}
}

// lately walks back through what was found in the sentence and as many before it.
func (d *document) lately(s *sentence, before int) iter.Seq[*finding] {
	return func(yield func(*finding) bool) {
		for k := len(d.found) - 1; k >= 0 && s.index-d.found[k].sent.index <= before; k-- {
			if !yield(d.found[k]) {
				return
			}
		}
	}
}
