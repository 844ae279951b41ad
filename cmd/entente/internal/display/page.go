package display

import (
	"io"
	"strings"
	"unicode/utf8"

	"github.com/jedib0t/go-pretty/v6/text"
)

// Page prints running text within a width. The first error ends it.
type Page struct {
	w     io.Writer
	width int
	err   error
}

// NewPage makes a page that writes to w, width characters wide.
func NewPage(w io.Writer, width int) *Page { return &Page{w: w, width: max(width, smallest)} }

// Err gives the first error of writing.
func (p *Page) Err() error { return p.err }

// Line prints text after a label, wrapped, its later lines indented as far as
// the label is wide.
func (p *Page) Line(label, s string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(label))
	for i, line := range strings.Split(text.WrapSoft(Clean(s), p.width-len(indent)), "\n") {
		if i > 0 {
			label = indent
		}
		p.write(strings.TrimRight(label+line, " ") + "\n")
	}
}

// Field prints a value under its name, indented; nothing when it is empty.
func (p *Page) Field(name, value string) {
	const indent, column = "     ", 8
	if value == "" {
		return
	}
	rest := strings.TrimLeft(value, " ")
	gap := max(column-len(name), 1) + len(value) - len(rest)
	p.Line(indent+name+strings.Repeat(" ", gap), rest)
}

// Blank prints an empty line.
func (p *Page) Blank() { p.write("\n") }

// Rule prints a line across, with room around it.
func (p *Page) Rule() { p.write("\n" + strings.Repeat("─", p.width) + "\n\n") }

func (p *Page) write(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s)
	}
}
