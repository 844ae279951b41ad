package queries

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// The ways a query's files may end, with what starts a comment in each.
const (
	browserEnd = ".browser.cypher"
	cypherEnd  = ".cypher"
	sqlEnd     = ".sql"
)

var (
	nameForm   = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	columnForm = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	inCypher   = regexp.MustCompile(`(\$)([A-Za-z_][A-Za-z0-9_]*)`)
	inSQL      = regexp.MustCompile(`(:)([A-Za-z_][A-Za-z0-9_]*)`)
)

// file is one file as read: its header, with the line each part stands on, and
// the text after it.
type file struct {
	path    string
	stem    string
	end     string
	header  Query
	lines   map[string]int // "name", "about", "columns" or "param NAME" -> line
	body    string
	bodyAt  int // the line the body begins on
	isValid bool
}

type reader struct {
	files []*file
	errs  []error
}

func (r *reader) fail(path string, line int, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("%s:%d: %s", path, line, fmt.Sprintf(format, args...)))
}

// read parses one file when its name says it is part of a query.
func (r *reader) read(fsys fs.FS, path string) {
	for _, end := range []string{browserEnd, cypherEnd, sqlEnd} {
		stem, ok := strings.CutSuffix(path, end)
		if !ok {
			continue
		}
		text, err := fs.ReadFile(fsys, path)
		if err != nil {
			r.errs = append(r.errs, fmt.Errorf("read query: %w", err))
			return
		}
		f := &file{path: path, stem: stem, end: end, lines: map[string]int{}}
		faults := len(r.errs)
		r.parse(f, string(text))
		f.isValid = len(r.errs) == faults
		r.files = append(r.files, f)
		return
	}
}

func (r *reader) parse(f *file, text string) {
	mark := "//"
	if f.end == sqlEnd {
		mark = "--"
	}
	if !utf8.ValidString(text) {
		before, _, _ := strings.Cut(strings.ToValidUTF8(text, "\xff"), "\xff")
		r.fail(f.path, 1+strings.Count(before, "\n"), "not UTF-8: save the file as such")
		return
	}
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	lines := strings.Split(text, "\n")
	n := 0
	for ; n < len(lines) && strings.HasPrefix(lines[n], mark); n++ {
		key, value, ok := strings.Cut(strings.TrimPrefix(lines[n], mark), ":")
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		switch {
		case !ok:
			r.fail(f.path, n+1, `want "%s key: value" in the header, or an empty line after it`, mark)
		case key == "param":
			r.param(f, n+1, value)
		case key != "name" && key != "about" && key != "columns":
			r.fail(f.path, n+1, "unknown key %q: a header has name, about, param and columns", key)
		case f.lines[key] != 0:
			r.fail(f.path, n+1, "%s is given again; line %d has it", key, f.lines[key])
		case value == "":
			r.fail(f.path, n+1, "%s is empty", key)
		default:
			f.lines[key] = n + 1
			r.scalar(f, n+1, key, value)
		}
	}
	for n < len(lines)-1 && lines[n] == "" {
		n++
	}
	f.bodyAt = n + 1
	f.body = strings.Trim(strings.Join(lines[n:], "\n"), "\n") + "\n"
	for _, key := range []string{"name", "about", "columns"} {
		if f.lines[key] == 0 && !(key == "columns" && f.end == browserEnd) {
			r.fail(f.path, f.bodyAt, "the header has no %s", key)
		}
	}
	if strings.TrimSpace(f.body) == "" {
		r.fail(f.path, f.bodyAt, "there is no query after the header")
	}
	r.references(f)
}

func (r *reader) scalar(f *file, line int, key, value string) {
	switch key {
	case "name":
		f.header.Name = value
		if value != f.stem {
			r.fail(f.path, line, "name is %q, but the file is called %q", value, f.stem)
		} else if !nameForm.MatchString(value) {
			r.fail(f.path, line, "name %q: want lower-case words joined by hyphens", value)
		}
	case "about":
		f.header.About = value
	case "columns":
		if f.end == browserEnd {
			r.fail(f.path, line, "a browser query returns paths and has no columns")
			return
		}
		for _, c := range strings.Split(value, ",") {
			c = strings.TrimSpace(c)
			if !columnForm.MatchString(c) {
				r.fail(f.path, line, "column %q: want a lower-case word", c)
			} else if slices.Contains(f.header.Columns, c) {
				r.fail(f.path, line, "column %s is listed twice", c)
			}
			f.header.Columns = append(f.header.Columns, c)
		}
	}
}

