package display

import (
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

const (
	gap       = 2  // characters between two columns
	narrowest = 8  // a column isn't squeezed below this
	tallest   = 4  // lines of a cell; what is left out is marked by "…"
	smallest  = 40 // a table isn't squeezed below this
)

// writeTable prints rows as a table no wider than width, where that can be.
// Long cells are wrapped, and cut after a few lines. What a row repeats of the
// one above, from the left on, is left blank, so that groups show.
func writeTable(w io.Writer, width int, columns []string, rows [][]any) error {
	cells := make([][]string, len(rows))
	natural := make([]int, len(columns))
	for i, c := range columns {
		natural[i] = text.StringWidth(heading(c))
	}
	for r, row := range rows {
		cells[r] = make([]string, len(columns))
		for i := range columns {
			cells[r][i] = Clean(plain(row[i], ", "))
			natural[i] = max(natural[i], text.StringWidth(cells[r][i]))
		}
	}
	widths := fit(natural, max(width, smallest))

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
	tall := false
	for r := range cells {
		line := make(table.Row, len(columns))
		repeats := r > 0
		for i, cell := range cells[r] {
			repeats = repeats && i < len(columns)-1 && cell == cells[r-1][i] && align(rows, i) == text.AlignLeft
			if repeats {
				line[i] = ""
				continue
			}
			wrapped := wrap(cell, widths[i])
			tall = tall || len(wrapped) > 1
			line[i] = strings.Join(wrapped, "\n")
		}
		t.AppendRow(line)
	}
	t.Style().Options.SeparateRows = tall
	for _, line := range strings.Split(t.Render(), "\n") {
		if _, err := io.WriteString(w, strings.TrimRight(line, " ")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// style is a table without a frame: a rule under the heads, and between rows
// when cells run over several lines.
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

// fit shares out width among columns: what is narrow stays as it is, and the
// wide ones get equal parts of the rest.
func fit(natural []int, width int) []int {
	left := width - gap*(len(natural)-1)
	widths := make([]int, len(natural))
	open := len(natural)
	for open > 0 {
		share := max(left/open, narrowest)
		settled := false
		for i, n := range natural {
			if widths[i] == 0 && n <= share {
				widths[i] = max(n, 1)
				left -= widths[i]
				open--
				settled = true
			}
		}
		if settled {
			continue
		}
		for i := range natural {
			if widths[i] == 0 {
				widths[i] = max(left/open, narrowest)
				left -= widths[i]
				open--
			}
		}
	}
	return widths
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
		last = strings.TrimRight(text.Trim(last, width-1), " ,;:")
	}
	lines[tallest-1] = last + "…"
	return lines
}
