package main

import "strings"

// noun is a noun phrase in the role rel.
func (d drill) noun(rel string, depth int) *node {
	n := d.simple(rel)
	if rel == "nsubj" && d.chance(14) {
		// "Vladimir Putin, the president of Russia,"
		p := d.person(rel)
		o := d.pick(offices)
		c := d.pick(countries)
		if d.chance(3) {
			owner := word(c, c, "PROPN|NNP", "nmod:poss").after(word("'s", "'s", "PART|POS", "case"))
			return p.after(word(o, o, "NOUN|NN", "appos").before(comma(), owner), comma())
		}
		return p.after(word(o, o, "NOUN|NN", "appos").before(comma(), det(d.pick([]string{"the", "a"}))).
			after(word(c, c, "PROPN|NNP", "nmod").before(adp("of"))), comma())
	}
	if d.chance(9) {
		n.after(d.simple("conj").inside(and()))
		return n
	}
	if d.chance(16) {
		return d.list(rel)
	}
	if d.chance(20) {
		pronoun := d.pick([]string{"he", "she", "it", "they"})
		if rel == "obj" || rel == "obl" || rel == "iobj" || rel == "obl:agent" {
			pronoun = d.pick([]string{"him", "her", "it", "them"})
		}
		return word(pronoun, pronoun, "PRON|PRP", rel)
	}
	if depth > 0 && (rel == "nsubj" || rel == "obj") && d.chance(7) {
		v := d.predicate("acl:relcl", 0)
		pronoun := "who"
		if d.chance(2) {
			pronoun = "which"
		}
		v.left = append([]*node{comma(), word(pronoun, pronoun, "PRON|WP", "nsubj")}, v.left...)
		if rel == "nsubj" {
			v.after(comma())
		}
		n.after(v)
	}
	return n
}

// list is "Iraq, Iran and China".
func (d drill) list(rel string) *node {
	name := func(rel string) *node { c := d.pick(countries); return word(c, c, "PROPN|NNP", rel) }
	n := name(rel).after(name("conj").inside(comma()))
	if d.chance(3) {
		n.after(name("conj").inside(comma()))
	}
	return n.after(name("conj").inside(and()))
}

// between is "between Iraq and Iran", on a noun.
func (d drill) between() *node {
	a, b := d.pick(countries), d.pick(countries)
	return word(a, a, "PROPN|NNP", "nmod").before(adp("between")).after(word(b, b, "PROPN|NNP", "conj").before(and()))
}

// simple is a noun phrase without a clause.
func (d drill) simple(rel string) *node {
	switch d.IntN(12) {
	case 0, 1, 2:
		c := d.pick(countries)
		return word(c, c, "PROPN|NNP", rel)
	case 3:
		return word("States", "States", "PROPN|NNPS", rel).before(det("the"), word("United", "United", "ADJ|NNP", "amod"))
	case 4:
		return d.person(rel)
	case 5:
		s := d.pick(surnames)
		return word(s, s, "PROPN|NNP", rel).before(word(d.pick([]string{"Mr", "Mr.", "President", "Mrs"}), "Mr.", "PROPN|NNP", "nmod:desc"))
	case 6:
		form, lemma, _ := strings.Cut(d.pick(bodies), "|")
		return word(form, lemma, "NOUN|NNS", rel).before(d.nations())
	case 7:
		form, lemma, _ := strings.Cut(d.pick([]string{"countries|country", "sides|side", "leaders|leader", "governments|government", "presidents|president"}), "|")
		return word(form, lemma, "NOUN|NNS", rel).before(det("the"), word("two", "two", "NUM|CD", "nummod"))
	case 8:
		return d.officer(rel)
	case 9:
		return d.act(rel)
	case 10:
		form, lemma, _ := strings.Cut(d.pick(bodies), "|")
		n := word(form, lemma, "NOUN|NNS", rel)
		if d.chance(2) {
			c := d.pick(countries)
			n.after(word("linked", "link", "VERB|VBN", "acl").after(word(c, c, "PROPN|NNP", "obl").before(adp("to"))))
		}
		return n
	}
	t := d.pick(things)
	n := word(t, t, "NOUN|NN", rel)
	switch d.IntN(4) {
	case 0:
		n.before(det("the"))
	case 1:
		n.before(det("a"), adj(d.pick(modifiers), "amod"))
	case 2:
		c := d.pick(countries)
		n.before(word(c, c, "PROPN|NNP", "nmod:poss").after(word("'s", "'s", "PART|POS", "case")))
	case 3:
		n.before(word("its", "its", "PRON|PRP$", "nmod:poss"))
	}
	if promises[t] && d.chance(3) {
		return n.after(d.infinitive("acl", 0)) // "a treaty to end the war"
	}
	switch d.IntN(12) {
	case 0, 1:
		c := d.pick(countries)
		n.after(word(c, c, "PROPN|NNP", "nmod").before(adp(d.pick([]string{"with", "on", "of", "in"}))))
	case 2:
		n.after(d.between())
	case 3:
		// "the treaty signed in 1972", "an attack blamed on Iran"
		v := transitive[d.IntN(len(transitive))]
		p := word(v.participle, v.base, "VERB|VBN", "acl")
		if d.chance(2) {
			p.after(d.time())
		} else {
			c := d.pick(countries)
			p.after(word(c, c, "PROPN|NNP", "obl:agent").before(adp("by")))
		}
		n.after(p)
	case 4:
		// "a plan to invade Kuwait"
		n.after(d.infinitive("acl", 0))
	}
	return n
}

