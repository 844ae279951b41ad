package lexicon

import (
	"reflect"
	"strconv"
	"strings"
)

// quick reads the plain part of YAML that lexicon files are nearly all written
// in: lists of mappings, in block or flow style, of one-line scalars. It gives
// false for anything else, mistakes included, and leaves that to the YAML
// package, which reads ten times slower and would hold up every start of the
// program. What quick does read, it reads as that package would.
func quick[T any](text string) ([]T, bool) {
	var all []T
	if !plainText(text) {
		return nil, false
	}
	r := quickReader{text: text, fields: map[reflect.Type]map[string]int{}}
	if ok := r.sequence(reflect.ValueOf(&all).Elem(), 0); !ok || r.indent() >= 0 {
		return nil, false
	}
	return all, true
}

// plainText reports whether a text has none of the characters that YAML gives
// a meaning of their own or forbids. Tabs and carriage returns are left to it too.
func plainText(text string) bool {
	for _, c := range text {
		switch {
		case c == '\n':
		case c < ' ', 0x7f <= c && c < 0xa0, c == '\u2028', c == '\u2029', c == '\ufeff', c >= 0xfff0: // and U+FFFD, for bytes that are no UTF-8
			return false
		}
	}
	return true
}

// quickReader stands at a byte of text; its methods move it on, and give false
// when they meet what they don't know.
type quickReader struct {
	text   string
	at     int
	fields map[reflect.Type]map[string]int // by YAML key
}

// peek is the byte n further on; a newline at the end.
func (r *quickReader) peek(n int) byte {
	if r.at+n < len(r.text) {
		return r.text[r.at+n]
	}
	return '\n'
}

// indent moves to the start of the next line with content and gives its
// indentation; -1 at the end.
func (r *quickReader) indent() int {
	for r.at < len(r.text) {
		n := 0
		for r.peek(n) == ' ' {
			n++
		}
		if c := r.peek(n); c != '\n' && c != '#' {
			return n
		}
		r.toNextLine()
	}
	return -1
}

func (r *quickReader) toNextLine() {
	if i := strings.IndexByte(r.text[r.at:], '\n'); i >= 0 {
		r.at += i + 1
	} else {
		r.at = len(r.text)
	}
}

func (r *quickReader) spaces() {
	for r.peek(0) == ' ' {
		r.at++
	}
}

// lineEnds moves past spaces and a comment to the next line.
func (r *quickReader) lineEnds() bool {
	start := r.at
	r.spaces()
	if c := r.peek(0); c != '\n' && (c != '#' || r.at == start) {
		return false
	}
	r.toNextLine()
	return true
}

// sequence reads the block sequence whose dashes are at column.
func (r *quickReader) sequence(into reflect.Value, column int) bool {
	if into.Kind() != reflect.Slice {
		return false
	}
	for {
		if n := r.indent(); n != column {
			return n < column
		}
		if r.peek(column) != '-' || r.peek(column+1) != ' ' {
			return column > 0 // a key of the mapping around it
		}
		start := r.at
		r.at += column + 2
		r.spaces()
		into.Grow(1)
		into.SetLen(into.Len() + 1)
		item := into.Index(into.Len() - 1)
		item.SetZero()
		if item.Kind() == reflect.Struct && r.peek(0) != '{' {
			if !r.mapping(item, r.at-start) {
				return false
			}
		} else if !r.inline(item, column, false) || !r.lineEnds() {
			return false
		}
	}
}

// mapping reads the block mapping whose keys are at column, from its first key.
func (r *quickReader) mapping(into reflect.Value, column int) bool {
	var seen uint64
	for {
		field, ok := r.key(into, &seen)
		if !ok {
			return false
		}
		if r.peek(0) == ' ' {
			r.spaces()
		}
		if c := r.peek(0); c == '\n' || c == '#' {
			r.toNextLine()
			if !r.nested(field, column) {
				return false
			}
		} else if !r.inline(field, column, false) || !r.lineEnds() {
			return false
		}
		if n := r.indent(); n != column {
			return n < column
		}
		r.at += column
	}
}

// nested reads the block that is the value of a key at column.
func (r *quickReader) nested(into reflect.Value, column int) bool {
	n := r.indent()
	switch {
	case into.Kind() == reflect.Slice:
		return n >= column && r.peek(n) == '-' && r.sequence(into, n) && into.Len() > 0
	case into.Kind() == reflect.Struct && n > column:
		r.at += n
		return r.mapping(into, n)
	}
	return false
}

