package extract

import (
	"slices"
	"strconv"
	"strings"

	entente "github.com/entente-graph/entente"
)

// proposal gives the proposed treaty of that description: one a topic and set
// of parties in an article.
func (x *Extractor) proposal(d *document, p description) *treaty {
	for _, t := range d.treaties {
		if t.proposed && (t.topic == p.topic || p.topic == "" || t.topic == "") && compatible(t.parties, p.parties) {
			t.parties = union(t.parties, p.parties)
			if t.purpose == "" {
				t.purpose = p.purpose()
			}
			if t.topic == "" {
				t.topic = p.topic
			}
			return t
		}
	}
	t := d.newTreaty("treaty:proposed-"+strconv.Itoa(len(d.treaties)), "", p.noun, p)
	t.proposed, t.status, t.named = true, entente.TreatyProposed, false
	t.purpose = p.purpose()
	return t
}

// compatible reports whether two sets of parties may be of one treaty.
func compatible(a, b []*entity) bool {
	return len(a) == 0 || len(b) == 0 || len(without(a, b)) == 0 || len(without(b, a)) == 0
}

// settleProposals gives proposed treaties their parties, when the one who
// proposes is known, and ids that two articles on one proposal share.
func (x *Extractor) settleProposals(d *document) {
	for _, t := range d.treaties {
		if !t.proposed {
			continue
		}
		var parties []string
		for _, k := range sides(t.parties) {
			parties = append(parties, strings.TrimPrefix(k, "country:"))
		}
		if t.year == 0 {
			t.year = d.year
		}
		id := "treaty:proposed-" + strings.Join(parties, "-")
		if t.topic != "" {
			id += "-" + t.topic
		}
		if t.year > 0 {
			id += "-" + strconv.Itoa(t.year)
		}
		t.id = strings.ReplaceAll(id, "organization:", "")
		t.name = describedName("Proposed ", t.parties, t.kind, t.purpose, x.label(t.topic), 0)
	}
}

// compare ties treaties that the text likens to one another: "modelled on the
// INF Treaty", "something he compared to a 1972 treaty".
func (x *Extractor) compare(d *document) {
	for _, s := range d.sents {
		for i, t := range s.Tokens {
			if !x.index.is("likening", strings.ToLower(t.Lemma)) {
				continue
			}
			from, to := d.treatyBefore(s, i), s.treatyAfter(i)
			if from != nil && to != nil && from != to && !slices.Contains(from.compared, to) {
				from.compared = append(from.compared, to)
			}
		}
	}
}

// treatyAfter is the first treaty spoken of in the ten words after token i.
func (s *sentence) treatyAfter(i int) *treaty {
	for j := i + 1; j < len(s.Tokens) && j <= i+10; j++ {
		if s.treatyAt[j] != nil {
			return s.treatyAt[j]
		}
	}
	return nil
}

// treatyBefore is the treaty last spoken of before token i, in its sentence or
// the two before it.
func (d *document) treatyBefore(s *sentence, i int) *treaty {
	for o, end := range d.upTo(s, i, 2) {
		for j := end - 1; j >= 0; j-- {
			if o.treatyAt[j] != nil {
				return o.treatyAt[j]
			}
		}
	}
	return nil
}
