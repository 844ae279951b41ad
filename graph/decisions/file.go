// Package decisions keeps what people decided about who is who and what is one
// event in a YAML file, which is meant to be read, commented and kept in git.
//
// Read gives what a file holds, for graph.Decide to carry out; Add and Remove change the
// file and give what it holds then.
package decisions

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/internal/wholefile"
)

// header begins a new file.
const header = `# Who is who, and what is one event: what people decided. "entente load" carries
# it out, "entente decide" adds to it, and an entry that is deleted is undone.

`

// entry is one decision as the file has it.
type entry struct {
	Decide graph.Verb `yaml:"decide"`
	Of     []subject  `yaml:"of"`
	To     string     `yaml:"to,omitempty"`
	Who    string     `yaml:"who,omitempty"`
	When   string     `yaml:"when,omitempty"`
	Why    string     `yaml:"why,omitempty"`
}

// subject is an id, or an event by words of an article.
type subject graph.Subject

type event struct {
	Article string            `yaml:"article"`
	Quote   string            `yaml:"quote"`
	Type    entente.EventType `yaml:"type,omitempty"`
}

func (s *subject) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		return n.Decode(&s.ID)
	}
	for i := 0; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		switch key := n.Content[i]; key.Value {
		case "article", "quote", "type":
		default:
			return fmt.Errorf("line %d: unknown key %q: an event is given by article, quote and type", key.Line, key.Value)
		}
	}
	var e event
	if err := n.Decode(&e); err != nil {
		return err
	}
	*s = subject{Article: e.Article, Quote: e.Quote, Type: e.Type}
	return nil
}

// MarshalYAML writes an id as a plain text.
func (s subject) MarshalYAML() (any, error) {
	if s.ID != "" {
		return s.ID, nil
	}
	return event{s.Article, s.Quote, s.Type}, nil
}

// Read reads a file of decisions. An unknown key, a decision that can't be carried
// out, or two that are at odds are errors that name the file. A file that isn't
// there is an error that wraps fs.ErrNotExist.
func Read(file string) ([]graph.Decision, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	list, err := parse(b)
	if err != nil {
		return nil, fmt.Errorf("decisions in %s: %w", file, err)
	}
	return list, nil
}

func parse(b []byte) ([]graph.Decision, error) {
	if !utf8.Valid(b) { // YAML may be UTF-16, but nothing could be added to that
		return nil, errors.New("not UTF-8: save the file as such")
	}
	d := yaml.NewDecoder(bytes.NewReader(b))
	d.KnownFields(true)
	var entries []entry
	if err := d.Decode(&entries); errors.Is(err, io.EOF) { // nothing but comments
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var rest yaml.Node
	if err := d.Decode(&rest); err == nil {
		return nil, fmt.Errorf("line %d: a second YAML document: keep one list a file", rest.Line)
	} else if !errors.Is(err, io.EOF) {
		return nil, err
	}
	list := make([]graph.Decision, len(entries))
	for i, e := range entries {
		list[i] = graph.Decision{Verb: e.Decide, To: e.To, Who: e.Who, When: e.When, Why: e.Why}
		for _, s := range e.Of {
			list[i].Of = append(list[i].Of, graph.Subject(s))
		}
	}
	return list, graph.CheckDecisions(list)
}

// Add puts a decision at the end of the file, which is made if it isn't there,
// and gives all decisions that the file then holds. What the file had, comments
// too, stays as it is. Nothing is written if the decision can't stand beside them.
func Add(file string, d graph.Decision) ([]graph.Decision, error) {
	b, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		b = []byte(header)
	case err != nil:
		return nil, fmt.Errorf("read decisions: %w", err)
	}
	before, err := parse(b)
	if err != nil {
		return nil, fmt.Errorf("decisions in %s: %w", file, err)
	}
	added, err := encode([]entry{entryOf(d)})
	if err != nil {
		return nil, fmt.Errorf("write decision: %w", err)
	}
	if len(b) > 0 && !bytes.HasSuffix(b, []byte("\n")) {
		b = append(b, '\n')
	}
	after, err := parse(append(b, added...))
	if err != nil {
		return nil, fmt.Errorf("decisions in %s: %w", file, err)
	}
	if len(after) != len(before)+1 {
		return nil, fmt.Errorf("decisions in %s: nothing can be added at the end of this file: want a list of entries that begin with \"- decide:\"", file)
	}
	return after, write(file, append(b, added...))
}

func entryOf(d graph.Decision) entry {
	e := entry{Decide: d.Verb, To: d.To, Who: d.Who, When: d.When, Why: d.Why}
	for _, s := range d.Of {
		e.Of = append(e.Of, subject(s))
	}
	return e
}

// Remove takes the decision with that id out of the file and gives it, and what
// is left. Comments of the others stay.
func Remove(file, id string) (graph.Decision, []graph.Decision, error) {
	before, err := Read(file)
	if err != nil {
		return graph.Decision{}, nil, err
	}
	at := -1
	for i, d := range before {
		if d.ID() == id {
			at = i
		}
	}
	if at < 0 {
		return graph.Decision{}, nil, fmt.Errorf("no decision in %s has the id %q", file, id)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return graph.Decision{}, nil, fmt.Errorf("read decisions: %w", err)
	}
	var document yaml.Node
	if err := yaml.Unmarshal(b, &document); err != nil {
		return graph.Decision{}, nil, fmt.Errorf("decisions in %s: %w", file, err)
	}
	b = cut(b, document.Content[0].Content, at)
	after, err := parse(b)
	if err == nil && len(after) != len(before)-1 {
		err = errors.New("want each entry to begin with \"- decide:\" on a line of its own")
	}
	if err != nil {
		return graph.Decision{}, nil, fmt.Errorf("take %s out of %s: %w", id, file, err)
	}
	return before[at], after, write(file, b)
}

// cut takes the lines of an entry out, with the comment right above it.
func cut(b []byte, entries []*yaml.Node, at int) []byte {
	lines := bytes.SplitAfter(b, []byte("\n"))
	start := func(i int) int {
		if i == len(entries) {
			return len(lines)
		}
		n := entries[i].Line - 1
		for n > 0 && bytes.HasPrefix(lines[n-1], []byte("#")) {
			n--
		}
		return n
	}
	return bytes.Join(slices.Delete(lines, start(at), start(at+1)), nil)
}

func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), e.Close()
}

func write(file string, b []byte) error {
	if err := wholefile.Write(file, b); err != nil {
		return fmt.Errorf("write decisions: %w", err)
	}
	return nil
}
