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

var (
	countries  = []string{"Iraq", "Iraq", "Iraq", "Russia", "China", "Germany", "Baghdad", "Baghdad", "Moscow", "Washington", "Israel", "Japan", "Peru", "Kenya", "Beijing", "NATO", "Pakistan", "Estonia", "Hamas"}
	nations    = []string{"Iraqi", "Iraqi", "Iraqi", "Russian", "American", "Chinese", "French", "Israeli", "U.S.", "UN"}
	surnames   = []string{"Bush", "Bush", "Putin", "Merkel", "Lavrov", "Clinton", "Kerry", "Abe", "Sadat", "Mahuad", "Ullyot", "Peskov"}
	firstNames = []string{"George", "Vladimir", "Angela", "Sergei", "Hillary", "John", "Shinzo", "Anwar", "Jamil", "Maria"}
	bodies     = []string{"planes|plane", "troops|troops", "officials|official", "forces|force", "diplomats|diplomat", "hackers|hacker", "soldiers|soldier", "warships|warship", "lawmakers|lawmaker", "rebels|rebel", "missiles|missile", "protesters|protester", "police|police", "authorities|authority", "guerrillas|guerrilla", "students|student"}
	things     = []string{"treaty", "agreement", "proposal", "offer", "pact", "attack", "decision", "plan", "ceasefire", "embassy", "accord", "charge", "allegation", "report", "resolution", "border", "consulate", "election", "network", "ambassador", "accusation", "removal", "invasion", "blockade", "move", "summit"}
	modifiers  = []string{"new", "nuclear", "foreign", "military", "diplomatic", "proposed", "bilateral", "economic", "naval", "medical", "joint", "written"}
	offices    = []string{"minister", "president", "ambassador", "leader", "spokesman", "envoy", "secretary", "chief"}
	titles     = []string{"President", "Minister", "Secretary", "Chancellor", "General", "Premier", "Ambassador", "King"}
	weekdays   = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	// base past participle
	transitive = verbs(`expel attack condemn reject accept violate suspend sign ratify extend withdraw/withdrew/withdrawn dismiss deny/denied/denied
		welcome praise criticize denounce warn threaten urge accuse blame invade bomb shell arrest detain deport release free
		recall summon close freeze/froze/frozen impose lift ease deploy mass send/sent/sent provide deliver hack target steal/stole/stolen
		undermine support back recognize restore sever cut/cut/cut break/broke/broken abandon scrap leave/left/left quit/quit/quit join
		propose offer demand meet/met/met visit host telephone call kill shoot/shot/shot destroy seize occupy/occupied/occupied annex
		blockade besiege protest riot march storm fire launch halt resume end begin/began/begun announce declare pull move expand breach
		rebuff veto oppose endorse hail deplore regret punish sanction poison assassinate abduct torture fight/fought/fought return grant
		appeal renounce terminate negotiate conclude reach strike/struck/struck initial approve discuss mediate broker host receive`)
	control = verbs(`agree refuse plan decide promise vow pledge threaten intend offer decline attempt try/tried/tried continue begin/began/begun fail seek/sought/sought want`)
	saying  = verbs(`say/said/said announce report add deny/denied/denied declare claim insist confirm warn tell/told/told state conclude argue`)
	urging  = verbs(`urge ask order force press invite demand allow persuade beg`)
)

type verb struct{ base, third, past, participle, ing string }

func verbs(list string) []verb {
	var out []verb
	for _, w := range strings.Fields(list) {
		p := strings.Split(w, "/")
		v := verb{base: p[0], third: p[0] + "s"}
		switch b := v.base; {
		case strings.HasSuffix(b, "y") && !strings.ContainsRune("aeiou", rune(b[len(b)-2])):
			v.third, v.past, v.ing = b[:len(b)-1]+"ies", b[:len(b)-1]+"ied", b+"ing"
		case strings.HasSuffix(b, "e"):
			v.past, v.ing = b+"d", b[:len(b)-1]+"ing"
			if strings.HasSuffix(b, "ee") {
				v.ing = b + "ing"
			}
		case doubles[b]:
			v.past, v.ing = b+b[len(b)-1:]+"ed", b+b[len(b)-1:]+"ing"
		default:
			if strings.HasSuffix(b, "s") || strings.HasSuffix(b, "sh") || strings.HasSuffix(b, "ch") {
				v.third = b + "es"
			}
			v.past, v.ing = b+"ed", b+"ing"
		}
		v.participle = v.past
		if len(p) == 3 {
			v.past, v.participle = p[1], p[2]
		}
		out = append(out, v)
	}
	return out
}

var doubles = map[string]bool{"expel": true, "quit": true, "cut": true, "ship": true, "plan": true, "veto": false, "begin": true, "rebuff": false}

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
		return word(form, lemma, "NOUN|NNS", rel).before(d.nation())
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

// officer is "Russia's foreign minister, Sergei Lavrov," or the office alone.
func (d drill) officer(rel string) *node {
	o := d.pick(offices)
	n := word(o, o, "NOUN|NN", rel)
	switch d.IntN(3) {
	case 0:
		c := d.pick(countries)
		n.before(word(c, c, "PROPN|NNP", "nmod:poss").after(word("'s", "'s", "PART|POS", "case")))
	case 1:
		n.before(det("the"), d.nation())
	default:
		n.before(det("the"))
	}
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
	switch d.IntN(3) {
	case 0:
		c := d.pick(countries)
		n.before(word(c, c, "PROPN|NNP", "nmod:poss").after(word("'s", "'s", "PART|POS", "case")))
	case 1:
		n.before(det("the"), d.nation())
	default:
		n.before(det("the"))
	}
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
