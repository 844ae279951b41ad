package extract

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/entente-graph/entente/extract/language"
)

// treatyNames gives the runs of tokens that are written as the name of an
// agreement, by their first token: "the Treaty of Amity", "the Simla accord".
// Those that the lexicon has as they stand are left to it.
func (x *Extractor) treatyNames(d *document, s *sentence) map[int]span {
	var runs map[int]span
	if s.heading && shouted(s) {
		return nil
	}
	for i := 0; i < len(s.Tokens); i++ {
		first, last, ok := x.treatyName(s, i)
		if !ok || x.knownWithin(d, s, first, last) || personal(s, first, last) || x.namesBody(s, first, last) {
			continue
		}
		if runs == nil {
			runs = map[int]span{}
		}
		runs[first] = span{s, first, last, i}
		i = last
	}
	return runs
}

// treatyName gives the name whose noun stands at token i.
func (x *Extractor) treatyName(s *sentence, i int) (first, last int, ok bool) {
	noun := strings.ToLower(s.Tokens[i].Lemma)
	if !x.treatyNoun(noun) || s.Tokens[i].POS == "VERB" {
		return 0, 0, false
	}
	if first, last, ok = x.townName(s, i); ok {
		return first, last, true
	}
	if !language.StartsUpper(s.Tokens[i].Text) {
		return 0, 0, false
	}
	first, last = x.properRun(s, i)
	if first == last || i < last && language.StartsUpper(s.Tokens[i+1].Text) && !x.treatyNoun(s.words[i+1]) {
		return 0, 0, false // "Treaty Organization"
	}
	for j := first; j < i; j++ {
		if x.index.is("no-treaty", s.words[j]) || noun == "deal" && s.words[j] == "new" {
			return 0, 0, false // "the Republican National Convention"
		}
	}
	if s.words[last] == "independence" {
		return 0, 0, false
	}
	if noun == "act" && !x.index.is("treaty-act-name", s.words[first]) {
		return 0, 0, false // laws are acts, too
	}
	return first, last, true
}

func (x *Extractor) treatyNoun(noun string) bool {
	return x.index.is("treaty", noun) || x.index.is("treaty-if-capital", noun)
}

// townName gives a name made of a town and a noun for agreements, whatever its
// capitals: "the Algiers accord", "the Dayton peace agreement", "the
// presidential act of Brasilia".
func (x *Extractor) townName(s *sentence, i int) (first, last int, ok bool) {
	j := i - 1
	for j >= 0 && i-j <= 4 && (x.index.is("treaty-modifier", s.words[j]) || s.words[j] == "-") {
		j--
	}
	for n := 1; n <= 3 && j-n+1 >= 0 && s.Tokens[i].Tag != "VB"; n++ {
		from := j - n + 1
		if x.isTown(s, from, j) && (from == 0 || s.words[from-1] != "-") {
			if x.index.is("deal", s.words[i]) && n == 1 && !x.setIn(s, from) {
				return 0, 0, false // "a Moscow deal" may be one with Moscow
			}
			return from, i, true
		}
	}
	if i+2 < len(s.Tokens) && s.words[i+1] == "of" && !x.index.is("deal", s.words[i]) {
		for n := 3; n >= 1; n-- {
			if i+1+n < len(s.Tokens) && x.isTown(s, i+2, i+1+n) {
				first = i
				for first > 0 && (x.index.is("treaty-modifier", s.words[first-1]) || x.index.is("treaty-act-name", s.words[first-1])) {
					first--
				}
				if s.words[i] == "act" && first == i && !language.StartsUpper(s.Tokens[i].Text) {
					return 0, 0, false
				}
				return first, i + 1 + n, true
			}
		}
	}
	return 0, 0, false
}

// isTown reports whether tokens first to last name a town of the lexicon.
func (x *Extractor) isTown(s *sentence, first, last int) bool {
	if first > last || !language.StartsUpper(s.Tokens[first].Text) {
		return false
	}
	refs, end := x.index.names.longest(s.words[:last+1], first, func(ph phrase[ref], _ int) bool {
		return ph.written(func(k int) string { return s.Tokens[first+k].Text })
	})
	return end == last+1 && slices.ContainsFunc(refs, func(r ref) bool { return r.capital || r.city != nil })
}

// setIn reports whether the sentence says that something takes place in the
// town at token i.
func (x *Extractor) setIn(s *sentence, i int) bool {
	for j := 1; j < len(s.Tokens); j++ {
		if s.words[j] == s.words[i] && s.words[j-1] == "in" {
			return true
		}
	}
	return false
}

// personal reports whether the name is rather somebody's: "Jack Treaty".
func personal(s *sentence, first, last int) bool {
	return slices.ContainsFunc(s.Names, func(n language.Name) bool {
		return n.Kind == language.PersonName && n.First <= first && n.Last >= last
	})
}

// namesBody reports whether the lexicon has an organisation by that name: "the
// Warsaw Pact".
func (x *Extractor) namesBody(s *sentence, first, last int) bool {
	refs, end := x.index.names.longest(s.words, first, func(ph phrase[ref], _ int) bool { return ph.value.org != nil })
	return refs != nil && end == last+1
}

