// Package lemma finds the dictionary form of English words: listed forms and
// learnt exceptions first, then known verbs, then learnt rules on word endings.
package lemma

import (
	"bufio"
	"compress/flate"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// Model is read only and safe for concurrent use.
type Model struct {
	exceptions map[key]string
	endings    map[key]edit
	verbs      map[string]bool // base forms
}

// key is a word, or a word's ending, with its Penn tag.
type key struct{ tag, text string }

// edit cuts bytes off a word's end and adds others.
type edit struct {
	cut int
	add string
}

const longestEnding = 6

// Of gives the lemma of a word with its Penn Treebank tag: lower case, but
// proper nouns stay as they are.
func (m *Model) Of(form, tag string) string {
	if tag == "NNP" || tag == "NNPS" || form == "" {
		return form
	}
	low := lower(form)
	if l := nouns[low]; l != "" && (tag == "NN" || tag == "NNS") {
		return l
	}
	if l, ok := m.exceptions[key{tag, low}]; ok {
		return l
	}
	switch {
	case (tag == "VB" || tag == "VBP") && !m.verbs[low]:
		tag = "VBD" // a past form that was taken for a present one
		if l := m.past(low); l != "" {
			return l
		}
		return low
	case tag == "VBD" || tag == "VBN":
		if l := m.past(low); l != "" {
			return l
		}
	case tag == "VBG":
		if l := m.undo(low, "ing"); l != "" {
			return l
		}
	case tag == "VBZ":
		if l := m.present(low); l != "" {
			return l
		}
	case tag == "NNS" && strings.HasSuffix(low, "ss"):
		return low // the Swiss
	}
	for i := max(0, len(low)-longestEnding); i <= len(low); i++ {
		if e, ok := m.endings[key{tag, low[i:]}]; ok && e.cut < len(low) {
			if e.add == "" {
				return low[:len(low)-e.cut]
			}
			return low[:len(low)-e.cut] + e.add
		}
	}
	return low
}

// past gives the verb of a past form, "" when it is none of a known verb.
func (m *Model) past(low string) string {
	if base := irregular[low]; base != "" {
		return base
	}
	if l := strings.TrimSuffix(low, "d"); len(l) > 2 && strings.HasSuffix(low, "ed") && m.verbs[l] {
		return l // announced: announce
	}
	return m.undo(low, "ed")
}

// present gives the verb of a form such as "applies" or "taxes".
func (m *Model) present(low string) string {
	for _, e := range []edit{{1, ""}, {2, ""}, {3, "y"}} {
		if n := len(low) - e.cut; n > 1 && m.verbs[low[:n]+e.add] && strings.HasSuffix(low, "s") {
			return low[:n] + e.add
		}
	}
	return ""
}

// undo takes a regular ending off where that gives one known verb.
func (m *Model) undo(low, ending string) string {
	stem, ok := strings.CutSuffix(low, ending)
	n := len(stem)
	if !ok || n < 2 {
		return ""
	}
	if m.verbs[stem] {
		return stem
	}
	if e := stem + "e"; ending == "ing" && m.verbs[e] {
		return e
	}
	if n > 2 && (stem[n-1] == stem[n-2] || strings.HasSuffix(stem, "ck")) && m.verbs[stem[:n-1]] {
		return stem[:n-1] // stopped: stop; trafficked: traffic
	}
	if n > 2 && stem[n-1] == 'i' && ending == "ed" && m.verbs[stem[:n-1]+"y"] {
		return stem[:n-1] + "y"
	}
	return ""
}

// know adds the listed verbs to those that were learnt.
func (m *Model) know() {
	for _, w := range strings.Fields(regular) {
		m.verbs[w] = true
	}
	for _, base := range irregular {
		m.verbs[base] = true
	}
}

func lower(form string) string {
	plain := true
	for i := 0; i < len(form); i++ {
		if c := form[i]; c >= 'A' && c <= 'Z' || c >= 0x80 {
			plain = false
			break
		}
	}
	if plain {
		return form
	}
	return strings.Map(func(r rune) rune {
		if r == '’' || r == '‘' {
			return '\''
		}
		return unicode.ToLower(r)
	}, form)
}

// Read loads a model that Write stored.
func Read(in io.Reader) (*Model, error) {
	m := &Model{exceptions: map[key]string{}, endings: map[key]edit{}, verbs: map[string]bool{}}
	m.know()
	lines := bufio.NewScanner(flate.NewReader(in))
	for lines.Scan() {
		f := strings.Split(lines.Text(), "\t")
		switch {
		case f[0] == "v" && len(f) == 2:
			m.verbs[f[1]] = true
		case f[0] == "x" && len(f) == 4:
			m.exceptions[key{f[1], f[2]}] = f[3]
		case f[0] == "e" && len(f) == 5 && len(f[3]) == 1:
			m.endings[key{f[1], f[2]}] = edit{int(f[3][0] - '0'), f[4]}
		default:
			return nil, fmt.Errorf("read lemmas: unknown line %q", lines.Text())
		}
	}
	return m, lines.Err()
}