func (r *reader) param(f *file, line int, value string) {
	fields := strings.Fields(value)
	if len(fields) < 4 {
		r.fail(f.path, line, `want "param: NAME TYPE DEFAULT ABOUT", with "required" or "-" where there is no default`)
		return
	}
	p := Param{Name: fields[0], Type: Type(fields[1]), About: strings.Join(fields[3:], " ")}
	switch fields[2] {
	case "required":
		p.Required = true
	case "-":
	default:
		p.Default = fields[2]
	}
	switch {
	case !columnForm.MatchString(p.Name):
		r.fail(f.path, line, "param %q: want a lower-case word", p.Name)
		return
	case p.Type != String && p.Type != Name && p.Type != Int && p.Type != Date:
		r.fail(f.path, line, "param %s has the unknown type %q: want string, name, int or date", p.Name, p.Type)
		return
	case f.lines["param "+p.Name] != 0:
		r.fail(f.path, line, "param %s is given again; line %d has it", p.Name, f.lines["param "+p.Name])
		return
	}
	if !p.Required {
		if _, err := p.Parse(p.Default); err != nil {
			r.fail(f.path, line, "default of %v", err)
			return
		}
	}
	f.lines["param "+p.Name] = line
	f.header.Params = append(f.header.Params, p)
}

// references checks that the body uses the parameters of its header and no
// others: one that is misspelt would otherwise be null to Neo4j and an error to
// SQLite.
func (r *reader) references(f *file) {
	used := map[string]bool{}
	reference := inCypher
	if f.end == sqlEnd {
		reference = inSQL
	}
	for i, line := range strings.Split(f.body, "\n") {
		for _, m := range reference.FindAllStringSubmatch(line, -1) {
			if f.lines["param "+m[2]] == 0 && !used[m[2]] {
				r.fail(f.path, f.bodyAt+i, "%s is no param of the header", m[0])
			}
			used[m[2]] = true
		}
	}
	for _, p := range f.header.Params {
		if !used[p.Name] {
			r.fail(f.path, f.lines["param "+p.Name], "param %s is never used", p.Name)
		}
	}
}

// pair puts the files of each query together.
func (r *reader) pair() ([]Query, error) {
	byPath := map[string]*file{}
	for _, f := range r.files {
		byPath[f.path] = f
	}
	var all []Query
	for _, f := range r.files {
		switch f.end {
		case sqlEnd, browserEnd:
			if byPath[f.stem+cypherEnd] == nil {
				r.fail(f.path, 1, "its twin %s is missing", f.stem+cypherEnd)
			}
			continue
		}
		twin := byPath[f.stem+sqlEnd]
		if twin == nil {
			r.fail(f.path, 1, "its twin %s is missing", f.stem+sqlEnd)
			continue
		}
		q := f.header
		q.Cypher, q.SQL = f.body, twin.body
		r.compare(f, twin)
		if b := byPath[f.stem+browserEnd]; b != nil {
			q.Browser = b.body
			r.compare(f, b)
		}
		all = append(all, q)
	}
	if len(r.errs) > 0 {
		return nil, errors.Join(r.errs...)
	}
	slices.SortFunc(all, byName)
	return all, nil
}

// compare reports where the headers of two files of one query differ.
func (r *reader) compare(f, twin *file) {
	if !f.isValid || !twin.isValid {
		return // what is wrong with one of them has been said
	}
	differ := func(key string) {
		line := twin.lines[key]
		if line == 0 {
			line = 1
		}
		r.fail(twin.path, line, "%s isn't the same as in %s:%d", key, f.path, max(f.lines[key], 1))
	}
	a, b := f.header, twin.header
	if a.About != b.About {
		differ("about")
	}
	if twin.end != browserEnd && !slices.Equal(a.Columns, b.Columns) {
		differ("columns")
	}
	for i, p := range a.Params {
		if i < len(b.Params) && p != b.Params[i] {
			differ("param " + b.Params[i].Name)
		} else if i >= len(b.Params) {
			r.fail(twin.path, 1, "param %s of %s:%d is missing", p.Name, f.path, f.lines["param "+p.Name])
		}
	}
	for _, p := range b.Params[min(len(a.Params), len(b.Params)):] {
		r.fail(twin.path, twin.lines["param "+p.Name], "param %s is missing in %s", p.Name, f.path)
	}
}

func byName(a, b Query) int { return strings.Compare(a.Name, b.Name) }
