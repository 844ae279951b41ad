// Package lemma finds the dictionary form of English words: exceptions first,
// then rules on word endings, both learnt from treebanks.
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
	if l, ok := m.exceptions[key{tag, low}]; ok {
		return l
	}
	if tag == "VBD" || tag == "VBN" {
		if base := irregular[low]; base != "" {
			return base
		}
	}
	if l := m.verb(low, tag); l != "" {
		return l
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

// verb undoes regular endings where that gives one known verb.
func (m *Model) verb(low, tag string) string {
	stem := ""
	switch tag {
	case "VBD", "VBN":
		stem = strings.TrimSuffix(low, "ed")
	case "VBG":
		stem = strings.TrimSuffix(low, "ing")
	}
	n := len(stem)
	if n < 2 || n == len(low) {
		return ""
	}
	if tag != "VBG" && m.verbs[low[:n+1]] {
		return low[:n+1] // announced: announce
	}
	if m.verbs[stem] {
		return stem
	}
	if e := stem + "e"; tag == "VBG" && m.verbs[e] {
		return e
	}
	if n > 2 && stem[n-1] == stem[n-2] && m.verbs[stem[:n-1]] {
		return stem[:n-1]
	}
	if n > 2 && stem[n-1] == 'i' && tag != "VBG" && m.verbs[stem[:n-1]+"y"] {
		return stem[:n-1] + "y"
	}
	return ""
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
