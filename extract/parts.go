package extract

import (
	"cmp"
	"slices"
)

// part is what somebody does in an event.
type part atom

const (
	asActor part = iota + 1
	asRecipient
)

// party is a side that may take part in events: a country with its people and bodies,
// or somebody of none.
type party struct {
	side     string
	of       []*entity          // by first mention
	mentions map[int][]*mention // by sentence
	total    int
	rank     int // how many others are named more often; -1 for who was only described later
}

// parties are the sides of a document.
type parties struct {
	by     map[string]*party
	known  int        // entities of the document that are among them
	most   []*party   // those named most often
	recent [][]*party // of each sentence
}

const (
	mostNamed = 4  // parties that anything may be about
	recently  = 3  // sentences in which others must have been named
	lately    = 16 // findings that tell who deals with whom
)

// candidates gives the sides that may take part in what a sentence tells: those that it or
// the sentences before name, and those that the text names most.
func (r reading) candidates(s *sentence) []*party {
	ps := r.x.partiesOf(r.d)
	var out []*party
	seen := map[*party]bool{}
	add := func(some []*party) {
		for _, p := range some {
			if !seen[p] {
				seen[p] = true
				out = append(out, p)
			}
		}
	}
	for n := s.index; n >= max(0, s.index-recently); n-- {
		add(ps.recent[n])
	}
	add(ps.most)
	return out
}

// partiesOf gives the sides of a document, with those that were described since it last did.
func (x *Extractor) partiesOf(d *document) *parties {
	ps := d.parties
	first := ps == nil
	if first {
		ps = &parties{by: map[string]*party{}, recent: make([][]*party, len(d.sents))}
		d.parties = ps
	}
	for ; ps.known < len(d.order); ps.known++ {
		ps.add(d.order[ps.known], first)
	}
	if first {
		for _, p := range ps.by {
			ps.most = append(ps.most, p)
		}
		slices.SortFunc(ps.most, func(p, q *party) int {
			return cmp.Or(cmp.Compare(q.total, p.total), cmp.Compare(p.side, q.side))
		})
		for i, p := range ps.most {
			if p.rank = i; i > 0 && p.total == ps.most[i-1].total {
				p.rank = ps.most[i-1].rank
			}
		}
		ps.most = ps.most[:min(mostNamed, len(ps.most))]
	}
	return ps
}

// add adds somebody to the sides; ranked says that its side will have a rank.
func (ps *parties) add(e *entity, ranked bool) {
	if len(e.mentions) == 0 {
		return
	}
	p := ps.by[e.side()]
	if p == nil {
		p = &party{side: e.side(), mentions: map[int][]*mention{}}
		if !ranked {
			p.rank = -1
		}
		ps.by[p.side] = p
	}
	p.of = append(p.of, e)
	for _, m := range e.mentions {
		n := m.sent.index
		if len(p.mentions[n]) == 0 {
			ps.recent[n] = append(ps.recent[n], p)
		}
		p.mentions[n] = append(p.mentions[n], m)
		p.total++
	}
}

// named is the mention of a side that is nearest in the tree, and the way there; a nil
// mention when the sentence has none.
type named struct {
	mention *mention
	way     atom
	far     int
}

// nearest gives the mention of a side in a sentence that is nearest to token i.
func (p *party) nearest(s *sentence, i int) named {
	best := named{far: noWay}
	for _, m := range p.mentions[s.index] {
		if way, n := s.path(i, m.head); best.mention == nil || n < best.far {
			best = named{m, way, n}
		}
	}
	return best
}

// noWay is further than tokens of one tree are apart.
const noWay = 99

// path gives the way in the tree from token i to token j, as an atom, and its length.
func (s *sentence) path(i, j int) (atom, int) {
	const longest, most = 7, 40
	var up, down []int
	for h := i; h >= 0 && len(up) < most; h = s.Tokens[h].Head {
		up = append(up, h)
	}
	top := -1
	for h := j; h >= 0 && len(down) < most; h = s.Tokens[h].Head {
		if top = slices.Index(up, h); top >= 0 {
			break
		}
		down = append(down, h)
	}
	switch n := top + len(down); {
	case top < 0:
		return 5, noWay
	case n > longest:
		return 6, n
	}
	way := atom(17)
	for _, h := range up[:top] {
		way = way*31 + atomOf(s.Tokens[h].Rel)
	}
	way = way*31 + 7
	for _, h := range slices.Backward(down) {
		way = way*31 + atomOf(s.Tokens[h].Rel)
	}
	return way, top + len(down)
}

