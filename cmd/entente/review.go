package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/decisions"
)

func (a *app) review() *cobra.Command {
	var file decisionsFile
	limit := 0
	cmd := &cobra.Command{
		Use:   "review",
		Short: "Walk through the doubtful pairs and decide, one key each",
		Long: `Walk through the pairs that the graph is least sure of, the most doubtful first:
events that just miss being one or just make it, and actors that may be one by their
names. For each, the evidence is shown side by side, and one key decides:

  y  they are one        n  they are not        s  skip        q  stop

Decisions go into the file at once and into the graph at the end; what is decided
isn't asked again, what was skipped is. Keys are also read from standard input.
With --format json, jsonl or csv the pairs are listed and nothing is asked.`,
		Args: cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			store, err := a.openExisting(ctx)
			if err != nil {
				return err
			}
			defer store.Close()
			if err := a.carryOut(ctx, store, file); err != nil {
				return err
			}
			doubts, err := graph.Doubts(ctx, store)
			if err != nil {
				return err
			}
			if limit > 0 && len(doubts) > limit {
				doubts = doubts[:limit]
			}
			r := reviewer{app: a, store: store, file: file, total: len(doubts)}
			if display.Format(a.format) != display.Table {
				return r.list(ctx, doubts)
			}
			return r.walk(ctx, doubts)
		}),
	}
	cmd.Flags().IntVar(&limit, "limit", 0, "pairs at most (0 for all)")
	file.flag(cmd.Flags())
	return cmd
}

// reviewer shows doubts and takes decisions.
type reviewer struct {
	*app
	store graph.Store
	file  decisionsFile
	total int
}

// shown is what a person sees of one side of a doubt.
type shown struct {
	name   string
	quotes []string // with outlet and date
}

func (r *reviewer) list(ctx context.Context, doubts []graph.Doubt) error {
	rows := make([][]any, len(doubts))
	for i, d := range doubts {
		a, err := r.show(ctx, d.A)
		if err != nil {
			return err
		}
		b, err := r.show(ctx, d.B)
		if err != nil {
			return err
		}
		rows[i] = []any{strings.ToLower(d.Label), d.One, d.Reason, d.A.ID, a.name, list(a.quotes), d.B.ID, b.name, list(b.quotes)}
	}
	return r.print([]string{"kind", "one", "reason", "a", "aName", "aQuotes", "b", "bName", "bQuotes"}, rows)
}

// walk asks about one doubt after the other, and carries out what was decided.
func (r *reviewer) walk(ctx context.Context, doubts []graph.Doubt) error {
	if len(doubts) == 0 {
		r.say("Nothing is doubtful.")
		return nil
	}
	decided := 0
	for i, d := range doubts {
		key, err := r.ask(ctx, i, d)
		if errors.Is(err, io.EOF) || key == 'q' {
			break
		}
		if err != nil {
			return err
		}
		if key == 's' {
			continue
		}
		if err := r.decideOn(ctx, d, key == 'y'); err != nil {
			r.say("Not decided: %v", err)
			continue
		}
		decided++
	}
	if decided > 0 {
		written, err := decisions.Read(r.file.name())
		if err != nil {
			return err
		}
		if _, err := graph.Decide(ctx, r.store, written); err != nil {
			return fmt.Errorf("the decisions are in %s, but not in the graph (try: entente decide apply): %w", r.file.name(), err)
		}
	}
	_, err := fmt.Fprintf(r.stdout, "%s; see: entente decide list\n", count(decided, "decision"))
	return err
}

// ask shows a doubt and waits for a key that answers it.
func (r *reviewer) ask(ctx context.Context, i int, d graph.Doubt) (byte, error) {
	a, err := r.show(ctx, d.A)
	if err != nil {
		return 0, err
	}
	b, err := r.show(ctx, d.B)
	if err != nil {
		return 0, err
	}
	fmt.Fprintf(r.stdout, "\n%d of %d: %s\n", i+1, r.total, display.Clean(d.Reason))
	rows := [][]any{{display.Clean(a.name), display.Clean(b.name)}}
	for k := range max(len(a.quotes), len(b.quotes)) {
		row := []any{nil, nil}
		for side, quotes := range [][]string{a.quotes, b.quotes} {
			if k < len(quotes) {
				row[side] = quotes[k]
			}
		}
		rows = append(rows, row)
	}
	if err := display.Rows(r.stdout, display.Table, r.width(), []string{"this", "and this"}, rows); err != nil {
		return 0, err
	}
	fmt.Fprint(r.stdout, "One? [y]es [n]o [s]kip [q]uit: ")
	for {
		key, err := r.key()
		if err != nil {
			fmt.Fprintln(r.stdout)
			return 0, err
		}
		if strings.IndexByte("ynsq", key) >= 0 {
			fmt.Fprintf(r.stdout, "%c\n", key)
			return key, nil
		}
	}
}

