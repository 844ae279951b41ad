// Package syntax tags words and builds dependency trees with linear models.
package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is what the models see of a token: atoms of features, 0 where there is
// no such thing.
type Word struct {
	Form             uint32 // lower case, digits as 0, plain quotes
	Shape            uint32
	Pre1, Pre2, Pre3 uint32
	Suf1, Suf2, Suf3 uint32
	Suf4             uint32
	Class            uint32 // the tags that a lexicon gives the form
	Fine, Coarse     uint32 // the words that are used alike, and the wider group around them
	Tag              uint32 // 1 + index of the tag
	Capital          bool   // starts with one that means something
}

// casing says what capitals mean in a sentence.
type casing byte

const (
	plainCase casing = iota
	upperCase        // all capitals: case says nothing
	titleCase        // nearly each long word has a capital
	lowerCase        // no capital at all
)

// sentenceCase looks at all words, since one word alone can't tell.
func sentenceCase(forms []string) casing {
	var letters, upper, long, capital, words int
	for i, f := range forms {
		r, _ := utf8.DecodeRuneInString(f)
		if !unicode.IsLetter(r) {
			continue
		}
		words++
		first := unicode.IsUpper(r)
		if len(f) > 3 {
			long++
			if first {
				capital++
			}
		}
		if i == 0 && first {
			capital-- // each sentence starts so
			long--
		}
		for j := 0; j < len(f); j++ {
			c := f[j]
			if c >= 'A' && c <= 'Z' {
				upper++
				letters++
			} else if c >= 'a' && c <= 'z' {
				letters++
			}
		}
	}
	switch {
	case words < 3:
		return plainCase
	case upper*10 >= letters*9:
		return upperCase
	case upper == 0 && words > 3:
		return lowerCase
	case long > 3 && capital*5 >= long*4:
		return titleCase
	}
	return plainCase
}

// Fill gives each form its atoms. The result is written over words, which
// grows as needed; two more stand at its end: the root, and the absent word.
func (l Lexicon) Fill(words []Word, forms []string) []Word {
	words = words[:0]
	mode := sentenceCase(forms)
	for _, f := range forms {
		w := newWord(f, mode)
		e := l[w.Form]
		w.Class, w.Fine, w.Coarse = uint32(e.Class), uint32(e.Cluster), uint32(e.Cluster/Branch)
		words = append(words, w)
	}
	root := Word{Form: 1, Shape: 1, Class: 1, Fine: 1, Coarse: 1, Tag: rootTag}
	return append(words, root, Word{})
}

const rootTag = 250

// newWord is on the hot path: it must not allocate for plain words.
func newWord(form string, mode casing) Word {
	var room [longestForm + 4]byte
	return atoms(form, lower(room[:0], form), mode)
}

// longestForm is how many bytes of a form count.
const longestForm = 44

// lower appends a form in lower case, with digits alike and signs as ASCII has them.
func lower(low []byte, form string) []byte {
	for i := 0; i < len(form) && i < longestForm; i++ {
		c := form[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= '0' && c <= '9':
			c = '0'
		case c >= utf8.RuneSelf:
			return short(lowerForeign(low[:0], form))
		case c == '`':
			c = '\''
		}
		low = append(low, c)
	}
	return short(low)
}

// lowerForeign is lower for words with letters beyond ASCII and typographic signs.
func lowerForeign(low []byte, form string) []byte {
	for _, r := range form {
		switch r {
		case '’', '‘', '‛', 'ʼ', '`', '´':
			low = append(low, '\'')
		case '“', '”', '„', '«', '»':
			low = append(low, '"')
		case '—', '―':
			low = append(low, "--"...)
		case '‑', '‐':
			low = append(low, '-')
		case '…':
			low = append(low, "..."...)
		default:
			if unicode.IsDigit(r) {
				r = '0'
			}
			low = utf8.AppendRune(low, unicode.ToLower(r))
		}
		if len(low) > longestForm {
			break
		}
	}
	return low
}

// short makes long numbers alike.
func short(low []byte) []byte {
	if len(low) > 4 && allZero(low) {
		return low[:5]
	}
	return low
}

// formSalt keeps the atoms of forms apart from those of their parts.
const formSalt = 1

func hashBytes(b []byte, salt uint64) uint32 {
	h := salt*0x9e3779b97f4a7c15 + uint64(len(b))
	for _, c := range b {
		h = (h ^ uint64(c)) * 0x100000001b3
	}
	return uint32((h^h>>29)*0xc2b2ae3d27d4eb4f>>32) | 1
}

func atoms(form string, low []byte, mode casing) Word {
	w := Word{Form: hashBytes(low, formSalt)}
	n := len(low)
	w.Pre1, w.Suf1 = hashBytes(low[:min(n, 1)], 2), hashBytes(low[max(0, n-1):], 3)
	w.Pre2, w.Suf2 = hashBytes(low[:min(n, 2)], 2), hashBytes(low[max(0, n-2):], 3)
	w.Pre3, w.Suf3 = hashBytes(low[:min(n, 3)], 2), hashBytes(low[max(0, n-3):], 3)
	w.Suf4 = hashBytes(low[max(0, n-4):], 3)
	w.Shape = shape(form, mode)
	first, _ := utf8.DecodeRuneInString(form)
	w.Capital = mode != upperCase && unicode.IsUpper(first)
	return w
}

func allZero(b []byte) bool {
	for _, c := range b {
		if c != '0' {
			return false
		}
	}
	return true
}

// shape reduces a form to classes of characters, runs of letters to two.
func shape(form string, mode casing) uint32 {
	var buf [16]byte
	s := append(buf[:0], byte(mode))
	for _, r := range form {
		var c byte
		switch {
		case r >= 'a' && r <= 'z':
			c = 'a'
		case r >= 'A' && r <= 'Z':
			c = 'A'
		case r >= '0' && r <= '9':
			c = '0'
		case r < utf8.RuneSelf:
			c = byte(r)
		case unicode.IsUpper(r):
			c = 'A'
		case unicode.IsLetter(r):
			c = 'a'
		case unicode.IsDigit(r):
			c = '0'
		case strings.ContainsRune("’‘“”", r):
			c = '\''
		default:
			c = '?'
		}
		if c == 'A' && mode == upperCase {
			c = 'a'
		}
		n := len(s)
		switch {
		case c == 'a' && n > 1 && s[n-1] == 'a':
			continue
		case c == 'A' && n > 2 && s[n-1] == 'A' && s[n-2] == 'A':
			continue
		case c == '0' && n > 4 && s[n-1] == '0' && s[n-2] == '0' && s[n-3] == '0' && s[n-4] == '0':
			continue
		}
		if n == len(buf) {
			break
		}
		s = append(s, c)
	}
	return hashBytes(s, 4)
}

// Atom gives the atom of a form, as Word.Form has it.
func Atom(form string) uint32 {
	var room [longestForm + 4]byte
	return hashBytes(lower(room[:0], form), formSalt)
}

// commaForm is the atom of a comma.
var commaForm = Atom(",")
