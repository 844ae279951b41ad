package display

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
)

const (
	gap       = 2       // characters between two columns
	narrowest = 8       // a column isn't squeezed below this
	longest   = 40      // a word longer than this may be broken
	tallest   = 5       // lines of a cell; what is left out is marked by "…"
	quote     = "quote" // the column that holds sentences
	readable  = 36      // sentences narrower than this go below their row instead
	smallest  = 40      // a table isn't squeezed below this
	nothing   = "–"     // stands in an empty cell
)

// column is one column of a table: its cells as they will be shown.
type column struct {
	head    string
	cells   []string
	numbers bool
	quote   bool
	natural int // the width of the widest cell
	word    int // the width of the longest word
	width   int // what it gets
}

// newColumn makes a column of a table that is so wide.
func newColumn(name string, rows [][]any, at, width int) *column {
	c := &column{head: strings.ReplaceAll(name, "_", " "), quote: name == quote}
	c.natural, c.word = text.StringWidth(c.head), longestWord(c.head)
	for _, row := range rows {
		switch row[at].(type) {
		case int64, float64:
			c.numbers = true
		}
		cell := cmp.Or(start(Clean(plain(row[at], ", ")), (tallest+1)*(width+1)), nothing)
		c.cells = append(c.cells, cell)
		c.natural = max(c.natural, text.StringWidth(cell))
		c.word = max(c.word, longestWord(cell))
	}
	return c
}

// lines are the lines of the column's cell in a row; none where the cell only
// repeats the one above.
func (c *column) lines(row int, repeats bool) []string {
	if repeats {
		return nil
	}
	return wrap(c.cells[row], c.width)
}

// pad brings a line to the column's width.
func (c *column) pad(line string) string {
	room := strings.Repeat(" ", max(c.width-text.StringWidth(line), 0))
	if c.numbers {
		return room + line
	}
	return line + room
}

// writeTable prints rows as a table no wider than width, where that can be.
// Long cells are wrapped, and cut after a few lines; rows of several lines stand
// apart. A quote that would be squeezed goes below its row, or below all rows in
// turn that have the same. What a row repeats of the one above, from the left
// on, is left blank, so that groups show.
func writeTable(w io.Writer, width int, names []string, rows [][]any) error {
	width = max(width, smallest)
	var columns []*column
	for i, name := range names {
		columns = append(columns, newColumn(name, rows, i, width))
	}
	fit(columns, width)
	var below *column
	for i, c := range columns {
		if c.quote && c.width < min(readable, c.natural) && len(columns) > 1 {
			below = c
			columns = slices.Delete(columns, i, i+1)
			fit(columns, width)
			below.width = width - columns[0].width - gap
			break
		}
	}

	var blocks [][]string
	height := 0
	for r := range rows {
		block := rowLines(columns, r)
		if below != nil && below.cells[r] != nothing && !sharesQuote(below, r) {
			indent := strings.Repeat(" ", width-below.width)
			for _, line := range wrap("“"+below.cells[r]+"”", below.width) {
				block = append(block, indent+line)
			}
		}
		blocks = append(blocks, block)
		height += len(block)
	}
	apart := 2*height > 3*len(rows) // most rows run over several lines
	out := head(columns)
	for r, block := range blocks {
		if apart && r > 0 && !(below != nil && sharesQuote(below, r-1)) {
			out = append(out, "")
		}
		out = append(out, block...)
	}
	for _, line := range out {
		if _, err := io.WriteString(w, strings.TrimRight(line, " ")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// sharesQuote says whether the next row has the same quote, which then stands
// below both.
func sharesQuote(quotes *column, row int) bool {
	return row+1 < len(quotes.cells) && quotes.cells[row+1] == quotes.cells[row]
}

// head gives the columns' names and the rule under them.
func head(columns []*column) []string {
	var cells [][]string
	rule := gap * (len(columns) - 1)
	for _, c := range columns {
		cells = append(cells, wrap(c.head, c.width))
		rule += c.width
	}
	return append(sideBySide(columns, cells), strings.Repeat("─", rule))
}

func rowLines(columns []*column, row int) []string {
	var cells [][]string
	repeats := row > 0
	for i, c := range columns {
		repeats = repeats && i < len(columns)-1 && !c.numbers && c.cells[row] == c.cells[row-1]
		cells = append(cells, c.lines(row, repeats))
	}
	return sideBySide(columns, cells)
}

// sideBySide sets the lines of a row's cells beside each other.
func sideBySide(columns []*column, cells [][]string) []string {
	height := 0
	for _, lines := range cells {
		height = max(height, len(lines))
	}
	out := make([]string, height)
	for i, c := range columns {
		for n := range out {
			line := ""
			if n < len(cells[i]) {
				line = cells[i][n]
			}
			if i > 0 {
				out[n] += strings.Repeat(" ", gap)
			}
			out[n] += c.pad(line)
		}
	}
	return out
}

// fit shares out width among columns. Narrow ones stay as they are and the wide
// ones get equal parts of the rest, quotes twice as much as others, but none
// gets less than its longest word needs, as long as there is room for that.
func fit(columns []*column, width int) {
	left := width - gap*(len(columns)-1)
	most := longest
	for ; most > narrowest; most-- {
		floors := 0
		for _, c := range columns {
			floors += min(c.word, most)
		}
		if floors <= left {
			break
		}
	}
	for share := left; share > 0; share-- {
		sum := 0
		for _, c := range columns {
			part := share
			if c.quote {
				part = 2 * share
			}
			c.width = max(min(c.natural, part), min(c.word, most), 1)
			sum += c.width
		}
		if sum <= left {
			return
		}
	}
}

// longestWord is the width of the longest part of s that has no space in it.
func longestWord(s string) int {
	n := 0
	for _, word := range strings.Fields(s) {
		n = max(n, text.StringWidth(word))
	}
	return n
}

// wrap breaks s into lines of at most width characters, at spaces where it can,
// and cuts it after a few lines.
func wrap(s string, width int) []string {
	lines := strings.Split(text.WrapSoft(s, width), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	if len(lines) <= tallest {
		return lines
	}
	lines = lines[:tallest]
	last := lines[tallest-1]
	if text.StringWidth(last) >= width {
		last = text.Trim(last, width-1)
		if i := strings.LastIndexByte(last, ' '); i > 0 {
			last = last[:i]
		}
	}
	lines[tallest-1] = strings.TrimRight(last, " ,;:") + "…"
	return lines
}

// start is the beginning of s that can be shown in so many columns: the time to find how
// wide a text is may grow with the square of its length, and nobody sees what is far behind.
func start(s string, columns int) string {
	runes := 0
	for i := range s {
		if runes++; runes > 2*columns { // for some have no width
			return s[:i] + "…"
		}
	}
	return s
}
