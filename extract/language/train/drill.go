package main

import (
	"math/rand/v2"
	"strings"
	"unicode"
)

// Newspapers write sentences that web pages seldom hold: a country as the
// subject of a verb of diplomacy, an office before a name, a relative clause
// between subject and verb. The drill is a small grammar that makes such
// sentences with their trees, to be learnt beside the treebanks.

// drills makes n trees, always the same for a seed.
func drills(n int, seed uint64) []tree {
	d := drill{rand.New(rand.NewPCG(seed, 17))}
	out := make([]tree, n)
	for i := range out {
		out[i] = d.sentence()
	}
	return out
}

type drill struct{ *rand.Rand }

// node is a word with what depends on it, before and after.
type node struct {
	form, lemma, tag, rel string
	left, right           []*node
}

func word(form, lemma, tag, rel string) *node {
	return &node{form: form, lemma: lemma, tag: tag, rel: rel}
}

func (n *node) before(kids ...*node) *node { n.left = append(n.left, kids...); return n }
func (n *node) after(kids ...*node) *node  { n.right = append(n.right, kids...); return n }

func comma() *node          { return word(",", ",", "PUNCT|,", "punct") }
func det(f string) *node    { return word(f, f, "DET|DT", "det") }
func adp(f string) *node    { return word(f, f, "ADP|IN", "case") }
func and() *node            { return word("and", "and", "CCONJ|CC", "cc") }
func adj(f, r string) *node { return word(f, strings.ToLower(f), "ADJ|JJ", r) }

func (d drill) pick(list []string) string { return list[d.IntN(len(list))] }

// chance is true once in n times.
func (d drill) chance(n int) bool { return d.IntN(n) == 0 }

// tree lays the node out as a sentence.
func (n *node) tree() tree {
	var t tree
	at := map[*node]int{}
	var lay func(*node)
	var order []*node
	lay = func(n *node) {
		for _, k := range n.left {
			lay(k)
		}
		at[n] = len(order)
		order = append(order, n)
		for _, k := range n.right {
			lay(k)
		}
	}
	lay(n)
	t.heads = make([]int32, len(order))
	for i, w := range order {
		form := w.form
		if i == 0 {
			r := []rune(form)
			r[0] = unicode.ToUpper(r[0])
			form = string(r)
		}
		t.forms = append(t.forms, form)
		t.lemmas = append(t.lemmas, w.lemma)
		t.tags = append(t.tags, w.tag)
		t.rels = append(t.rels, w.rel)
		t.spaceBefore = append(t.spaceBefore, i > 0)
		t.misc = append(t.misc, "_")
		for _, k := range append(append([]*node{}, w.left...), w.right...) {
			t.heads[at[k]] = int32(i)
		}
	}
	t.heads[at[n]] = int32(len(order))
	t.doc = "drill"
	t.text = strings.Join(t.forms, " ")
	return t
}

// sentence is a main clause with a full stop.
func (d drill) sentence() tree {
	if d.chance(14) {
		return d.quotation()
	}
	s := d.clause("root", 2)
	switch d.IntN(12) {
	case 0:
		s.left = append([]*node{d.time(), comma()}, s.left...)
	case 1:
		s.left = append([]*node{d.front()}, s.left...)
	case 2:
		// "Under the treaty, Angola and Cuba agreed to ..."
		under := d.simple("obl").inside(adp(d.pick([]string{"Under", "In", "After", "Despite", "At"})))
		if d.chance(2) {
			s.left = append([]*node{under, comma()}, s.left...)
		} else {
			s.left = append([]*node{under}, s.left...)
		}
	case 3:
		second := d.clause("conj", 0)
		second.left = append([]*node{comma(), and()}, second.left...)
		s.after(second)
	case 4:
		mark := d.pick([]string{"after", "when", "while", "as", "before", "because", "if"})
		c := d.clause("advcl", 0)
		c.left = append([]*node{word(mark, mark, "SCONJ|IN", "mark")}, c.left...)
		if d.chance(2) {
			s.left = append([]*node{c.after(comma())}, s.left...)
		} else {
			if d.chance(2) {
				c.left = append([]*node{comma()}, c.left...)
			}
			s.after(c)
		}
	case 5:
		// "a day after Baghdad agreed to ..."
		c := d.clause("advcl", 1)
		name := d.pick([]string{"day", "week", "month"})
		unit := word(name, name, "NOUN|NN", "obl:unmarked").before(det("a"))
		c.left = append([]*node{comma(), unit, word("after", "after", "SCONJ|IN", "mark")}, c.left...)
		s.after(c)
	}
	if d.chance(20) {
		return s.tree() // a headline
	}
	return s.after(word(".", ".", "PUNCT|.", "punct")).tree()
}

