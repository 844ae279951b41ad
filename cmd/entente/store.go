package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"strings"

	"github.com/spf13/pflag"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/sqlite"
)

const defaultDB = "sqlite:entente.db"

// address is where the graph is: what --db says, else the environment.
func (a *app) address() string {
	return cmp.Or(a.db, os.Getenv("ENTENTE_DB"), os.Getenv("NEO4J_URI"), defaultDB)
}

// fileAddress is the address of the graph to push: unlike others it isn't taken
// from NEO4J_URI, which more likely says where to push to.
func (a *app) fileAddress() string {
	return cmp.Or(a.db, os.Getenv("ENTENTE_DB"), defaultDB)
}

// open opens the graph at the address, and makes it when it isn't there.
// Beside says that a database which holds other data will do, too.
func open(ctx context.Context, address string, beside bool) (graph.Store, error) {
	scheme, rest, ok := strings.Cut(address, ":")
	if !ok || strings.Contains(scheme, "@") {
		return nil, usage("no graph can be at %q: want sqlite:FILE or neo4j://HOST:PORT", public(address))
	}
	switch scheme {
	case "sqlite":
		if rest == "" {
			return nil, usage("no graph can be at %q: want sqlite:FILE", address)
		}
		return sqlite.Open(ctx, rest)
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
		c, err := database(address)
		if err != nil {
			return nil, err
		}
		c.Beside = beside
		return neo4j.Open(ctx, c)
	}
	return nil, usage("no graph can be at %q: unknown kind of store %q: want sqlite:FILE or neo4j://HOST:PORT", public(address), scheme)
}

// public is an address that may hold a password, as messages may show it.
func public(address string) string {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return address
	}
	scheme, _, ok := strings.Cut(address, "://")
	if !ok || strings.Contains(scheme, "@") {
		return "…" + address[at:]
	}
	return scheme + "://…" + address[at:]
}

// database says how to reach the Neo4j database at the address. What is wrong with
// an address is said without it, for a part of it may be a password.
func database(address string) (neo4j.Config, error) {
	if strings.Contains(address, "@") {
		return neo4j.Config{}, usage("give user and password by NEO4J_USERNAME and NEO4J_PASSWORD, not in the graph's address")
	}
	if u, err := url.Parse(address); err != nil || u.Host == "" {
		return neo4j.Config{}, usage("the graph's address can't be read: want neo4j://HOST:PORT")
	}
	return neo4j.Config{
		URL:      address,
		Username: os.Getenv("NEO4J_USERNAME"),
		Password: os.Getenv("NEO4J_PASSWORD"),
		Database: os.Getenv("NEO4J_DATABASE"),
	}, nil
}

func (a *app) besideFlag(f *pflag.FlagSet) {
	f.BoolVar(&a.beside, "beside", false, "begin a graph in a Neo4j database that holds other data, too, and leave that as it is")
}

// openExisting opens the graph that was asked for, to read it or to change what
// is in it; a file that isn't there is an error.
func (a *app) openExisting(ctx context.Context) (graph.Store, error) {
	return openThere(ctx, a.address())
}

func openThere(ctx context.Context, address string) (graph.Store, error) {
	if file, missing := missingFile(address); missing {
		return nil, fmt.Errorf("there is no graph in %s: load articles with \"entente load FOLDER\", or name another graph with --db", file)
	}
	return open(ctx, address, false)
}

// missingFile gives the file that the address names, and whether it isn't there.
func missingFile(address string) (string, bool) {
	file, ok := strings.CutPrefix(address, "sqlite:")
	if !ok || file == "" {
		return "", false
	}
	_, err := os.Stat(file)
	return file, errors.Is(err, fs.ErrNotExist)
}