// knownWithin reports whether the lexicon has a treaty by a name within tokens
// first to last, which is better than one made of capitals.
func (x *Extractor) knownWithin(d *document, s *sentence, first, last int) bool {
	for i := first; i <= last; i++ {
		refs, _ := x.index.names.longest(s.words, i, func(ph phrase[ref], _ int) bool {
			return ph.value.treaty != nil && language.StartsUpper(s.Tokens[i].Text) && d.afterMade(ph.value.treaty)
		})
		if len(refs) > 0 {
			return true
		}
	}
	return false
}

// shouted reports whether nearly all words of a sentence begin with capitals,
// as in headlines, where they tell nothing.
func shouted(s *sentence) bool {
	up, all := 0, 0
	for _, t := range s.Tokens {
		if r, _ := utf8.DecodeRuneInString(t.Text); unicode.IsLetter(r) && len(t.Text) > 3 {
			all++
			if unicode.IsUpper(r) {
				up++
			}
		}
	}
	return all > 2 && up*10 >= all*7
}

// properRun gives the run of capitalised words around token i that names a
// treaty: "Treaty of Amity", "Basic Exchange and Cooperation Agreement".
func (x *Extractor) properRun(s *sentence, i int) (first, last int) {
	upper := func(j int) bool {
		r, _ := utf8.DecodeRuneInString(s.Tokens[j].Text)
		return unicode.IsUpper(r)
	}
	first, last = i, i
	if !upper(i) {
		return
	}
	for first > 0 {
		switch w := s.words[first-1]; {
		case upper(first-1) && x.partOfName(s, first-1), w == "-" && first > 1 && upper(first-2):
			first--
			continue
		case (w == "and" || w == "of" || w == "on") && first > 2 && upper(first-2) && x.partOfName(s, first-2) && (w != "and" || !x.isActor(s, first-2)):
			first -= 2
			continue
		}
		break
	}
	joined := false
	for last+1 < len(s.Tokens) {
		switch w := s.words[last+1]; {
		case s.timeAt[last+1] > 0 && !yearLike(w), last+2 < len(s.Tokens) && s.timeAt[last+2] > 0:
			return // "the Washington Declaration of July 25"
		case upper(last+1) || len(w) <= 4 && yearLike(w):
			last++
		case w == "," && joined && x.listed(s, last+1) > 0:
			last = x.listed(s, last+1)
		case w == "and" && !joined:
			return // "the Kyoto Protocol and Russia"
		case (w == "of" || w == "on" || w == "for" || w == "and" || w == "against" || w == "in") && last+2 < len(s.Tokens) && (upper(last+2) || s.words[last+2] == "the" && last+3 < len(s.Tokens) && upper(last+3)):
			if w == "in" && !joined || w == "and" && x.isActor(s, last+2) {
				return
			}
			joined = true
			last += 2
		default:
			return
		}
	}
	return
}

// listed gives the last token of a list of capitalised words that goes on at the comma of token i and
// ends in "and" and another: "Treaty of Peace, Friendship and Cooperation"; 0 when it is none.
func (x *Extractor) listed(s *sentence, i int) int {
	for ; i+3 < len(s.Tokens) && s.words[i] == "," && language.StartsUpper(s.Tokens[i+1].Text) && !x.isActor(s, i+1); i += 2 {
		j := i + 2
		if s.words[j] == "," && s.words[j+1] == "and" {
			j++
		}
		if j+1 < len(s.Tokens) && s.words[j] == "and" && language.StartsUpper(s.Tokens[j+1].Text) && !x.isActor(s, j+1) {
			return j + 1
		}
	}
	return 0
}

// partOfName reports whether the capital of token i may be a name's rather than
// the sentence's.
func (x *Extractor) partOfName(s *sentence, i int) bool {
	switch s.Tokens[i].POS {
	case "PRON", "DET", "PUNCT":
		return false
	case "PROPN":
		return true
	}
	return i > 0 && s.words[i-1] != "``" && s.words[i-1] != `"` && s.words[i-1] != "“"
}

// isActor reports whether a name of a country or a person begins at token i.
func (x *Extractor) isActor(s *sentence, i int) bool {
	refs, _ := x.index.names.longest(s.words, i, func(ph phrase[ref], _ int) bool {
		return ph.written(func(k int) string { return s.Tokens[i+k].Text })
	})
	return slices.ContainsFunc(refs, func(r ref) bool { return r.country != nil && r.how != byAdjective || r.person != nil })
}

func yearLike(w string) bool { n, err := strconv.Atoi(w); return err == nil && n > 1800 && n < 2100 }

// nameNew notes that a run of tokens names a treaty by a name that the lexicon
// doesn't have as it stands.
func (d *document) nameNew(run span) {
	name := d.text(run.sent, run.first, run.last)
	t := d.newTreaty("treaty:"+slug(name), name, strings.ToLower(run.sent.Tokens[run.head].Lemma), description{properName: name})
	d.mentionTreaty(run.sent, t, run.first, run.last)
}

// abbreviate makes an acronym in brackets after a treaty's last token a name of
// it for the rest of the article: "... Cooperation Agreement (BECA)".
func (d *document) abbreviate(s *sentence, t *treaty, last int) {
	if last+3 >= len(s.Tokens) || s.words[last+1] != "(" || s.words[last+3] != ")" {
		return
	}
	if short := s.Tokens[last+2].Text; language.IsAcronym(short) && len(short) > 2 {
		if d.acronyms == nil {
			d.acronyms = map[string]*treaty{}
		}
		d.acronyms[short] = t
		d.mentionTreaty(s, t, last+2, last+2)
	}
}