// key reads a key with its colon and gives the field it stands for, unless that
// was there before: seen has a bit for each field.
func (r *quickReader) key(of reflect.Value, seen *uint64) (reflect.Value, bool) {
	n := 0
	for c := r.peek(n); 'a' <= c && c <= 'z'; c = r.peek(n) {
		n++
	}
	if n == 0 || r.peek(n) != ':' || r.peek(n+1) != ' ' && r.peek(n+1) != '\n' {
		return reflect.Value{}, false
	}
	i, ok := r.fieldsOf(of.Type())[r.text[r.at:r.at+n]]
	if !ok || i >= 64 || *seen&(1<<i) != 0 {
		return reflect.Value{}, false
	}
	*seen |= 1 << i
	r.at += n + 1
	return of.Field(i), true
}

func (r *quickReader) fieldsOf(t reflect.Type) map[string]int {
	fields, ok := r.fields[t]
	if !ok {
		fields = map[string]int{}
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
			fields[name] = i
		}
		r.fields[t] = fields
	}
	return fields
}

// inline reads a flow collection or a scalar. column is that of the block
// around it, which lines that a flow collection goes on must be right of.
func (r *quickReader) inline(into reflect.Value, column int, inFlow bool) bool {
	switch c := r.peek(0); {
	case c == '[':
		if into.Kind() != reflect.Slice {
			return false
		}
		into.Set(reflect.MakeSlice(into.Type(), 0, 4))
		return r.flow(']', column, func() bool {
			into.Grow(1)
			into.SetLen(into.Len() + 1)
			return r.inline(into.Index(into.Len()-1), column, true)
		})
	case c == '{':
		if into.Kind() != reflect.Struct {
			return false
		}
		var seen uint64
		return r.flow('}', column, func() bool {
			field, ok := r.key(into, &seen)
			if !ok || r.peek(0) != ' ' {
				return false
			}
			r.spaces()
			return r.inline(field, column, true)
		})
	}
	s, quoted, ok := r.scalar(inFlow)
	return ok && set(into, s, quoted)
}

// flow reads a collection from its opening bracket to the closing one.
func (r *quickReader) flow(closing byte, column int, item func() bool) bool {
	r.at++
	if !r.gap(column) {
		return false
	}
	for first := true; r.peek(0) != closing; first = false {
		if !first {
			if r.peek(0) != ',' {
				return false
			}
			r.at++
			if !r.gap(column) {
				return false
			}
		}
		if !item() || !r.gap(column) {
			return false
		}
	}
	r.at++
	return true
}

// gap skips spaces and line breaks within a flow collection.
func (r *quickReader) gap(column int) bool {
	r.spaces()
	for r.peek(0) == '\n' {
		if r.at >= len(r.text) {
			return false
		}
		r.at++
		start := r.at
		r.spaces()
		if r.at-start <= column || r.peek(0) == '\n' {
			return false
		}
	}
	return true
}

// scalar reads a quoted or a plain scalar that stands on one line.
func (r *quickReader) scalar(inFlow bool) (s string, quoted, ok bool) {
	rest := r.text[r.at:]
	switch c := r.peek(0); {
	case c == '"' || c == '\'':
		i := strings.IndexAny(rest[1:], string(c)+"\\\n")
		if i < 0 || rest[1+i] != c {
			return "", true, false
		}
		r.at += i + 2
		return rest[1 : 1+i], true, r.peek(0) != c // '' stands for one quote
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c >= 0x80, c == '(':
	case c == '-' && '0' <= r.peek(1) && r.peek(1) <= '9':
	default:
		return "", false, false
	}
	n := 0
	for ; r.peek(n) != '\n'; n++ {
		c := r.peek(n)
		if inFlow && (c == ',' || c == ']' || c == '}') || c == '#' && r.peek(n-1) == ' ' {
			break
		}
		if c == ':' && (r.peek(n+1) == ' ' || r.peek(n+1) == '\n') || inFlow && strings.IndexByte(":?#[{", c) >= 0 {
			return "", false, false
		}
	}
	s = strings.TrimRight(rest[:n], " ")
	r.at += len(s)
	return s, false, true
}

// set gives a scalar to a field in the field's own type.
func set(into reflect.Value, s string, quoted bool) bool {
	if into.Kind() == reflect.String {
		if !quoted && strings.EqualFold(s, "null") {
			return false
		}
		into.SetString(s)
		return true
	}
	if quoted {
		return false
	}
	if into.Kind() == reflect.Bool {
		into.SetBool(s == "true")
		return s == "true" || s == "false"
	}
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if len(whole) > 9 || len(whole) > 1 && whole[0] == '0' || strings.Trim(whole+fraction, "0123456789") != "" || strings.HasSuffix(s, ".") {
		return false
	}
	switch into.Kind() {
	case reflect.Int:
		n, err := strconv.Atoi(s)
		into.SetInt(int64(n))
		return err == nil
	case reflect.Float64:
		f, err := strconv.ParseFloat(s, 64)
		into.SetFloat(f)
		return err == nil
	}
	return false
}