// dealings counts what findings tell of a side, and of it with others.
type dealings struct {
	between            int
	by, on             int
	forceBy, hostileOn int
}

func (c *casting) dealings(side string) dealings {
	var d dealings
	for _, fd := range c.lately {
		does := hasSide(fd.actors, side)
		if does {
			d.by++
			if forceful(fd.etype) {
				d.forceBy++
			}
		}
		if fd.fromStory() {
			continue
		}
		suffers := hasSide(fd.recipients, side)
		if suffers {
			d.on++
			if !friendly(fd.etype) {
				d.hostileOn++
			}
		}
		for _, o := range c.others {
			if does && hasSide(fd.recipients, o) {
				d.between++
			}
			if suffers && hasSide(fd.actors, o) {
				d.between++
			}
		}
	}
	return d
}

func hasSide(es []*entity, side string) bool {
	return slices.ContainsFunc(es, func(e *entity) bool { return e.side() == side })
}

// fromStory reports whether a side is the story's rather than the sentence's.
func (fd *finding) fromStory() bool { return fd.guessed || fd.opposite }

// casting is who of the sides takes a part in an event.
type casting struct {
	fd      *finding
	part    part
	guess   []string // the sides of whom the rules guess
	others  []string // those of who takes the other part
	parties []*party
	named   []named // where each of them is, seen from the event
	lately  []*finding
	before  [][2][]string // the sides of who did something to whom just before
}

// likely gives who most likely takes a part in an event, where the model of parts is
// sure enough; else the rules' guess.
func (r reading) likely(fd *finding, as part, guess []*entity) []*entity {
	best := r.cast(fd, as, guess, guess)
	if best == nil || fd.odds.best[as] < partFloor || slices.Contains(sides(guess), best.side) {
		return guess
	}
	fd.odds.part[as], fd.learnt = fd.odds.best[as], true
	return best.standIn(fd.sent, fd.token)
}

// cast finds the side that most likely takes a part in an event, nil without models. It notes
// how likely that is, and how likely are those who are taken to.
func (r reading) cast(fd *finding, as part, taken, guess []*entity) *party {
	tutored := r.x.tutor != nil && r.x.tutor.teaches
	if !tutored && r.x.models == nil {
		return nil
	}
	c := &casting{fd: fd, part: as, guess: sides(guess), others: sides(fd.recipients), parties: r.candidates(fd.sent), lately: r.d.found[max(0, len(r.d.found)-lately):], before: r.before(fd)}
	if as == asRecipient {
		c.others = sides(fd.actors)
	}
	for _, p := range c.parties {
		c.named = append(c.named, p.nearest(fd.sent, fd.token))
	}
	takers := sides(taken)
	if tutored {
		r.x.tutor.cast(r, c)
		return nil
	}
	var best *party
	o := &fd.odds
	o.part[as], o.best[as] = 0, 0
	for i, p := range c.parties {
		likely := r.x.models.part(r.partKeys(c, i))
		if likely > o.best[as] {
			best, o.best[as] = p, likely
		}
		if slices.Contains(takers, p.side) {
			o.part[as] = max(o.part[as], likely)
		}
	}
	return best
}

// study lets the model of parts learn, while it does, from a part that the rules find in
// the sentence, as if they hadn't.
func (r reading) study(fd *finding, as part) {
	if r.x.tutor != nil && r.x.tutor.teaches {
		r.cast(fd, as, nil, nil)
	}
}

// standIn gives who of a side is meant: who is named beside token i, else its country.
func (p *party) standIn(s *sentence, i int) []*entity {
	if m := p.nearest(s, i).mention; m != nil {
		for _, e := range m.entities {
			if e.side() == p.side {
				return []*entity{e}
			}
		}
	}
	if i := slices.IndexFunc(p.of, isCountry); i >= 0 {
		return []*entity{p.of[i]}
	}
	return []*entity{p.of[0]}
}

// before gives the sides of the last findings of what is told before one.
func (r reading) before(fd *finding) [][2][]string {
	const most = 2
	var out [][2][]string
	for _, o := range slices.Backward(r.d.found) {
		if o.sent.index < fd.sent.index || o.sent == fd.sent && o.token < fd.token {
			if out = append(out, [2][]string{sides(o.actors), sides(o.recipients)}); len(out) == most {
				break
			}
		}
	}
	return out
}

