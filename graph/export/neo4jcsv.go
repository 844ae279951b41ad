package export

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/neo4j"
)

// The files of WriteFolder that aren't data.
const (
	ImportArgs = "import.args"   // options for neo4j-admin, to be given as @import.args
	SchemaFile = "schema.cypher" // for cypher-shell, once the server runs
)

// neo4jCSV writes text in quotes and nothing for what is absent, which the importer
// keeps apart. Ids are looked up by label, as articles bring ids of their own.
func neo4jCSV(ctx context.Context, s graph.Store, state graph.State, dir string) (err error) {
	delimiter, err := freeDelimiter(ctx, s)
	if err != nil {
		return err
	}
	f := folder{dir: dir, kinds: kinds(), delimiter: string(delimiter), tables: map[string]*table{}}
	defer func() {
		for _, t := range f.tables {
			err = errors.Join(err, t.close())
		}
	}()
	if err := s.Scan(ctx, graph.KindNames(true), f.element); err != nil {
		return err
	}
	own := neo4j.OwnNode(state)
	f.kinds[own.Kind] = describe(own)
	if err := f.element(own); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, SchemaFile), []byte(strings.Join(neo4j.Schema(), ";\n")+";\n"), 0o666); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, ImportArgs), []byte(f.args(delimiter)), 0o666)
}

// describe is a kind for a node that the graph's description doesn't have.
func describe(e graph.Element) graph.Kind {
	k := graph.Kind{Name: e.Kind}
	for _, name := range slices.Sorted(maps.Keys(e.Props)) {
		p := graph.Property{Name: name, Type: graph.Text}
		if _, ok := e.Props[name].(int64); ok {
			p.Type = graph.Integer
		}
		k.Properties = append(k.Properties, p)
	}
	return k
}

// freeDelimiter gives a character that stands in no list of the graph: an array's
// elements can't be escaped in what the importer reads.
func freeDelimiter(ctx context.Context, s graph.Store) (rune, error) {
	free := []rune{0x1f, 0x1e, 0x1d, 0x1c}
	for r := rune(0xe000); r < 0xe100; r++ { // for private use
		free = append(free, r)
	}
	var with []string
	for _, k := range graph.Kinds() {
		if slices.ContainsFunc(k.Properties, func(p graph.Property) bool { return p.Type == graph.List }) {
			with = append(with, k.Name)
		}
	}
	err := s.Scan(ctx, with, func(e graph.Element) error {
		for _, v := range e.Props {
			list, _ := v.([]string)
			for _, text := range list {
				free = slices.DeleteFunc(free, func(r rune) bool { return strings.ContainsRune(text, r) })
			}
		}
		return nil
	})
	if err == nil && len(free) == 0 {
		err = errors.New("no character is left to part the elements of lists")
	}
	if err != nil {
		return 0, err
	}
	return free[0], nil
}

// folder is what is being written.
type folder struct {
	dir       string
	kinds     map[string]graph.Kind
	delimiter string            // between the elements of an array
	tables    map[string]*table // by file name
	longest   int               // field, in bytes
}

// table is one file, of elements with the same columns.
type table struct {
	option string // for the importer
	file   *os.File
	w      *bufio.Writer
}

func (t *table) close() error { return errors.Join(t.w.Flush(), t.file.Close()) }

func (f *folder) element(e graph.Element) error {
	k := f.kinds[e.Kind]
	t, err := f.table(k, e)
	if err != nil {
		return err
	}
	var fields []string
	if k.Node() {
		fields = append(fields, f.field(e.ID))
	} else {
		fields = append(fields, f.field(e.Start), f.field(e.End))
	}
	for _, p := range k.Properties {
		fields = append(fields, f.field(e.Props[p.Name]))
	}
	_, err = t.w.WriteString(strings.Join(fields, ",") + "\n")
	return err
}

func (f *folder) field(v any) string {
	text := ""
	switch v := v.(type) {
	case string:
		text = `"` + strings.ReplaceAll(v, `"`, `""`) + `"`
	case []string:
		text = f.field(strings.Join(v, f.delimiter))
	default:
		text = plain(v)
	}
	f.longest = max(f.longest, len(text))
	return text
}

// table gives the file that an element goes into, and begins it with its header.
func (f *folder) table(k graph.Kind, e graph.Element) (*table, error) {
	name, option, header := k.Name, "", ""
	if k.Node() {
		labels := graph.LabelsOf([]string{k.Name}, e.ID)
		name = strings.Join(labels, ".")
		option = "--nodes=" + strings.Join(labels, ":")
		header = "id:ID(" + k.Name + ")"
	} else {
		from, to := graph.LabelsOf(k.From, e.Start)[0], graph.LabelsOf(k.To, e.End)[0]
		if len(k.To) > 1 {
			name += "." + to
		}
		option = "--relationships=" + k.Name
		header = fmt.Sprintf(":START_ID(%s),:END_ID(%s)", from, to)
	}
	name += ".csv"
	if t := f.tables[name]; t != nil {
		return t, nil
	}
	for _, p := range k.Properties {
		header += "," + p.Name + ":" + map[graph.Type]string{graph.Text: "string", graph.List: "string[]",
			graph.Integer: "long", graph.Real: "double", graph.Boolean: "boolean"}[p.Type]
	}
	file, err := os.Create(filepath.Join(f.dir, name))
	if err != nil {
		return nil, err
	}
	t := &table{option: option + "=" + name, file: file, w: bufio.NewWriter(file)}
	f.tables[name] = t
	_, err = t.w.WriteString(header + "\n")
	return t, err
}

// args are the options of the import, one a line. Whatever is wrong ends it.
func (f *folder) args(delimiter rune) string {
	lines := []string{
		"--multiline-fields=true",
		fmt.Sprintf("--array-delimiter=U+%04X", delimiter),
		"--bad-tolerance=0",
	}
	const usual = 4 << 20 // bytes that the importer reads at once, which must hold a whole field
	if f.longest > usual/2 {
		lines = append(lines, fmt.Sprintf("--read-buffer-size=%d", 2*f.longest))
	}
	for _, name := range slices.Sorted(maps.Keys(f.tables)) {
		lines = append(lines, f.tables[name].option)
	}
	return strings.Join(lines, "\n") + "\n"
}
