package extract

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	entente "github.com/entente-graph/entente"
)

// Explain writes how the article was read, sentence by sentence: its tree, who
// is meant where, which frames made events, and which didn't and why. Control
// characters of the article are written as spaces.
func (x *Extractor) Explain(w io.Writer, a entente.Article) error {
	d := x.understand(a, true)
	p := printer{w: w}
	p.line("%s", a.Title)
	if d.mute {
		p.line("(read as being about something else than public affairs: no events)")
	}
	for _, s := range d.sents {
		p.sentence(d, s)
	}
	return p.err
}

type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err != nil {
		return
	}
	text := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, fmt.Sprintf(format, args...))
	_, p.err = fmt.Fprintln(p.w, text)
}

func (p *printer) sentence(d *document, s *sentence) {
	p.line("")
	if len(s.Tokens) == 0 {
		return
	}
	p.line("%d  %s", s.index+1, d.text(s, 0, len(s.Tokens)-1))
	for i, t := range s.Tokens {
		if t.Head < 0 {
			p.tree(d, s, i, 1)
		}
	}
	for _, f := range d.found {
		if f.sent == s {
			date := string(f.date)
			if date == "" {
				date = "no date"
			} else if f.clue.likely() {
				date += " likely"
			}
			says := "the article"
			if f.speaker != nil {
				says = f.speaker.name
			}
			p.line("   + %s, %s  [%s at %q, says %s; sure to %.2f]", f.brief(), date, f.rule, s.Tokens[f.token].Text, says, f.sure)
			for _, t := range f.treaties {
				p.line("       treaty: %s", t.name)
			}
			for _, c := range f.claims {
				if c.speaker != nil {
					p.line("       %s %s (sentence %d)", c.speaker.name, c.stance, c.sent.index+1)
				}
			}
		}
	}
	for _, r := range d.refused {
		if r.sent == s {
			p.line("   - %s at %q: %s", r.frame, s.Tokens[r.token].Text, r.why)
		}
	}
}

// tree prints token i and what depends on it, indented by depth.
func (p *printer) tree(d *document, s *sentence, i, depth int) {
	const deepest = 12
	t := s.Tokens[i]
	note := ""
	if m := s.at[i]; m != nil {
		var names []string
		for _, e := range m.entities {
			names = append(names, e.name)
		}
		note = "  = " + strings.Join(names, ", ")
	}
	if tr := s.treatyAt[i]; tr != nil {
		note += "  = " + tr.name
	}
	if pl := s.placeAt[i]; pl != nil {
		note += "  @ " + pl.name
	}
	if k := s.timeAt[i]; k > 0 {
		note += "  (time)"
	}
	p.line("   %s%s  %s %s/%s%s", strings.Repeat("  ", min(depth, deepest)), t.Text, t.Rel, t.POS, t.Lemma, note)
	for _, c := range s.children[i] {
		p.tree(d, s, c, depth+1)
	}
}
