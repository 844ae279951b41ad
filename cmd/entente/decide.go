package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/decisions"
)

// deciding is what the commands below "decide" share.
type deciding struct {
	*app
	file     decisionsFile
	who, why string
}

func (a *app) decide() *cobra.Command {
	d := &deciding{app: a}
	cmd := &cobra.Command{
		Use:   "decide",
		Short: "Say who is who and what is one event, and take it back",
		Long: `Say who is who and what is one event. A decision goes into a file, decisions.yaml
unless --decisions names another, which is meant to be kept in git, and into the
graph at once. "entente load" carries out what the file holds. Taking a decision
back, or deleting it from the file, gives the graph as it was.

Actors and treaties are named by id or by any of their names; events by id, as
"entente query timeline --format json", "entente review" and Neo4j show them.`,
		Example: `  entente decide merge "Jon Smith" "John Smith" --why "the ministry spells him both ways"
  entente decide merge event:0a1b2c3d4e5f6071 event:7f6e5d4c3b2a1908
  entente decide list
  entente decide undo 5f0c1a2b`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	d.file.flag(cmd.PersistentFlags())
	cmd.AddCommand(
		d.verb(graph.Merge, "merge A B...", "What is named is one: all become the first", 2),
		d.verb(graph.Apart, "apart A B...", "What is named is never one", 2),
		d.verb(graph.Rename, "rename A NAME", "Call an actor or a treaty by another name", 2),
		d.verb(graph.Country, "country A CODE", "Say which country an actor belongs to: DE", 2),
		d.verb(graph.Ignore, "ignore A...", "There is no such actor, treaty or event", 1),
		d.undo(), d.list(), d.apply())
	return cmd
}

// verb is the command of one kind of decision.
func (d *deciding) verb(verb graph.Verb, use, short string, least int) *cobra.Command {
	cmd := &cobra.Command{Use: use, Short: short,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < least || least == 2 && verb != graph.Merge && verb != graph.Apart && len(args) > 2 {
				return fmt.Errorf("%s: want %s", verb, strings.TrimPrefix(use, string(verb)+" "))
			}
			return nil
		},
		RunE: d.run(func(ctx context.Context, args []string) error { return d.take(ctx, verb, args) }),
	}
	cmd.Flags().StringVar(&d.why, "why", "", "the reason, for those who read the file")
	cmd.Flags().StringVar(&d.who, "who", "", "who decides (default: your user name)")
	return cmd
}

// take writes a decision down and carries it out.
func (d *deciding) take(ctx context.Context, verb graph.Verb, args []string) error {
	store, err := d.openExisting(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	one := newDecision(verb, d.who, d.why)
	if verb == graph.Rename || verb == graph.Country {
		one.To, args = args[1], args[:1]
	}
	for _, name := range args {
		of, err := subjects(ctx, store, name)
		if err != nil {
			return err
		}
		if verb == graph.Apart {
			of = of[:1] // all that is listed is parted, and an event's own reports belong together
		}
		one.Of = append(one.Of, of...)
	}
	return d.add(ctx, store, one)
}

func (d *deciding) add(ctx context.Context, store graph.Store, one graph.Decision) error {
	if err := d.follow(ctx, store); err != nil {
		return err
	}
	list, err := decisions.Add(d.file.name(), one)
	if err != nil {
		return err
	}
	sum, err := graph.Decide(ctx, store, list)
	if err != nil {
		return fmt.Errorf("the decision is in %s, but not in the graph (try: entente decide apply): %w", d.file.name(), err)
	}
	return d.tell("Decision %s is in %s; %s. Take it back: entente decide undo %s\n",
		one.ID(), d.file.name(), readAnew(sum), one.ID())
}

// readAnew says what carrying out decisions came to.
func readAnew(sum graph.Summary) string {
	if sum.Written+sum.Deleted == 0 {
		return "nothing in the graph changes"
	}
	return fmt.Sprintf("%s written, %s deleted", count(sum.Written, "element"), count(sum.Deleted, "element"))
}

// follow warns when the graph follows other decisions than those of the file.
func (d *deciding) follow(ctx context.Context, store graph.Store) error {
	stored, err := graph.Decisions(ctx, store)
	if err != nil {
		return err
	}
	written, err := d.file.read()
	if err != nil {
		return err
	}
	ids := func(list []graph.Decision) (all []string) {
		for _, one := range list {
			all = append(all, one.ID())
		}
		return all
	}
	if len(stored) > 0 && !slices.Equal(ids(stored), ids(written)) {
		d.say("The graph followed other decisions than those of %s; from now on it follows these.", d.file.name())
	}
	return nil
}

func (d *deciding) undo() *cobra.Command {
	return &cobra.Command{
		Use: "undo [DECISION]", Short: "Take a decision back: the last one, or that with the id",
		Args: cobra.MaximumNArgs(1),
		RunE: d.run(func(ctx context.Context, args []string) error {
			written, err := d.file.read()
			if err != nil {
				return err
			}
			if len(written) == 0 {
				return fmt.Errorf("there is no decision in %s to take back", d.file.name())
			}
			id := written[len(written)-1].ID()
			if len(args) > 0 {
				id = args[0]
			}
			store, err := d.openExisting(ctx)
			if err != nil {
				return err
			}
			defer store.Close()
			gone, left, err := decisions.Remove(d.file.name(), id)
			if err != nil {
				return err
			}
			sum, err := graph.Decide(ctx, store, left)
			if err != nil {
				return fmt.Errorf("the decision is out of %s, but not of the graph (try: entente decide apply): %w", d.file.name(), err)
			}
			return d.tell("Took back %s: %s; %s.\n", id, sentence(gone), readAnew(sum))
		}),
	}
}

func (d *deciding) list() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List the decisions of the file",
		Args: cobra.NoArgs,
		RunE: d.run(func(context.Context, []string) error {
			written, err := d.file.read()
			if err != nil {
				return err
			}
			rows := make([][]any, len(written))
			for i, one := range written {
				rows[i] = []any{one.ID(), one.When, one.Who, sentence(one), one.Why}
			}
			return d.print([]string{"id", "when", "who", "decision", "why"}, rows)
		}),
	}
}

