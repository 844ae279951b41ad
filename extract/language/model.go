package language

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/entente-graph/entente/extract/internal/linear"
	"github.com/entente-graph/entente/extract/language/internal/lemma"
	"github.com/entente-graph/entente/extract/language/internal/names"
	"github.com/entente-graph/entente/extract/language/internal/syntax"
	"github.com/entente-graph/entente/extract/language/internal/text"
)

//go:embed model/*.bin
var embedded embed.FS

// Model reads English. It is safe for concurrent use.
type Model struct {
	tagger  syntax.Tagger
	parser  syntax.Parser
	lemmas  *lemma.Model
	lexicon syntax.Lexicon
	names   *names.Recognizer
	known   Gazetteer
	pos     []string // of each tag of the tagger
	tag     []string
	tags    map[[2]string]uint32 // from both to what the tagger calls it
	rel     []string
	scratch sync.Pool
}

// scratch is the working space of one reading.
type scratch struct {
	sentences [together]sentence
	syntax    syntax.Scratch
	names     names.Scratch
}

// together is how many sentences are tagged before they are parsed, and parsed before
// names are sought in them: a model stays in the processor's cache for as long.
const together = 32

// sentence is the working space for one sentence.
type sentence struct {
	forms  []string
	words  []syntax.Word
	known  []names.Known
	span   []int32 // at the first word of a known name, its number of words
	kind   []NameKind
	joined []string // the words, known names as one
	at     []int    // where each of those begins
	tags   []uint32
}

// New loads the models that are part of the program. The gazetteer helps to
// recognise names and may be nil.
func New(g Gazetteer) (*Model, error) {
	sub, err := fs.Sub(embedded, "model")
	if err != nil {
		return nil, fmt.Errorf("load language models: %w", err)
	}
	return Load(sub, g)
}

// Load is New with models from elsewhere: the files that the trainer writes.
func Load(fsys fs.FS, g Gazetteer) (*Model, error) {
	m := &Model{known: g, tags: map[[2]string]uint32{}}
	m.scratch.New = func() any { return new(scratch) }
	file := func(name string, read func(io.Reader) error) error {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("load language models: %w", err)
		}
		if err := read(bytes.NewReader(b)); err != nil {
			return fmt.Errorf("load language model %s: %w", name, err)
		}
		return nil
	}
	into := func(to **linear.Model) func(io.Reader) error {
		return func(r io.Reader) (err error) {
			*to, err = linear.Read(r)
			return err
		}
	}
	var nameModel *linear.Model
	files := []struct {
		name string
		read func(io.Reader) error
	}{
		{"labels.bin", m.readLabels},
		{"tags.bin", into(&m.tagger.Model)},
		{"moves.bin", into(&m.parser.Moves)},
		{"arcs.bin", into(&m.parser.Labels)},
		{"names.bin", into(&nameModel)},
		{"lemmas.bin", func(r io.Reader) (err error) {
			m.lemmas, err = lemma.Read(r)
			return err
		}},
		{"lexicon.bin", func(r io.Reader) (err error) {
			m.lexicon, err = syntax.ReadLexicon(r)
			return err
		}},
	}
	errs := make([]error, len(files))
	var wait sync.WaitGroup
	for i, f := range files {
		wait.Go(func() { errs[i] = file(f.name, f.read) })
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	if m.tagger.Model.Classes != len(m.tag) || m.parser.Labels.Classes != len(m.rel) || nameModel.Classes != names.Labels {
		return nil, fmt.Errorf("load language models: the files don't belong together")
	}
	m.names = names.New(nameModel)
	return m, nil
}

// readLabels reads two lines: the tags as UPOS|XPOS, and the relations.
func (m *Model) readLabels(r io.Reader) error {
	b, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	tags, rels, ok := strings.Cut(strings.TrimSpace(string(b)), "\n")
	if !ok {
		return fmt.Errorf("two lines wanted")
	}
	for _, t := range strings.Fields(tags) {
		pos, tag, _ := strings.Cut(t, "|")
		m.pos, m.tag = append(m.pos, pos), append(m.tag, tag)
		m.tags[[2]string{pos, tag}] = uint32(len(m.pos))
	}
	m.rel = strings.Fields(rels)
	for i, r := range m.rel {
		if r == "root" {
			m.parser.Root = uint8(i + 1)
		}
	}
	return nil
}

