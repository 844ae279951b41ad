package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/graph"
)

const (
	offeredNames = 50              // at most
	offerTime    = 2 * time.Second // a user who waits for the tabulator longer types on
)

// offer has shells complete a flag of the command by these values.
func offer(cmd *cobra.Command, flag string, values ...string) {
	completeBy(cmd, flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

func completeBy(cmd *cobra.Command, flag string, by cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, by); err != nil {
		panic(fmt.Sprintf("complete --%s of %s: %v", flag, cmd.Name(), err)) // the command has no such flag
	}
}

// offerNames has shells complete a flag that takes the name of an actor, unless the
// flag says that it is of a treaty or an outlet, by what the graph holds. Where that
// can't be asked in good time nothing is offered, and nothing is said.
func (a *app) offerNames(cmd *cobra.Command, flag string) {
	completeBy(cmd, flag, func(cmd *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		ctx, cancel := context.WithTimeout(cmd.Context(), offerTime)
		defer cancel()
		names := make(chan []cobra.Completion, 1)
		go func() { names <- a.namesLike(ctx, namedBy(flag), typed) }()
		select {
		case all := <-names:
			return all, cobra.ShellCompDirectiveNoFileComp
		case <-ctx.Done(): // a store may be slow to hear of it
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
	})
}

// namedBy is the label of what a flag names.
func namedBy(flag string) string {
	switch flag {
	case "treaty":
		return graph.Treaty
	case "outlet":
		return graph.Outlet
	}
	return graph.Actor
}

// namesLike gives what in the graph begins with what was typed, in the case it was typed in,
// since shells drop what doesn't begin so. Ids are offered to who begins one.
func (a *app) namesLike(ctx context.Context, label, typed string) []cobra.Completion {
	if file, ok := strings.CutPrefix(a.address(), "sqlite:"); ok {
		if info, err := os.Stat(file); err != nil || info.Size() == 0 { // opening would make a graph there
			return nil
		}
	}
	store, err := a.openExisting(ctx)
	if err != nil {
		return nil
	}
	defer store.Close()
	begin := strings.ToLower(typed)
	rows, err := store.Query(ctx, namesBegun(label), map[string]any{
		"begin": begin, "end": begin + "\U0010FFFF", "ids": strings.Contains(typed, ":"), "limit": int64(offeredNames),
	})
	if err != nil {
		return nil
	}
	var all []cobra.Completion
	for _, row := range rows.Values {
		name, _ := row[0].(string)
		means, _ := row[1].(string)
		switch {
		case strings.HasPrefix(means, typed) && strings.ToLower(means) == name:
			name = means
		case len(begin) == len(typed):
			name = typed + name[len(begin):]
		}
		if name == display.Clean(name) { // or it would be another name in the shell
			all = append(all, cobra.CompletionWithDesc(name, display.Clean(means)))
		}
	}
	return all
}

// namesBegun asks for names of one label by the index of all names.
func namesBegun(label string) graph.Query {
	return graph.Query{
		Cypher: fmt.Sprintf(`MATCH (n:%s) WHERE n.name STARTS WITH $begin AND n.name < $end AND ($ids OR n.name <> n.means)
			MATCH (x:%s {id: n.means}) RETURN n.name AS name, x.name AS means ORDER BY name, n.means LIMIT $limit`, graph.Alias, label),
		SQL: fmt.Sprintf(`SELECT n.name AS name, x.name AS means FROM ententealias n JOIN %s x ON x.id = n.means
			WHERE n.name >= $begin AND n.name < $end AND ($ids OR n.name <> n.means) ORDER BY n.name, n.means LIMIT $limit`, strings.ToLower(label)),
		Columns: []string{"name", "means"},
	}
}
