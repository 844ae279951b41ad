package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// A topic is what the reports of one block have in common but for the time. As
// long as few articles have to do with a topic it is one block, so that what is told
// without a date, or years later, meets what it means. The topic of more articles is parted by
// years, and a year of too many by months, for a block mustn't grow with the graph. A
// node Name counts each topic's articles.

const (
	fewArticles = 40  // that may have to do with a topic which is one block
	manyInAYear = 400 // that may have to do with a topic in a year which is one block
)

// crowded are the topics, and the years of topics, of too many articles to be one block.
type crowded map[string]bool

// block is the key of the reports that this one must be compared with.
func (c crowded) block(r report) string {
	topic, recurs := r.topic()
	if !recurs || !c[topic] {
		return topic
	}
	era := r.era()
	if year := topic + yearOf(era); !c[year] {
		return year
	}
	return topic + era
}

func topicKey(topic string) Key { return Key{Kind: Name, ID: "topic:" + topic} }

func isTopic(k Key) bool { return k.Kind == Name && strings.HasPrefix(k.ID, "topic:") }

// observeTopics notes what the record's reports are about, and of which time.
func (c *contribution) observeTopics() {
	for _, r := range c.reports {
		topic, recurs := r.topic()
		if !recurs {
			continue
		}
		k := topicKey(topic)
		if c.shared[k] == nil {
			c.shared[k] = tally{articles: 1}
		}
		c.shared[k][observed("year", yearOf(r.era()))] = 1
	}
}

// crowd says which topics of some tallies are crowded.
func crowd(tallies map[Key]tally) crowded {
	c := crowded{}
	for k, t := range tallies {
		if !isTopic(k) || t[articles] <= fewArticles {
			continue
		}
		topic := strings.TrimPrefix(k.ID, "topic:")
		c[topic] = true
		for _, year := range t.values("year") {
			c[topic+year] = t[observed("year", year)] > manyInAYear
		}
	}
	return c
}

// readTopics finds out which topics that the changes and the decisions bear on are crowded
// before and after the changes, and resolves the decisions on events by that. The blocks of
// those for which that differs are all touched.
func (p *planner) readTopics(ctx context.Context, s Store, held *State) error {
	topics := map[Key]tally{}
	for _, c := range p.changes {
		for _, shared := range []map[Key]tally{p.old[c.id].shared, p.new[c.id].shared} {
			for k := range shared {
				if isTopic(k) {
					topics[k] = tally{}
				}
			}
		}
	}
	if err := p.link(held.Articles); err != nil {
		return err
	}
	for _, r := range slices.Concat(p.wasLinks.reports, p.isLinks.reports) {
		if topic, recurs := r.topic(); recurs {
			topics[topicKey(topic)] = tally{}
		}
	}
	var keys []Key
	for k := range topics {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, compareKeys)
	state, err := s.Read(ctx, Keys{Shared: keys})
	if err == nil && state.Version != held.Version {
		err = ErrConflict
	}
	if err != nil {
		return err
	}
	for _, k := range keys {
		if topics[k], err = decodeTally(state.Tallies[k]); err != nil {
			return fmt.Errorf("%s: %w", k.ID, err)
		}
	}
	p.was.crowded = crowd(topics)
	years := map[Key][]string{}
	for k, t := range topics {
		years[k] = t.values("year")
	}
	for _, c := range p.changes {
		for k := range topics {
			topics[k].add(p.old[c.id].shared[k], -1)
			topics[k].add(p.new[c.id].shared[k], 1)
		}
	}
	p.is.crowded = crowd(topics)
	for k, t := range topics {
		p.part(strings.TrimPrefix(k.ID, "topic:"), union(years[k], t.values("year")))
	}
	return p.link(held.Articles)
}

// part notes the blocks of a topic that the changes part or join, if there are any. A year has
// blocks of months, of which some are empty.
func (p *planner) part(topic string, years []string) {
	differs := func(block string) bool { return p.was.crowded[block] != p.is.crowded[block] }
	all := differs(topic)
	if all {
		p.parted = append(p.parted, topic)
	}
	for _, year := range years {
		if !all && !differs(topic+year) {
			continue
		}
		p.parted = append(p.parted, topic+year)
		for month := range 12 {
			p.parted = append(p.parted, fmt.Sprintf("%s%s-%02d", topic, year, month+1))
		}
	}
}
