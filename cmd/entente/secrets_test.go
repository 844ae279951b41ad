package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

// A password that no message may hold, nor a part of it that a URL's reader may
// complain about.
const (
	secret     = "correct%zzhorse9"
	secretPart = "horse9"
)

// opening are commands that open a graph; ADDRESS stands for where it is.
var opening = [][]string{
	{"load", "--db", "ADDRESS", "FOLDER/a.txt"}, {"forget", "--db", "ADDRESS", "article:x"}, {"query", "years", "--db", "ADDRESS"}, {"export", "--db", "ADDRESS"},
	{"stats", "--db", "ADDRESS"}, {"verify", "--db", "ADDRESS"}, {"migrate", "--db", "ADDRESS"}, {"push", "--db", "sqlite:FOLDER/a.db", "--to", "ADDRESS"},
	{"diff", "ADDRESS", "sqlite:FOLDER/a.db"}, {"review", "--db", "ADDRESS", "--format", "json"}, {"query", "years", "--as-of", "2020", "--db", "ADDRESS"},
}

// Nothing that is printed when a graph doesn't open has the password.
func TestPasswordInNoAddressIsPrinted(t *testing.T) {
	t.Setenv("NEO4J_PASSWORD", "")
	folder := smallGraph(t)
	for _, address := range []string{
		"neo4j://neo4j:" + secret + "@localhost:1", "bolt+s://:" + secret + "@localhost:1", "neo4j:neo4j:" + secret + "@localhost:1", "bolt://neo4j:" + secret,
		"http://neo4j:" + secret + "@localhost:7474", "neo4j:" + secret + "@localhost", "user:" + secret + "@localhost:7687", secret + "@localhost:7687",
		"neo4j://" + secret + "@[::1", "bolt:" + secret, "neo4j://neo4j:horse9", "bolt://neo4j:p@horse9:x@localhost:1",
	} {
		for _, command := range opening {
			refusesQuietly(t, folder, command, address)
		}
		t.Setenv("NEO4J_URI", address)
		refusesQuietly(t, folder, []string{"stats"}, address)
		t.Setenv("NEO4J_URI", "")
	}
}

// The password of the environment is printed by no command that fails to open.
func TestFaultPasswordIsNotPrinted(t *testing.T) {
	t.Setenv("NEO4J_USERNAME", "neo4j")
	t.Setenv("NEO4J_PASSWORD", secret)
	folder := smallGraph(t)
	addresses := []string{"bolt://localhost:1", "neo4j+s://localhost:1", "http://localhost:7474", "neo4j://"}
	if manyFaults {
		server := neo4jtest.Own(t, "another password").Server
		_, host, _ := strings.Cut(server.URL, "://")
		addresses = append(addresses, server.URL, "bolt+s://"+host, "neo4j+ssc://"+host)
	}
	for _, address := range addresses {
		for _, command := range opening {
			refusesQuietly(t, folder, command, address)
		}
	}
}

// refusesQuietly fails the test if a command opens the graph at the address, or
// prints a part of the password.
func refusesQuietly(t *testing.T, folder string, command []string, address string) {
	t.Helper()
	args := make([]string, len(command))
	for i, arg := range command {
		args[i] = strings.NewReplacer("ADDRESS", address, "FOLDER", folder).Replace(arg)
	}
	var out bytes.Buffer
	if status := do(args, strings.NewReader(""), &out, &out); status == statusDone {
		t.Errorf("%q succeeds: %s", args, out.String())
	}
	if strings.Contains(out.String(), secretPart) || strings.Contains(out.String(), "correct%") {
		t.Errorf("%q prints a part of the password:\n%s", args, out.String())
	}
}

// smallGraph makes a folder with an article, a.txt, and its graph, a.db.
func smallGraph(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	article := filepath.Join(folder, "a.txt")
	if err := os.WriteFile(article, []byte("Two envoys met on Monday in Geneva to talk about the treaty."), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if status := do([]string{"load", "--db", "sqlite:" + filepath.Join(folder, "a.db"), article}, nil, &out, &out); status != statusDone {
		t.Fatalf("load: status %d: %s", status, out.String())
	}
	return folder
}