// Read splits text into sentences and analyses those that aren't endless. It takes
// time in proportion to the text, whatever it holds.
func (m *Model) Read(s string) []Sentence {
	tokens, cuts := text.Split(s)
	all := make([]Token, len(tokens))
	for i, t := range tokens {
		all[i] = Token{Start: int(t.Start), End: int(t.End), Text: s[t.Start:t.End], NewLine: t.NewLine()}
	}
	out := make([]Sentence, len(cuts))
	w := m.scratch.Get().(*scratch)
	defer m.scratch.Put(w)
	for i, c := range cuts {
		sent := &out[i]
		sent.Tokens = all[c.First:c.Last:c.Last]
		sent.Start, sent.End = all[c.First].Start, all[c.Last-1].End
		sent.Paragraph, sent.Endless = c.Paragraph, c.Endless
	}
	for some := range slices.Chunk(out, together) {
		m.annotate(some, w)
	}
	return out
}

// Annotate analyses one sentence that is already cut into words, as treebanks
// are. Offsets are those of the words joined by single spaces.
func (m *Model) Annotate(words []string) Sentence {
	s, w := sentenceOf(words), m.scratch.Get().(*scratch)
	defer m.scratch.Put(w)
	one := []Sentence{s}
	m.annotate(one, w)
	return one[0]
}

// Tree makes a sentence of words, which have their Text, POS and Tag: it gives them heads,
// relations and lemmas. Where one has a tag that the model never gives, all are tagged anew.
func (m *Model) Tree(words []Token) {
	w := m.scratch.Get().(*scratch)
	defer m.scratch.Put(w)
	s, one := Sentence{Tokens: words}, &w.sentences[0]
	m.fillWords(&s, one)
	for k, i := range one.at {
		tag, ok := m.tags[[2]string{words[i].POS, words[i].Tag}]
		if !ok {
			m.tagger.Tag(one.words, &w.syntax)
			break
		}
		one.words[k].Tag = tag
	}
	m.buildTree(&s, one, &w.syntax)
}

func sentenceOf(words []string) Sentence {
	s := Sentence{Tokens: make([]Token, 0, len(words))}
	for _, f := range words {
		s.Tokens = append(s.Tokens, Token{Start: s.End, End: s.End + len(f), Text: f})
		s.End += len(f) + 1
	}
	s.End = max(0, s.End-1)
	return s
}

// annotate tags and parses so many sentences as w has room for and finds their names,
// but for endless ones.
func (m *Model) annotate(all []Sentence, w *scratch) {
	each := func(do func(s *Sentence, w *sentence)) {
		for i := range all {
			if !all[i].Endless {
				do(&all[i], &w.sentences[i])
			}
		}
	}
	each(func(s *Sentence, one *sentence) { m.tagWords(s, one, &w.syntax) })
	each(func(s *Sentence, one *sentence) { m.buildTree(s, one, &w.syntax) })
	each(func(s *Sentence, one *sentence) { m.findNames(s, one, &w.names) })
}

// tagWords tags the words of a sentence.
func (m *Model) tagWords(s *Sentence, w *sentence, sc *syntax.Scratch) {
	m.fillWords(s, w)
	m.tagger.Tag(w.words, sc)
}

// fillWords looks up the words of a sentence. A name of several words that the gazetteer
// knows is read as one word, so that a tree is never at odds with it: its first word
// stands in the tree, the others hang on that.
func (m *Model) fillWords(s *Sentence, w *sentence) {
	w.forms = w.forms[:0]
	for i := range s.Tokens {
		w.forms = append(w.forms, s.Tokens[i].Text)
	}
	m.lookUp(w)
	w.joined, w.at = w.joined[:0], w.at[:0]
	for i := 0; i < len(w.forms); {
		n := int(w.span[i])
		if n > 1 {
			w.joined = append(w.joined, stand[w.kind[i]])
		} else {
			n = 1
			w.joined = append(w.joined, m.likeness(w.forms[i]))
		}
		w.at = append(w.at, i)
		i += n
	}
	w.words = m.lexicon.Fill(w.words, w.joined)
}