func (d *deciding) apply() *cobra.Command {
	return &cobra.Command{
		Use: "apply", Short: "Carry out in the graph what the file holds, after editing it",
		Args: cobra.NoArgs,
		RunE: d.run(func(ctx context.Context, _ []string) error {
			store, err := d.openExisting(ctx)
			if err != nil {
				return err
			}
			defer store.Close()
			written, err := decisions.Read(d.file.name())
			if err != nil {
				return err
			}
			sum, err := graph.Decide(ctx, store, written)
			if err != nil {
				return err
			}
			return d.tell("The graph follows %s of %s; %s.\n", count(len(written), "decision"), d.file.name(), readAnew(sum))
		}),
	}
}

// sentence says in words what a decision is.
func sentence(d graph.Decision) string {
	of := make([]string, len(d.Of))
	for i, s := range d.Of {
		of[i] = s.String()
	}
	switch all := strings.Join(of, ", "); d.Verb {
	case graph.Merge:
		return all + " are one"
	case graph.Apart:
		return all + " are never one"
	case graph.Rename:
		return all + " is called " + d.To
	case graph.Country:
		return all + " belongs to " + d.To
	default:
		return all + " is to be ignored"
	}
}

var (
	subjectByName = graph.Query{
		Cypher: `MATCH (n) WHERE (n:Actor OR n:Treaty) AND (n.id = $name OR toLower(n.name) = toLower($name)
			OR any(x IN n.aliases WHERE toLower(x) = toLower($name))) RETURN n.id AS id, n.name AS name ORDER BY id`,
		SQL: `SELECT id, name FROM (SELECT id, name, aliases FROM actor UNION ALL SELECT id, name, aliases FROM treaty) n
			WHERE id = $name OR lower(name) = lower($name)
			OR EXISTS (SELECT 1 FROM json_each(n.aliases) WHERE lower(value) = lower($name)) ORDER BY id`,
		Columns: []string{"id", "name"},
	}
	wordsOfEvent = graph.Query{
		Cypher: `MATCH (a:Article)-[:MAKES]->(c:Claim)-[:ABOUT]->(e:Event {id: $name})
			RETURN a.id AS article, c.quote AS quote, e.type AS type ORDER BY article, c.start, c.id`,
		SQL: `SELECT m.start_id AS article, c.quote AS quote, e.type AS type FROM event e JOIN about b ON b.end_id = e.id
			JOIN claim c ON c.id = b.start_id JOIN makes m ON m.end_id = c.id WHERE e.id = $name ORDER BY article, c.start, c.id`,
		Columns: []string{"article", "quote", "type"},
	}
)

// subjects are what a decision that names something is about: an actor or a
// treaty, or the first words of every article that tells of an event.
func subjects(ctx context.Context, store graph.Store, name string) ([]graph.Subject, error) {
	if strings.HasPrefix(name, "event:") {
		return eventSubjects(ctx, store, name)
	}
	rows, err := store.Query(ctx, subjectByName, map[string]any{"name": name})
	if err != nil {
		return nil, fmt.Errorf("look for %s: %w", name, err)
	}
	var found []string
	for _, row := range rows.Values {
		if row[0] == name {
			return []graph.Subject{{ID: name}}, nil
		}
		found = append(found, row[0].(string))
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("no actor or treaty in the graph is called %q: see \"entente query actors\" and \"entente query treaties\"", name)
	case 1:
		return []graph.Subject{{ID: found[0]}}, nil
	}
	return nil, fmt.Errorf("%q may be any of %s: give the id", name, strings.Join(found, ", "))
}

func eventSubjects(ctx context.Context, store graph.Store, id string) ([]graph.Subject, error) {
	rows, err := store.Query(ctx, wordsOfEvent, map[string]any{"name": id})
	if err != nil {
		return nil, fmt.Errorf("look for %s: %w", id, err)
	}
	if len(rows.Values) == 0 {
		return nil, fmt.Errorf("no event in the graph has the id %s", id)
	}
	var all []graph.Subject
	for _, row := range rows.Values {
		s := graph.Subject{Article: row[0].(string), Quote: row[1].(string), Type: entente.EventType(row[2].(string))}
		if len(all) == 0 || all[len(all)-1].Article != s.Article {
			all = append(all, s)
		}
	}
	return all, nil
}
