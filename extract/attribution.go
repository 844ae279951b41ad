package extract

import "slices"

// attribute finds whose quotations run on through whole sentences: those of the
// one who spoke last before, as long as the quotation marks stay open or open again.
func (x *Extractor) attribute(d *document) {
	if !slices.ContainsFunc(d.sents, (*sentence).wholeQuote) {
		return
	}
	r := reading{x, d}
	var speaker *entity
	for k, s := range d.sents {
		if s.wholeQuote() {
			// The next words outside may name the speaker: “...,” he said.
			if e := r.saysIt(s); e != nil {
				speaker = e
			} else if speaker == nil && k+1 < len(d.sents) && d.sents[k+1].Paragraph == s.Paragraph {
				speaker = r.saysIt(d.sents[k+1])
			}
			s.speaker = speaker
			continue
		}
		if e := r.saysIt(s); e != nil {
			speaker = e
		} else if k > 0 && s.Paragraph > d.sents[k-1].Paragraph+1 {
			speaker = nil
		}
	}
}

// wholeQuote reports whether most of a sentence stands inside quotation marks.
func (s *sentence) wholeQuote() bool {
	in := 0
	for _, q := range s.quoted {
		if q {
			in++
		}
	}
	return in > 3 && in*10 >= len(s.quoted)*6
}

// says reports whether a verb only says what follows.
func (r reading) says(s *sentence, i int) bool {
	trig := r.trigger(s, i)
	return trig != nil && trig.frame.Type == "" && trig.frame.Content == "said"
}

// saysIt gives who speaks in a sentence: the subject of its verb of saying.
func (r reading) saysIt(s *sentence) *entity {
	for i := range s.Tokens {
		if !isVerb(s, i) || s.quoted[i] {
			continue
		}
		if trig := r.trigger(s, i); trig == nil || trig.frame.Content != "said" && trig.frame.Stance == "" {
			continue
		}
		for _, n := range s.agentOf(i) {
			if es := r.x.agents(r.d, s, n, nil); len(es) > 0 {
				return es[0]
			}
		}
	}
	return nil
}
