package names

// longestPhrase bounds how far ahead a gazetteer may look.
const longestPhrase = 8

// LookUp asks about each word that may begin a name, and appends to known what
// it learns of every word; with no one to ask, that is nothing.
func LookUp(known []Known, forms []string, longest func(words []string) (n, kind int)) []Known {
	for i := 0; i < len(forms); {
		n, kind := 0, 0
		if longest != nil && MayBegin(forms[i]) {
			n, kind = longest(forms[i:min(len(forms), i+longestPhrase)])
		}
		if n <= 0 || i+n > len(forms) || kind < 1 || kind > Kinds {
			known = append(known, 0)
			i++
			continue
		}
		known = append(known, Known(Begin(kind)))
		for range n - 1 {
			known = append(known, Known(Inside(kind)))
		}
		i += n
	}
	return known
}

// At gives the length and kind of the known phrase that begins at word i; 1 and
// 0 where there is none.
func At(known []Known, i int) (n, kind int) {
	if i >= len(known) || known[i]%2 == 0 {
		return 1, 0
	}
	n = 1
	for i+n < len(known) && known[i+n] == known[i]+1 {
		n++
	}
	return n, int(known[i]+1) / 2
}

// MayBegin says whether a word may be the first of a name.
func MayBegin(word string) bool {
	if word == "" {
		return false
	}
	c := word[0]
	return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}
