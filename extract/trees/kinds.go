package trees

import (
	"strings"

	"github.com/entente-graph/entente/extract/language"
)

// step is one mend: do changes what it has to around token i. It is tried at tokens
// of some kinds, which must be all those where it can change something
// (TestStepsKnowTheirTokens).
type step struct {
	at kind
	do func(t []language.Token, i int)
}

// kind says what a token is, as far as steps ask for it: a bit for its relation, any
// subtype of that the same, and bits for what else it is.
type kind uint32

const (
	anything kind = 1 << iota
	nsubj
	obj
	obl
	nmod
	appos
	amod
	compounded
	flat
	conj
	ccomp
	xcomp
	advcl
	acl
	aux
	cop
	mark
	casing // "case"
	root   // it has no head
	verb   // its part of speech
	word   // one that a step looks for
)

// kindOf gives the kind of a token; sought is whether a step looks for its word.
func kindOf(t *language.Token, sought bool) kind {
	k := anything | relationOf(t.Rel)
	if t.Head < 0 {
		k |= root
	}
	if t.POS == "VERB" {
		k |= verb
	}
	if sought {
		k |= word
	}
	return k
}

func relationOf(rel string) kind {
	if colon := strings.IndexByte(rel, ':'); colon >= 0 {
		rel = rel[:colon]
	}
	switch rel {
	case "nsubj":
		return nsubj
	case "obj":
		return obj
	case "obl":
		return obl
	case "nmod":
		return nmod
	case "appos":
		return appos
	case "amod":
		return amod
	case "compound":
		return compounded
	case "flat":
		return flat
	case "conj":
		return conj
	case "ccomp":
		return ccomp
	case "xcomp":
		return xcomp
	case "advcl":
		return advcl
	case "acl":
		return acl
	case "aux":
		return aux
	case "cop":
		return cop
	case "mark":
		return mark
	case "case":
		return casing
	}
	return 0
}

// soughtWord reports whether a step is tried at the word, whatever that is in the tree.
func soughtWord(text string) bool {
	switch strings.ToLower(text) {
	case ",", "what", "which", "that", "whose", "each", "one", "more", "fewer", "less", "up", "set", "meeting", "neighbouring", "neighboring",
		"yesterday", "today", "tonight", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}
