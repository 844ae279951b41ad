package display

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Format is a way to print rows.
type Format string

// The formats: Table for people, the others for programs.
const (
	Table Format = "table"
	JSON  Format = "json"  // one array of objects
	JSONL Format = "jsonl" // one object a line
	CSV   Format = "csv"   // a line of column names first; lists joined by "; "; safe for spreadsheets and terminals, so not always the exact text
)

// ParseFormat gives the format of that name.
func ParseFormat(name string) (Format, error) {
	switch f := Format(name); f {
	case Table, JSON, JSONL, CSV:
		return f, nil
	}
	return "", fmt.Errorf("unknown format %q: want table, json, jsonl or csv", name)
}

// Rows prints rows of values (nil, bool, int64, float64, string or []any of
// them) under their column names. Width is that of a table, in characters.
func Rows(w io.Writer, f Format, width int, columns []string, rows [][]any) error {
	switch f {
	case JSON:
		return writeJSON(w, columns, rows)
	case JSONL:
		for _, row := range rows {
			if err := writeObject(w, columns, row, "\n"); err != nil {
				return err
			}
		}
		return nil
	case CSV:
		return writeCSV(w, columns, rows)
	}
	return writeTable(w, width, columns, rows)
}

func writeJSON(w io.Writer, columns []string, rows [][]any) error {
	if len(rows) == 0 {
		_, err := io.WriteString(w, "[]\n")
		return err
	}
	for i, row := range rows {
		before, after := ",\n ", ""
		if i == 0 {
			before = "["
		}
		if i == len(rows)-1 {
			after = "]\n"
		}
		if _, err := io.WriteString(w, before); err != nil {
			return err
		}
		if err := writeObject(w, columns, row, after); err != nil {
			return err
		}
	}
	return nil
}

// writeObject writes one row as an object with its keys in the columns' order.
func writeObject(w io.Writer, columns []string, row []any, end string) error {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, c := range columns {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%q:", c)
		text, err := Encode(row[i])
		if err != nil {
			return err
		}
		b.Write(text)
	}
	b.WriteString("}" + end)
	_, err := w.Write(b.Bytes())
	return err
}

// Encode gives v as JSON on one line, with what a terminal would act on escaped.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("encode %T as JSON: %w", v, err)
	}
	return escapeJSON(bytes.TrimRight(b.Bytes(), "\n")), nil
}

func writeCSV(w io.Writer, columns []string, rows [][]any) error {
	out := csv.NewWriter(w)
	if err := out.Write(columns); err != nil {
		return err
	}
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = cell(v)
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// cell gives a value as a CSV cell. CSV has no escapes, and people open it in
// spreadsheets: what a terminal would act on becomes visible signs, as in tables, and
// a text that a spreadsheet would take for a formula gets an apostrophe before it.
// JSON has the exact text.
func cell(v any) string {
	s := cleanLines(plain(v, "; "))
	switch v.(type) {
	case string, []any:
		if s != "" && strings.IndexByte("=+-@\t", s[0]) >= 0 {
			return "'" + s
		}
	}
	return s
}

// plain gives a value as text; the parts of a list are joined by sep.
func plain(v any, sep string) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case []any:
		parts := make([]string, len(v))
		for i, p := range v {
			parts[i] = plain(p, sep)
		}
		return strings.Join(parts, sep)
	}
	return fmt.Sprint(v)
}
