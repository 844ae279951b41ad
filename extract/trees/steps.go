package trees

import "github.com/entente-graph/entente/extract/language"

// pass is what is tried at each token before the next pass begins.
type pass struct {
	steps  []step
	joints bool // of clauses, which a list hasn't
}

// mend puts right what a parser that learnt from web pages gets wrong in
// newspaper sentences, where the tree as it stands can't be: a finite verb that
// hangs on its own subject, a name before a verb that isn't its subject. The
// tokens stay a tree. What saved, of the same length, has is lost.
func (x *Mender) mend(s *language.Sentence, saved []language.Token) {
	sought := make([]bool, len(s.Tokens))
	for i := range s.Tokens {
		sought[i] = soughtWord(s.Tokens[i].Text)
	}
	for _, p := range x.passes {
		if !p.joints || len(s.Tokens) <= longest {
			each(s.Tokens, saved, sought, p.steps)
		}
	}
}

// mending gives the passes in their order.
func (x *Mender) mending() []pass {
	return []pass{
		{steps: []step{
			{anything, x.retag}, {verb, elect}, {nsubj, lastWeek}, {acl, afterApposition}, {amod, andDoing}, {conj, sameForm}, {root, markedRoot}, {word, nameThenDay},
			{word, whoseClause}, {nsubj, namesThenAnd}, {xcomp, sweeping}, {acl, x.asTheySay}, {verb, plural}, {ccomp, x.ownVerb}, {obj, clauseObject},
			{root, firstOfTwo}, {root, headless}, {root, namedDoer}, {conj, manyThings}, {anything, given}, {word, moreThan}, {word, upTo}, {anything, goOn}, {obl, x.heavyObject}, {appos, x.lateObject}, {acl, x.raise},
		}},
		{steps: []step{{verb, x.findSubject}}},
		{steps: x.jointSteps(), joints: true},
		{steps: []step{{appos, roll}}, joints: true},
		{steps: x.compoundSteps()},
		{steps: []step{
			{ccomp, circumstance}, {nsubj, doer}, {xcomp, calledOff}, {acl, x.deadline}, {amod, govern}, {nsubj, owner}, {advcl, adopt},
			{obj | nsubj | compounded | nmod, x.receiver}, {anything, x.unhang}, {verb, x.uninvert}, {verb, x.parenthesis}, {root, x.lastWord}, {conj, furtherCharge},
			{nsubj, relativeObject}, {obj, thatClause}, {word, ofApposition}, {ccomp, existential}, {word, x.whatIsCalled}, {nsubj, hoursLater}, {word, gathered},
			{nsubj, oneNoun}, {acl, afterTheyDid}, {conj, afterItDid}, {appos | flat | nmod, beforeThat}, {advcl, presentDoers}, {nsubj, townFirst}, {root, backedBy}, {verb, hyphenedThings},
			{verb, actingHead}, {aux, likewise}, {nsubj, theirsToo}, {nsubj, x.contact}, {nsubj, x.notToday},
		}},
		{steps: []step{{word, x.retold}, {acl, x.raise}, {verb, x.verdict}, {nsubj, measured}, {verb, tensed}, {word, x.nearer}, {mark, x.ofObject}}},
		{steps: []step{{word, eachOther}, {advcl, meanwhile}, {casing, betweenTwo}, {conj, x.rebelsToo}, {word, x.besideIt}}},
	}
}

// each takes every token through the steps, in order. A step that would leave no
// tree behind is taken back: several slips in one sentence can lead a step astray.
// In saved, of the length of t, it keeps what to go back to; sought tells of each
// token whether a step looks for its word.
func each(t, saved []language.Token, sought []bool, steps []step) {
	copy(saved, t)
	for i := range t {
		k := kindOf(&t[i], sought[i])
		for _, s := range steps {
			if k&s.at == 0 {
				continue
			}
			s.do(t, i)
			if !sameHeads(t, saved) {
				if isTree(t) {
					copy(saved, t)
				} else {
					copy(t, saved)
				}
			}
			k = kindOf(&t[i], sought[i])
		}
	}
}

func sameHeads(a, b []language.Token) bool {
	for i := range a {
		if a[i].Head != b[i].Head {
			return false
		}
	}
	return true
}

// isTree reports whether every token reaches a root.
func isTree(t []language.Token) bool {
	good := make([]bool, len(t)) // known to reach one
	for i := range t {
		steps := 0
		for k := i; k >= 0 && !good[k]; k = t[k].Head {
			if steps++; steps > len(t) {
				return false
			}
		}
		for k := i; k >= 0 && !good[k]; k = t[k].Head {
			good[k] = true
		}
	}
	return true
}