// nations is "Iraqi", or "Iraqi and French".
func (d drill) nations() *node {
	n := d.nation()
	if second := d.nation(); d.chance(4) && n.rel == "amod" && second.rel == "amod" {
		second.rel = "conj"
		n.after(second.before(and()))
	}
	return n
}

func (d drill) nation() *node {
	a := d.pick(nations)
	if strings.HasPrefix(a, "U") {
		return word(a, a, "PROPN|NNP", "compound")
	}
	return adj(a, "amod")
}

// person is "Russian Foreign Minister Sergei Lavrov".
func (d drill) person(rel string) *node {
	first, last := d.pick(firstNames), d.pick(surnames)
	n := word(first, first, "PROPN|NNP", rel).after(word(last, last, "PROPN|NNP", "flat"))
	if d.chance(3) {
		return n
	}
	if d.chance(6) {
		c := d.pick(countries)
		if d.chance(2) { // "South Africa's Roelof Botha"
			return n.before(word(c, c, "PROPN|NNP", "nmod:poss").after(word("'s", "'s", "PART|POS", "case")))
		}
		return n.after(word(c, c, "PROPN|NNP", "nmod").before(adp("of"))) // "Sadat of Egypt"
	}
	t := d.pick(titles)
	title := word(t, t, "PROPN|NNP", "nmod:desc")
	if d.chance(2) {
		title.before(d.nation())
	}
	if t == "Minister" {
		title.before(word(d.pick([]string{"Foreign", "Prime"}), "foreign", "ADJ|NNP", "amod"))
	}
	return n.before(title)
}

// owned puts before the noun whose it is, or no more than an article: "Russia's",
// "the Russian", "the".
func (d drill) owned(n *node) {
	switch d.IntN(3) {
	case 0:
		c := d.pick(countries)
		n.before(word(c, c, "PROPN|NNP", "nmod:poss").after(word("'s", "'s", "PART|POS", "case")))
	case 1:
		n.before(det("the"), d.nation())
	default:
		n.before(det("the"))
	}
}

// officer is "Russia's foreign minister, Sergei Lavrov," or the office alone.
func (d drill) officer(rel string) *node {
	o := d.pick(offices)
	n := word(o, o, "NOUN|NN", rel)
	d.owned(n)
	if o == "minister" {
		n.before(adj(d.pick([]string{"foreign", "prime"}), "amod"))
	}
	if d.chance(4) {
		c := d.pick(countries)
		n.after(word(c, c, "PROPN|NNP", "nmod").before(adp("of")))
	}
	if rel == "nsubj" && d.chance(2) {
		p := d.person("appos").inside(comma())
		n.after(p, comma())
	}
	return n
}

// act is an act as a noun: "Moscow's withdrawal from the treaty".
func (d drill) act(rel string) *node {
	form, p, _ := strings.Cut(d.pick([]string{"withdrawal|from", "expulsion|of", "attack|on", "invasion|of", "talks|with", "sanctions|on", "interference|in", "meeting|with", "bombing|of"}), "|")
	tag, lemma := "NOUN|NN", form
	if form == "talks" || form == "sanctions" {
		tag, lemma = "NOUN|NNS", strings.TrimSuffix(form, "s")
	}
	n := word(form, lemma, tag, rel)
	d.owned(n)
	if form == "talks" && d.chance(2) {
		return n.after(d.between())
	}
	c := d.pick(countries)
	n.after(word(c, c, "PROPN|NNP", "nmod").before(adp(p)))
	if p == "of" && d.chance(3) {
		b := d.pick(countries)
		n.after(word(b, b, "PROPN|NNP", "nmod").before(adp("by")))
	}
	return n
}
