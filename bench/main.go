// Bench measures what an analyst waits for, and prints it as tables: reading
// articles, loading their graph into both stores beside the fastest that each store
// can write, loading it again, every canned query, and memory.
//
//	go run ./graph/neo4j/neo4jtest/serve go run ./bench
//
// make bench writes what it prints into docs/BENCHMARKS.md. Without a server at
// NEO4J_URI, which is emptied, it measures SQLite alone and says so.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"text/tabwriter"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph/graphtest"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("bench: ")
	articles := flag.Int("articles", 100_000, "how many articles the graph is made of")
	whole := flag.Int("whole", 100_000, "how many articles are read, extracted from and loaded as one command, to see what memory that takes; 0 for none")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Stdout, *articles, *whole); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, out io.Writer, articles, whole int) error {
	folder, err := os.MkdirTemp("", "entente-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	defer t.Flush()
	fmt.Fprintf(t, "machine\t%s\n", machine())
	if whole > 0 { // first, for Linux counts what this program has at that time as the command's
		if err := memory(ctx, t, folder, whole); err != nil {
			return fmt.Errorf("measure memory: %w", err)
		}
	}
	if err := extraction(ctx, t); err != nil {
		return fmt.Errorf("measure extraction: %w", err)
	}
	records := graphtest.Generate(1, articles)
	slices.SortStableFunc(records, func(a, b entente.Record) int { // news is loaded as it comes
		return cmp.Compare(a.Article.Published, b.Article.Published)
	})
	if err := measure(ctx, t, &file{path: filepath.Join(folder, "graph.db")}, records); err != nil {
		return fmt.Errorf("measure SQLite: %w", err)
	}
	s, err := connect()
	if err != nil {
		return err
	}
	if s == nil {
		fmt.Fprintln(t, "Neo4j\tNOT MEASURED: NEO4J_URI names no server")
		return nil
	}
	if err := measure(ctx, t, s, records); err != nil {
		return fmt.Errorf("measure Neo4j: %w", err)
	}
	return nil
}