// key reads one key, without waiting for a whole line where stdin is a terminal.
func (r *reviewer) key() (byte, error) {
	if f, ok := r.stdin.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		before, err := term.MakeRaw(int(f.Fd()))
		if err != nil {
			return 0, err
		}
		defer term.Restore(int(f.Fd()), before)
	}
	var one [1]byte
	_, err := io.ReadFull(r.stdin, one[:])
	if one[0] == 3 || one[0] == 4 { // Ctrl-C, Ctrl-D
		return 'q', nil
	}
	return one[0], err
}

func (r *reviewer) decideOn(ctx context.Context, d graph.Doubt, one bool) error {
	words := func(claim string) (graph.Subject, error) {
		rows, err := r.store.Query(ctx, claimByID, map[string]any{"id": claim})
		if err == nil && len(rows.Values) == 0 {
			err = errors.New("it is no longer there")
		}
		if err != nil {
			return graph.Subject{}, fmt.Errorf("look for %s: %w", claim, err)
		}
		v := rows.Values[0]
		return graph.Subject{Article: v[0].(string), Quote: v[1].(string), Type: entente.EventType(v[2].(string))}, nil
	}
	verb := graph.Apart
	if one {
		verb = graph.Merge
	}
	decision := newDecision(verb, "", "review: "+d.Reason)
	for _, side := range []graph.Side{d.A, d.B} {
		of, err := side.Subjects(words)
		if err != nil {
			return err
		}
		if !one {
			of = of[:1]
		}
		decision.Of = append(decision.Of, of...)
	}
	_, err := decisions.Add(r.file.name(), decision)
	return err
}

var (
	claimByID = graph.Query{
		Cypher: `MATCH (a:Article)-[:MAKES]->(c:Claim {id: $id})-[:ABOUT]->(e:Event)
			RETURN a.id AS article, c.quote AS quote, e.type AS type, coalesce(a.outlet, a.path, a.id) AS outlet, a.published AS published`,
		SQL: `SELECT a.id AS article, c.quote AS quote, e.type AS type, coalesce(a.outlet, a.path, a.id) AS outlet, a.published AS published
			FROM claim c JOIN makes m ON m.end_id = c.id JOIN article a ON a.id = m.start_id
			JOIN about b ON b.start_id = c.id JOIN event e ON e.id = b.end_id WHERE c.id = $id`,
		Columns: []string{"article", "quote", "type", "outlet", "published"},
	}
	wordsOfActor = graph.Query{
		Cypher: `MATCH (x:Actor {id: $id}) OPTIONAL MATCH (x)-[:INITIATED]-(e1:Event) OPTIONAL MATCH (e2:Event)-[:TARGETED]->(x)
			WITH collect(DISTINCT e1) + collect(DISTINCT e2) AS events UNWIND events AS e
			MATCH (a:Article)-[:MAKES]->(c:Claim)-[:ABOUT]->(e)
			RETURN DISTINCT c.quote AS quote, coalesce(a.outlet, a.path, a.id) AS outlet, a.published AS published, c.id AS id
			ORDER BY published, id LIMIT 3`,
		SQL: `SELECT DISTINCT c.quote AS quote, coalesce(a.outlet, a.path, a.id) AS outlet, a.published AS published, c.id AS id
			FROM (SELECT end_id AS event FROM initiated WHERE start_id = $id UNION SELECT start_id FROM targeted WHERE end_id = $id) x
			JOIN about b ON b.end_id = x.event JOIN claim c ON c.id = b.start_id JOIN makes m ON m.end_id = c.id
			JOIN article a ON a.id = m.start_id ORDER BY published IS NULL, published, id LIMIT 3`,
		Columns: []string{"quote", "outlet", "published", "id"},
	}
)

// show gives what is known of a side: an event's words, or what an actor takes part in.
func (r *reviewer) show(ctx context.Context, side graph.Side) (shown, error) {
	s := shown{name: side.Name}
	tell := func(quote, outlet, published any) {
		from := fmt.Sprint(outlet)
		if published != nil {
			from += ", " + fmt.Sprint(published)
		}
		s.quotes = append(s.quotes, fmt.Sprintf("%v (%s)", quote, from))
	}
	if len(side.Claims) == 0 {
		rows, err := r.store.Query(ctx, wordsOfActor, map[string]any{"id": side.ID})
		if err != nil {
			return s, fmt.Errorf("look for %s: %w", side.ID, err)
		}
		for _, v := range rows.Values {
			tell(v[0], v[1], v[2])
		}
		return s, nil
	}
	for _, c := range side.Claims {
		rows, err := r.store.Query(ctx, claimByID, map[string]any{"id": c})
		if err != nil {
			return s, fmt.Errorf("look for %s: %w", c, err)
		}
		for _, v := range rows.Values {
			tell(v[1], v[3], v[4])
		}
	}
	return s, nil
}
