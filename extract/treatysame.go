package extract

// alsoKnown takes an agreement and the name that the text says it is known by for
// one: "a pact on intelligence, known as GSOMIA".
func (d *document) alsoKnown() {
	const near = 8
	for _, s := range d.sents {
		for i, w := range s.words {
			if w != "known" && w != "called" && w != "dubbed" && w != "named" {
				continue
			}
			named := i + 1
			for named < len(s.words) && (s.words[named] == "as" || s.words[named] == "the") {
				named++
			}
			if named >= len(s.words) || s.treatyAt[named] == nil {
				continue
			}
			for j := i - 1; j >= 0 && i-j <= near; j-- {
				if o := s.treatyAt[j]; o != nil {
					if o.known == nil && !o.named {
						d.merge(o, s.treatyAt[named])
					}
					break
				}
			}
		}
	}
}

// unify takes a treaty that the news describes and one of the lexicon that it
// names right after, of the same year, for one: "signed a security treaty. ...
// The ANZUS pact".
func (d *document) unify() {
	const near = 2
	for _, known := range d.treaties {
		if known.known == nil || !known.named || known.year != d.year {
			continue
		}
		m := known.mentions[0]
		if m.first == 0 || m.sent.words[m.first-1] != "the" {
			continue
		}
		o := d.opening()
		if o == nil || o.known != nil || o.named || o.proposed || o.year != d.year || o.parties == nil && !known.known.Multi {
			continue
		}
		_, fits := partiesFit(o.parties, known.known)
		if at := o.mentions[0].sent.index; fits && at < m.sent.index && m.sent.index-at <= near {
			d.merge(o, known)
		}
	}
}

// merge gives all of one treaty to another and forgets the one.
func (d *document) merge(from, into *treaty) {
	if from == into {
		return
	}
	into.mentions = append(into.mentions, from.mentions...)
	if into.first < 0 || from.first >= 0 && from.first < into.first {
		into.first = from.first
	}
	for _, m := range from.mentions {
		for i := range m.sent.treatyAt {
			if m.sent.treatyAt[i] == from {
				m.sent.treatyAt[i] = into
			}
		}
	}
	for short, t := range d.acronyms {
		if t == from {
			d.acronyms[short] = into
		}
	}
	from.mentions = nil
}

// bringTogether takes a treaty described without its year for the one of the
// lexicon that the text now tells the year of: "rejected a treaty ... had signed
// the treaty in August".
func (d *document) bringTogether(last, known *treaty) {
	if last == nil || last.known != nil || last.named || last.proposed || last.year != 0 {
		return
	}
	if _, fits := partiesFit(last.parties, known.known); fits {
		d.merge(last, known)
	}
}

// opening is the treaty that the article speaks of first, nil when there's none.
func (d *document) opening() *treaty {
	var first *treaty
	for _, t := range d.treaties {
		if len(t.mentions) > 0 && (first == nil || t.first < first.first) {
			first = t
		}
	}
	return first
}