// partKeys gives what tells whether the nth side takes the part.
func (r reading) partKeys(c *casting, n int) keys {
	p := c.parties[n]
	k := make(keys, 0, 64)
	fd, as := c.fd, atom(c.part)
	t, frame := atomOf(string(fd.etype)), atomOf(fd.frame.ID)
	state := atom(1)
	if len(c.guess) > 0 {
		state++
	}
	if len(c.others) > 0 {
		state += 2
	}
	mine, ours := yes(slices.Contains(c.guess, p.side)), yes(slices.Contains(c.others, p.side))
	k.add(guessed, as, state, mine, ours)
	k.add(guessedType, as, mine, t)
	k.add(guessedFrame, as, mine, frame)
	k.add(otherPart, as, ours, t)
	k.add(sideKindFrame, as, frame, kindOf(p.of[0]))
	k.add(partState, as, state, t)
	k.add(sideKind, as, kindOf(p.of[0]), t)
	here := r.placeKeys(c, n, state, &k)
	k.add(rankType, as, some(p.rank), here, t)
	k.add(timesNamed, as, some(p.total), here)
	k.add(rankState, as, some(p.rank), state, here)
	k.add(inTitle, as, yes(len(p.mentions[0]) > 0), here, t)
	dealt := c.dealings(p.side)
	k.add(dealtBetween, as, some(dealt.between), here, t)
	k.add(dealingsState, as, some(dealt.between), state, here)
	k.add(actsOf, as, some(dealt.by), here, t)
	k.add(actsOn, as, some(dealt.on), here, t)
	k.add(forceOf, as, some(dealt.forceBy), here, t)
	k.add(forceOn, as, some(dealt.hostileOn), here, t)
	if e := fd.sent.speaker; e != nil {
		k.add(isSpeaker, as, yes(e.side() == p.side), t)
	}
	if e := fd.speaker; e != nil {
		k.add(isClaimant, as, yes(e.side() == p.side), t)
		k.add(isClaimantFrame, as, yes(e.side() == p.side), frame)
	}
	for back, o := range c.before {
		a, b := yes(slices.Contains(o[0], p.side)), yes(slices.Contains(o[1], p.side))
		k.add(lastActs, as, atom(back), a, b)
		k.add(lastActsType, as, a, b, t)
	}
	return k
}

// placeKeys are about where a side is named, seen from the event. It says whether that is
// in its sentence.
func (r reading) placeKeys(c *casting, n int, state atom, k *keys) atom {
	p, m, way, far := c.parties[n], c.named[n].mention, c.named[n].way, c.named[n].far
	s, i, as := c.fd.sent, c.fd.token, atom(c.part)
	v, t := r.viewOf(s), atomOf(string(c.fd.etype))
	here := yes(m != nil)
	k.add(inSentence, as, here, state)
	k.add(inSentenceType, as, here, t)
	others, nearer := 0, 0
	for _, q := range c.named {
		if q.mention != nil {
			others++
		}
		if q.far < far {
			nearer++
		}
	}
	k.add(sidesInSentence, as, some(others), here, t)
	if m == nil {
		back := noWay
		for n := 1; n <= min(s.index, 2*recently); n++ {
			if len(p.mentions[s.index-n]) > 0 {
				back = n
				break
			}
		}
		k.add(lastNamed, as, some(back), t)
		k.add(lastNamedState, as, some(back), state)
		return here
	}
	voice := yes(s.Tokens[i].POS == "VERB" && s.passive(i))
	by, left, rel := atomOf(s.caseOf(m.head)), yes(m.head < i), v.rel[m.head]
	k.add(pathType, as, way, t)
	k.add(pathVoice, as, way, voice, atomOf(s.Tokens[i].POS))
	k.add(pathCase, as, way, by, t)
	k.add(pathWord, as, way, v.word[i])
	k.add(pathState, as, way, state)
	k.add(caseUse, as, way, by, v.use[i])
	k.add(distanceType, as, some(far), left, t)
	k.add(caseType, as, by, left, t)
	k.add(mentionHow, as, atom(m.how), yes(m.located), t)
	k.add(mentionRelation, as, rel, left, voice)
	k.add(relationCase, as, rel, by, t)
	k.add(mentionKind, as, kindOf(m.entities[0]), left, t)
	if h := s.Tokens[m.head].Head; h >= 0 {
		k.add(mentionHead, as, v.word[h], rel, t)
		k.add(mentionHeadUse, as, v.use[h], rel)
	}
	k.add(nearerType, as, some(nearer), left, t)
	k.add(nearerState, as, some(nearer), state)
	return here
}