// quotation is a clause in quotation marks with its speaker after it.
func (d drill) quotation() tree {
	q := d.clause("ccomp", 1)
	q.left = append([]*node{word(`"`, `"`, "PUNCT|``", "punct")}, q.left...)
	q.after(comma(), word(`"`, `"`, "PUNCT|''", "punct"))
	v := verbs("say/said/said tell/told/told add")[d.IntN(2)*2]
	said := word(v.past, v.base, "VERB|VBD", "root")
	who := d.noun("nsubj", 0)
	if d.chance(4) {
		who = word("he", "he", "PRON|PRP", "nsubj")
	}
	said.before(q, who)
	if d.chance(3) {
		said.after(d.time())
	}
	return said.after(word(".", ".", "PUNCT|.", "punct")).tree()
}

// front is a time or a place before the subject, without a comma.
func (d drill) front() *node {
	switch d.IntN(4) {
	case 0:
		c := d.pick(countries)
		return word(c, c, "PROPN|NNP", "obl").before(adp("In"))
	case 1:
		m := d.pick([]string{"January", "June", "October", "December"})
		return word(m, m, "PROPN|NNP", "obl").before(adp("In"))
	case 2:
		return word("earlier", "early", "ADV|RBR", "advmod").before(word("days", "day", "NOUN|NNS", "obl:unmarked").before(word("Three", "three", "NUM|CD", "nummod")))
	}
	return d.time()
}

// clause is a subject with a verb phrase, at most depth clauses deep.
func (d drill) clause(rel string, depth int) *node {
	subject := d.noun("nsubj", depth)
	if d.chance(8) && depth > 0 {
		v := transitive[d.IntN(len(transitive))]
		subject.rel = "nsubj:pass"
		aux := "was"
		if d.chance(3) {
			aux = "were"
		}
		p := word(v.participle, v.base, "VERB|VBN", rel).before(subject, word(aux, "be", "AUX|VBD", "aux:pass"))
		if d.chance(2) {
			p.after(d.noun("obl:agent", 0).inside(adp("by")))
		}
		return d.timed(p)
	}
	v := d.predicate(rel, depth)
	if d.chance(12) {
		a := d.pick([]string{"also", "again", "repeatedly", "formally", "later", "still", "never"})
		v.before(word(a, a, "ADV|RB", "advmod"))
	}
	v.left = append([]*node{subject}, v.left...)
	if d.chance(7) && depth > 0 {
		v.right = append(v.right, d.saidAfter(depth)...)
	}
	return v
}

// inside puts a preposition before the whole phrase.
func (n *node) inside(p *node) *node {
	n.left = append([]*node{p}, n.left...)
	return n
}

