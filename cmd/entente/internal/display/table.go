package display

import (
	"cmp"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

const (
	gap       = 2  // characters between two columns
	narrowest = 8  // a column isn't squeezed below this
	longest   = 40 // a word longer than this may be broken
	tallest   = 5  // lines of a cell; what is left out is marked by "…"
	prose     = 60 // a column with a cell wider than this holds sentences
	smallest  = 40 // a table isn't squeezed below this
)

// writeTable prints rows as a table no wider than width, where that can be.
// Long cells are wrapped, and cut after a few lines; rows of several lines stand
// apart. What a row repeats of the
// one above, from the left on, is left blank, so that groups show.
func writeTable(w io.Writer, width int, columns []string, rows [][]any) error {
	cells := make([][]string, len(rows))
	natural := make([]int, len(columns))
	word := make([]int, len(columns))
	for i, c := range columns {
		natural[i] = text.StringWidth(heading(c))
		word[i] = longestWord(heading(c))
	}
	for r, row := range rows {
		cells[r] = make([]string, len(columns))
		for i := range columns {
			cells[r][i] = cmp.Or(Clean(plain(row[i], ", ")), "–")
			natural[i] = max(natural[i], text.StringWidth(cells[r][i]))
			word[i] = max(word[i], longestWord(cells[r][i]))
		}
	}
	widths := fit(natural, word, max(width, smallest))

	t := table.NewWriter()
	t.SetStyle(style)
	head := make(table.Row, len(columns))
	configs := make([]table.ColumnConfig, len(columns))
	for i, c := range columns {
		head[i] = strings.Join(wrap(heading(c), widths[i]), "\n")
		configs[i] = table.ColumnConfig{Number: i + 1, Align: align(rows, i), AlignHeader: align(rows, i)}
	}
	t.AppendHeader(head)
	t.SetColumnConfigs(configs)
	var lines []table.Row
	height := 0
	for r := range cells {
		line := make(table.Row, len(columns))
		repeats, tall := r > 0, 1
		for i, cell := range cells[r] {
			repeats = repeats && i < len(columns)-1 && cell == cells[r-1][i] && align(rows, i) == text.AlignLeft
			if repeats {
				line[i] = ""
				continue
			}
			wrapped := wrap(cell, widths[i])
			tall = max(tall, len(wrapped))
			line[i] = strings.Join(wrapped, "\n")
		}
		lines = append(lines, line)
		height += tall
	}
	apart := 2*height > 3*len(lines) // most rows run over several lines
	for r, line := range lines {
		if apart && r > 0 {
			t.AppendRow(table.Row{""})
		}
		t.AppendRow(line)
	}
	for _, line := range strings.Split(t.Render(), "\n") {
		if _, err := io.WriteString(w, strings.TrimRight(line, " ")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// style is a table without a frame, with a rule under the heads.
var style = table.Style{
	Box: table.BoxStyle{
		MiddleHorizontal: "─", MiddleSeparator: strings.Repeat("─", gap), MiddleVertical: strings.Repeat(" ", gap),
		PaddingLeft: "", PaddingRight: "",
	},
	Options: table.Options{SeparateColumns: true, SeparateHeader: true},
}

func heading(column string) string { return strings.ReplaceAll(column, "_", " ") }

// align puts numbers to the right.
func align(rows [][]any, column int) text.Align {
	for _, row := range rows {
		switch row[column].(type) {
		case int64, float64:
			return text.AlignRight
		}
	}
	return text.AlignLeft
}

// fit shares out width among columns. Narrow ones stay as they are and the wide
// ones get equal parts of the rest, sentences twice as much as others, but none
// gets less than its longest word needs, as long as there is room for that.
func fit(natural, word []int, width int) []int {
	left := width - gap*(len(natural)-1)
	for most := longest; ; most-- {
		floors := 0
		for i := range word {
			word[i] = min(word[i], most)
			floors += word[i]
		}
		if floors <= left || most <= narrowest {
			break
		}
	}
	for share := left; ; share-- {
		sum, shrunk := 0, false
		widths := make([]int, len(natural))
		for i, n := range natural {
			part := share
			if n > prose {
				part = 2 * share
			}
			widths[i] = max(min(n, part), word[i], 1)
			sum += widths[i]
			shrunk = shrunk || widths[i] > word[i]
		}
		if sum <= left || !shrunk || share < 1 {
			return widths
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
