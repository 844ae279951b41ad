// Package export writes a graph in the forms that other programs read: one file
// of this package a form. What is read from the store is passed on as it comes,
// so that memory doesn't grow with the graph.
//
// Names, quotes and ids come from articles and are trusted nowhere: each form
// escapes them in its own way, and they never become a label, a type, a file's
// name or a statement.
//
// Write writes to a stream; the one format that is a folder, as Format.Folder tells, is
// for WriteFolder.
package export

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"github.com/entente-graph/entente/graph"
)

// Format is a form to write a graph in.
type Format string

// The formats.
const (
	JSONL    Format = "jsonl"     // all of it, in a fixed order, to keep or compare
	GraphML  Format = "graphml"   // Gephi, yEd, networkx
	CSV      Format = "csv"       // R, pandas, a spreadsheet: a row an event
	Cypher   Format = "cypher"    // cypher-shell, Neo4j Browser
	FTM      Format = "ftm"       // FollowTheMoney entities: Aleph, OpenSanctions
	Neo4jCSV Format = "neo4j-csv" // neo4j-admin database import full: a folder of files
)

// Formats lists every format.
func Formats() []Format { return []Format{JSONL, GraphML, CSV, Cypher, FTM, Neo4jCSV} }

// ParseFormat gives the format of that name.
func ParseFormat(name string) (Format, error) {
	list := ""
	for _, f := range Formats() {
		if string(f) == name {
			return f, nil
		}
		list += ", " + string(f)
	}
	return "", fmt.Errorf("unknown format %q: want one of %s", name, list[2:])
}

// Folder reports whether the format is a folder, for WriteFolder, rather than
// one stream, for Write.
func (f Format) Folder() bool { return f == Neo4jCSV }

// Write writes the graph in a format that is one stream. Equal graphs give equal
// bytes, from whichever store. What was written before an error is of no use;
// graph.ErrConflict is the error if the graph was changed meanwhile.
func Write(ctx context.Context, s graph.Store, f Format, w io.Writer) error {
	var write func(context.Context, graph.Store, *bufio.Writer) error
	switch f {
	case JSONL:
		write = func(ctx context.Context, s graph.Store, w *bufio.Writer) error { return graph.WriteJSONL(ctx, s, w) }
	case GraphML:
		write = graphML
	case CSV:
		write = eventsCSV
	case Cypher:
		write = cypher
	case FTM:
		write = ftm
	default:
		return fmt.Errorf("export: %s is no stream", f)
	}
	return unchanged(ctx, s, func(graph.State) error {
		b := bufio.NewWriter(w)
		if err := write(ctx, s, b); err != nil {
			return err
		}
		return b.Flush()
	})
}

// WriteFolder writes the graph, the program's own properties included, into an
// existing, empty folder for "neo4j-admin database import full": one file of
// nodes a set of labels, one of relationships a type, ImportArgs with the
// options, SchemaFile with the constraints to make afterwards.
func WriteFolder(ctx context.Context, s graph.Store, dir string) error {
	return unchanged(ctx, s, func(state graph.State) error { return neo4jCSV(ctx, s, state, dir) })
}

// unchanged makes sure that all of what write reads is one state of the graph,
// though it may read in several transactions.
func unchanged(ctx context.Context, s graph.Store, write func(graph.State) error) error {
	before, err := s.Read(ctx, graph.Keys{})
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if err := write(before); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	after, err := s.Read(ctx, graph.Keys{})
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if after.Version != before.Version {
		return fmt.Errorf("export: %w while it was read: export again", graph.ErrConflict)
	}
	return nil
}

// shown lists the properties of a kind that others may see.
func shown(k graph.Kind) []graph.Property {
	var list []graph.Property
	for _, p := range k.Properties {
		if !p.Hidden() {
			list = append(list, p)
		}
	}
	return list
}

// kinds gives the descriptions of the graph by name.
func kinds() map[string]graph.Kind {
	all := map[string]graph.Kind{}
	for _, k := range graph.Kinds() {
		all[k.Name] = k
	}
	return all
}
