package extract

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"sync"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract/internal/linear"
)

//go:embed model/*.bin
var embedded embed.FS

// What the models must be sure of, as probabilities: what testdata/gold/dev and articles kept
// out of training were best read with.
const (
	publicFloor = 0.2  // that an article is about public affairs
	deedFloor   = 0.35 // that a word tells of an event
	partFloor   = 0.4  // that a side takes part in it
	rightFloor  = 0.37 // that a finding is right which a model had a part in
	dateFloor   = 0.3  // that it was on a date
	dateLead    = 0.5  // more than on that of the rules
)

// models is what was learnt from annotated articles: which of them are about public affairs,
// which words tell of events, who takes part in them, what of it is right, and when it was. It is safe for concurrent use.
type models struct {
	topics, deeds, parts, judge, times *linear.Logistic
	words                              *words
	types                              []entente.EventType // of the classes of deeds, from 1 on
	sums                               sync.Pool
}

func newModels(known *words) *models {
	m := &models{words: known, types: entente.EventTypes()}
	m.sums.New = func() any { return new(linear.Sums) }
	return m
}

// loadModels loads the models that Learn wrote to a folder.
func loadModels(folder fs.FS) (*models, error) {
	b, err := fs.ReadFile(folder, "words.bin")
	if err != nil {
		return nil, err
	}
	known, err := readWords(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("words.bin: %w", err)
	}
	m := newModels(known)
	for _, f := range []struct {
		name    string
		into    **linear.Logistic
		vectors linear.Vectors
		classes int
	}{
		{"topics.bin", &m.topics, known.vectors, 2},
		{"deeds.bin", &m.deeds, known.vectors, len(m.types) + 1},
		{"parts.bin", &m.parts, linear.Vectors{}, 2},
		{"judge.bin", &m.judge, linear.Vectors{}, 2},
		{"times.bin", &m.times, linear.Vectors{}, 2},
	} {
		b, err := fs.ReadFile(folder, f.name)
		if err != nil {
			return nil, err
		}
		if *f.into, err = linear.ReadLogistic(bytes.NewReader(b), f.vectors); err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
		if (*f.into).Classes() != f.classes {
			return nil, fmt.Errorf("%s: it has %d classes, not %d", f.name, (*f.into).Classes(), f.classes)
		}
	}
	return m, nil
}

// deed gives the likeliest type of event that token i tells of, and how likely it is.
func (m *models) deed(r reading, v *view, i int) (entente.EventType, float64) {
	p := m.ofTypes(r, v, i)
	best := 1
	for c := 2; c < len(p); c++ {
		if p[c] > p[best] {
			best = c
		}
	}
	return m.types[best-1], p[best]
}

// chances gives how likely token i tells of an event of the type, and of none at all.
func (m *models) chances(r reading, v *view, i int, t entente.EventType) (of, none float64) {
	p := m.ofTypes(r, v, i)
	return p[1+slices.Index(m.types, t)], p[0]
}

// ofTypes gives how likely token i tells of no event, and of one of each type.
func (m *models) ofTypes(r reading, v *view, i int) []float64 {
	s := m.sums.Get().(*linear.Sums)
	defer m.sums.Put(s)
	p := make([]float64, m.deeds.Classes())
	m.deeds.Probabilities(r.deedKeys(v, i), r.deedSeen(v, i, m.words), s, p)
	return p
}

// public gives how likely an article is about public affairs.
func (m *models) public(k keys, seen []linear.Seen) float64 { return m.second(m.topics, k, seen) }

// part gives how likely a side takes a part.
func (m *models) part(k keys) float64 { return m.second(m.parts, k, nil) }

// right gives how likely a finding is right.
func (m *models) right(k keys) float64 { return m.second(m.judge, k, nil) }

// of gives how likely a finding is of a date.
func (m *models) of(k keys) float64 { return m.second(m.times, k, nil) }

// second is the probability of the second of two classes.
func (m *models) second(l *linear.Logistic, k keys, seen []linear.Seen) float64 {
	s := m.sums.Get().(*linear.Sums)
	defer m.sums.Put(s)
	var p [2]float64
	l.Probabilities(k, seen, s, p[:])
	return p[1]
}