// buildTree makes a tree of a tagged sentence.
func (m *Model) buildTree(s *Sentence, w *sentence, sc *syntax.Scratch) {
	heads, labels := m.parser.Parse(w.words, sc)
	w.tags = w.tags[:0]
	for k, i := range w.at {
		head := -1
		if h := int(heads[k]); h >= 0 && h < len(w.at) {
			head = w.at[h]
		}
		m.write(&s.Tokens[i], w.words[k].Tag, head, m.rel[labels[k]-1])
		w.tags = append(w.tags, w.words[k].Tag)
		for j := 1; j < int(w.span[i]); j++ {
			m.write(&s.Tokens[i+j], w.words[k].Tag, i, "flat")
			w.tags = append(w.tags, w.words[k].Tag)
		}
	}
}

// findNames finds the names of a parsed sentence.
func (m *Model) findNames(s *Sentence, w *sentence, sc *names.Scratch) {
	for i := 0; i < len(w.span); {
		n := int(w.span[i])
		for k := i; k < i+n && s.Tokens[i].Rel == "compound"; k++ {
			w.span[k] = 1 // it only describes a noun: "the 1992 United Kingdom election"
		}
		i += n
	}
	w.words = m.lexicon.Fill(w.words, w.forms)
	for i := range s.Tokens {
		w.words[i].Tag = w.tags[i]
	}
	s.Names = w.settle(m.names.Find(w.words, w.known, sc))
}

// settle joins the names that were found with the phrases of several words that
// the gazetteer knows. A phrase wins unless it is part of a longer name: "South
// Korea" in "Bank of South Korea".
func (w *sentence) settle(found []names.Span) []Name {
	var out []Name
	end := 0 // of the last name, exclusive
	phrasesTo := func(limit int) {
		for ; end < limit; end++ {
			if n := int(w.span[end]); n > 1 {
				out = append(out, Name{First: end, Last: end + n - 1, Kind: w.kind[end]})
				end += n - 1
			}
		}
	}
	for _, f := range found {
		phrasesTo(f.First)
		if f.First < end || w.cuts(f.First) || w.cuts(f.Last+1) || w.isPhrase(f) {
			continue
		}
		out = append(out, Name{First: f.First, Last: f.Last, Kind: NameKind(f.Kind)})
		end = f.Last + 1
	}
	phrasesTo(len(w.span))
	return out
}

// cuts says whether a phrase that the gazetteer knows goes on at word i.
func (w *sentence) cuts(i int) bool { return i > 0 && i < len(w.span) && w.span[i-1] > 1 }

// isPhrase says whether a name is a phrase that the gazetteer knows, no more.
func (w *sentence) isPhrase(f names.Span) bool {
	return f.Last > f.First && int(w.span[f.First]) == f.Last-f.First+1
}

func (m *Model) write(t *Token, tag uint32, head int, rel string) {
	t.POS, t.Tag = m.pos[tag-1], m.tag[tag-1]
	t.Lemma = m.lemmas.Of(t.Text, t.Tag)
	t.Head, t.Rel = head, rel
}

// stand is what a known name of several words is read as, by its kind.
var stand = [...]string{PersonName: "Bush", OrganizationName: "NATO", PlaceName: "Iraq"}

// likeness gives the word by which tags and trees are found for a word that the
// gazetteer knows: a country is read as any country.
func (m *Model) likeness(word string) string {
	if g, ok := m.known.(Likeness); ok && names.MayBegin(word) {
		if like := g.Like(word); like != "" {
			return like
		}
	}
	return word
}

// Cluster gives the number of the words that are used like a word, 0 when nobody knows.
func (m *Model) Cluster(word string) uint16 { return m.lexicon.Cluster(word) }

// lookUp asks the gazetteer about each word that may begin a name.
func (m *Model) lookUp(w *sentence) {
	var longest func(words []string) (int, int)
	if m.known != nil {
		longest = func(words []string) (int, int) {
			n, kind := m.known.Longest(words)
			return n, int(kind)
		}
	}
	w.known, w.span, w.kind = names.LookUp(w.known[:0], w.forms, longest), w.span[:0], w.kind[:0]
	for i := 0; i < len(w.known); {
		n, kind := names.At(w.known, i)
		for k := range n {
			w.span = append(w.span, int32(n-k))
			w.kind = append(w.kind, NameKind(kind))
		}
		i += n
	}
}