// predicate is a verb with what follows it.
func (d drill) predicate(rel string, depth int) *node {
	switch k := d.IntN(12); {
	case k == 10 && depth > 0:
		// "told Baghdad that ..."
		c := d.clause("ccomp", depth-1)
		c.left = append([]*node{word("that", "that", "SCONJ|IN", "mark")}, c.left...)
		return d.finite(verbs("tell/told/told warn inform assure")[d.IntN(4)], rel).after(d.noun("obj", 0), c)
	case k == 11:
		// "is a threat to peace", "was ready to sign"
		be := word(d.pick([]string{"is", "was", "are", "were"}), "be", "AUX|VBZ", "cop")
		if d.chance(2) {
			return adj(d.pick([]string{"ready", "willing", "responsible", "unacceptable", "clear", "baseless", "possible"}), rel).before(be)
		}
		t := d.pick(things)
		return word(t, t, "NOUN|NN", rel).before(be, det("a"))
	case k == 0 && depth > 0:
		v := saying[d.IntN(len(saying))]
		p := d.finite(v, rel)
		c := d.clause("ccomp", depth-1)
		if d.chance(2) {
			c.left = append([]*node{word("that", "that", "SCONJ|IN", "mark")}, c.left...)
		}
		if d.chance(3) {
			p.after(d.time())
		}
		return p.after(c)
	case k == 1 && depth > 0:
		v := control[d.IntN(len(control))]
		return d.finite(v, rel).after(d.infinitive("xcomp", depth-1))
	case k == 2 && depth > 0:
		v := urging[d.IntN(len(urging))]
		return d.finite(v, rel).after(d.noun("obj", 0), d.infinitive("xcomp", depth-1))
	case k == 3 && depth > 0:
		of := word("of", "of", "SCONJ|IN", "mark")
		v := transitive[d.IntN(len(transitive))]
		act := word(v.ing, v.base, "VERB|VBG", "advcl").before(of).after(d.noun("obj", depth-1))
		return d.timed(d.finite(verbs("accuse")[0], rel).after(d.noun("obj", 0), act))
	case k == 7 && d.chance(2):
		v := d.finite(verbs("offer give/gave/given send/sent/sent grant")[d.IntN(4)], rel)
		return d.timed(v.after(d.noun("iobj", 0), d.act("obj")))
	case k == 8 && d.chance(2):
		what := d.pick([]string{"sanctions|sanction", "restrictions|restriction", "rockets|rocket", "talks|talk", "troops|troops"})
		form, lemma, _ := strings.Cut(what, "|")
		v := d.finite(verbs("impose launch fire hold/held/held send/sent/sent lift end")[d.IntN(7)], rel)
		v.after(word(form, lemma, "NOUN|NNS", "obj"))
		return d.timed(v.after(d.noun("obl", 0).inside(adp(d.pick([]string{"on", "against", "at", "with", "to"})))))
	case k == 9 && d.chance(2) && depth > 0:
		// "called on the Americans to end the blockade"
		v := d.finite(verbs("call call appeal")[d.IntN(3)], rel)
		on := "on"
		if d.chance(3) {
			on = "to"
		}
		return v.after(d.noun("obl", 0).inside(adp(on)), d.infinitive("xcomp", depth-1))
	case k == 4:
		v := d.finite(verbs("call appeal ask")[d.IntN(3)], rel)
		return v.after(d.noun("obl", 0).inside(adp("for")))
	case k == 5:
		v := d.finite(verbs("withdraw/withdrew/withdrawn pull retreat return")[d.IntN(4)], rel)
		return d.timed(v.after(d.noun("obl", 0).inside(adp("from"))))
	case k == 6:
		v := d.finite(verbs("meet/met/met talk speak/spoke/spoken agree clash march demonstrate riot protest cooperate")[d.IntN(9)], rel)
		if d.chance(2) {
			v.after(d.noun("obl", 0).inside(adp(d.pick([]string{"with", "against", "in", "over"}))))
		}
		return d.timed(v)
	}
	v := d.finite(transitive[d.IntN(len(transitive))], rel).after(d.noun("obj", depth))
	if d.chance(3) {
		v.after(d.noun("obl", 0).inside(adp(d.pick([]string{"in", "from", "to", "on", "against", "after", "over"}))))
	}
	d.timed(v)
	if d.chance(10) {
		v.after(d.infinitive("advcl", 0)) // what for
	}
	if depth > 0 && d.chance(4) {
		c := d.predicate("conj", 0)
		c.left = append([]*node{and()}, c.left...)
		v.after(c)
	} else if depth > 0 && d.chance(8) {
		w := transitive[d.IntN(len(transitive))]
		v.after(word(w.ing, w.base, "VERB|VBG", "advcl").before(comma()).after(d.noun("obj", 0)))
	}
	return v
}

// finite is the verb in one of its tenses.
func (d drill) finite(v verb, rel string) *node {
	switch d.IntN(12) {
	case 0:
		return word(v.participle, v.base, "VERB|VBN", rel).before(word(d.pick([]string{"has", "have", "had"}), "have", "AUX|VBZ", "aux"))
	case 1:
		return word(v.base, v.base, "VERB|VB", rel).before(word("will", "will", "AUX|MD", "aux"))
	case 2:
		return word(v.third, v.base, "VERB|VBZ", rel)
	case 3:
		return word(v.base, v.base, "VERB|VB", rel).before(word(d.pick([]string{"may", "could", "would", "might"}), "may", "AUX|MD", "aux"))
	case 4:
		return word(v.base, v.base, "VERB|VB", rel).before(word("did", "do", "AUX|VBD", "aux"), word("not", "not", "PART|RB", "advmod"))
	}
	return word(v.past, v.base, "VERB|VBD", rel)
}

func (d drill) infinitive(rel string, depth int) *node {
	v := transitive[d.IntN(len(transitive))]
	return word(v.base, v.base, "VERB|VB", rel).before(word("to", "to", "PART|TO", "mark")).after(d.noun("obj", depth))
}

// timed adds a time to some verbs.
func (d drill) timed(v *node) *node {
	if d.chance(3) {
		v.after(d.time())
	}
	return v
}

func (d drill) time() *node {
	switch d.IntN(4) {
	case 0:
		return word("week", "week", "NOUN|NN", "obl:unmarked").before(adj("last", "amod"))
	case 1:
		return word("1972", "1972", "NUM|CD", "obl").before(adp("in"))
	}
	w := d.pick(weekdays)
	return word(w, w, "PROPN|NNP", "obl").before(adp("on"))
}

// saidAfter is ", an official said" after a clause.
func (d drill) saidAfter(depth int) []*node {
	v := saying[d.IntN(2)]
	return []*node{word(v.past, v.base, "VERB|VBD", "parataxis").before(comma(), d.noun("nsubj", 0))}
}
