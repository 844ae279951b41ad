package main

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/user"
	"time"

	"github.com/spf13/pflag"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/decisions"
)

const defaultDecisions = "decisions.yaml"

// decisionsFile is where decisions are written down: what --decisions says.
type decisionsFile struct{ given string }

func (f *decisionsFile) flag(flags *pflag.FlagSet) {
	flags.StringVar(&f.given, "decisions", "", `the file of decisions (default: $ENTENTE_DECISIONS, else "decisions.yaml" where there is one)`)
}

func (f decisionsFile) name() string {
	return cmp.Or(f.given, os.Getenv("ENTENTE_DECISIONS"), defaultDecisions)
}

// read gives what the file holds; one that isn't there holds nothing.
func (f decisionsFile) read() ([]graph.Decision, error) {
	list, err := decisions.Read(f.name())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return list, err
}

// newDecision begins a decision of today, by the user who runs the program unless
// who is given.
func newDecision(verb graph.Verb, who, why string) graph.Decision {
	if u, err := user.Current(); err == nil && who == "" {
		who = u.Username
	}
	return graph.Decision{Verb: verb, Who: who, Why: why, When: time.Now().Format(time.DateOnly)}
}

// carryOut makes the graph follow the file. Without a file it goes on following
// what it followed before, but a file that was named must be there.
func (a *app) carryOut(ctx context.Context, store graph.Store, f decisionsFile) error {
	list, err := decisions.Read(f.name())
	if errors.Is(err, fs.ErrNotExist) && f.name() == defaultDecisions {
		return nil
	}
	if err != nil {
		return err
	}
	sum, err := graph.Decide(ctx, store, list)
	if err == nil && sum.Written+sum.Deleted > 0 {
		a.say("The graph now follows %s of %s.", count(len(list), "decision"), f.name())
	}
	return err
}
