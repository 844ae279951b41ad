// Package neo4jtest gives tests a real Neo4j server: the one that NEO4J_URI
// names, else one of its own that it starts with Docker, or with Java 17 and
// Maven. Where there is none of these, tests are skipped aloud, or fail if
// ENTENTE_REQUIRE_NEO4J is 1.
package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// ErrNone says that there is no Neo4j server and no means to start one.
var ErrNone = errors.New("no Neo4j: set NEO4J_URI, or install Docker, or Java 17 and Maven")

// Server is a running Neo4j server.
type Server struct {
	URL      string // neo4j:// or bolt://
	Username string // "" when it asks for none
	Password string
	Browser  string // where Neo4j Browser is, "" when not known
}

// started is the server that this process has started, for all of its tests. It
// ends with the process, or when nothing refers to stop any more.
var started = sync.OnceValues(func() (running, error) {
	s, stop, err := Launch(context.Background())
	return running{s, stop}, err
})

type running struct {
	Server
	stop func()
}

// Start gives the test a server for itself until it ends: tests of other
// processes wait. The server's database is one for tests: empty when the first
// test came, and marked by it. A database that holds anything else is refused,
// for tests wipe it.
func Start(t testing.TB) Server {
	t.Helper()
	s, err := FromEnvironment(), error(nil)
	if s.URL == "" {
		var r running
		r, err = started()
		s = r.Server
	}
	need(t, err)
	s.reserve(t)
	return s
}

// Own gives the test a server of its own, which runs and asks for the password, of the
// user neo4j, unless that is "". Settings are lines of neo4j.conf to add. Tests that need
// nothing of this are better served by Start.
func Own(t testing.TB, password string, settings ...string) *Instance {
	t.Helper()
	i, err := NewInstance(t.Context(), password, settings...)
	need(t, err)
	t.Cleanup(i.Remove)
	if err := i.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	return i
}

// need ends a test that can't have what it asked for.
func need(t testing.TB, err error) {
	t.Helper()
	if errors.Is(err, ErrNone) && os.Getenv("ENTENTE_REQUIRE_NEO4J") != "1" {
		t.Skip("NOT TESTED ON NEO4J: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// FromEnvironment is the server that NEO4J_URI names; its URL is "" if none.
func FromEnvironment() Server {
	return Server{URL: os.Getenv("NEO4J_URI"), Username: os.Getenv("NEO4J_USERNAME"), Password: os.Getenv("NEO4J_PASSWORD")}
}

// reserve marks an empty database as one for tests, and locks the mark until the
// test ends. The lock is an open transaction, so it can't outlive the process.
func (s Server) reserve(t testing.TB) {
	t.Helper()
	driver := s.driver(t)
	t.Cleanup(func() { driver.Close(context.Background()) })
	found, err := neo4j.ExecuteQuery(t.Context(), driver,
		"OPTIONAL MATCH (m:EntenteTest) WITH count(m) AS marks MATCH (n) RETURN marks, count(n) AS nodes", nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatalf("look into %s: %v", s.URL, err)
	}
	if len(found.Records) > 0 && found.Records[0].Values[0] == int64(0) {
		t.Fatalf("the database at %s holds %v nodes: tests would delete them, give an empty one", s.URL, found.Records[0].Values[1])
	}
	_, err = neo4j.ExecuteQuery(t.Context(), driver, "CREATE CONSTRAINT EntenteTest_id IF NOT EXISTS FOR (n:EntenteTest) REQUIRE n.id IS UNIQUE",
		nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	session := driver.NewSession(t.Context(), neo4j.SessionConfig{})
	tx, err := session.BeginTransaction(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	result, err := tx.Run(t.Context(), "MERGE (m:EntenteTest {id: 'lock'}) SET m.locked = true", nil)
	if err == nil {
		_, err = result.Consume(t.Context())
	}
	if err != nil {
		t.Fatalf("wait for other tests on %s: %v", s.URL, err)
	}
	t.Cleanup(func() {
		if err := tx.Commit(context.Background()); err != nil {
			t.Error(err)
		}
		session.Close(context.Background())
	})
}

// Wipe empties the database, which Start has found to be one for tests.
func (s Server) Wipe(t testing.TB) {
	t.Helper()
	s.Run(t, "MATCH (n) WHERE NOT n:EntenteTest DETACH DELETE n")
}

// Run runs a statement and gives the values of its rows.
func (s Server) Run(t testing.TB, statement string) [][]any {
	t.Helper()
	driver := s.driver(t)
	defer driver.Close(t.Context())
	answer, err := neo4j.ExecuteQuery(t.Context(), driver, statement, nil, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	var rows [][]any
	for _, r := range answer.Records {
		rows = append(rows, r.Values)
	}
	return rows
}

func (s Server) driver(t testing.TB) neo4j.DriverWithContext {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(s.URL, s.auth())
	if err != nil {
		t.Fatal(fmt.Errorf("connect to %s: %w", s.URL, err))
	}
	return driver
}

func (s Server) auth() neo4j.AuthToken {
	if s.Username == "" {
		return neo4j.NoAuth()
	}
	return neo4j.BasicAuth(s.Username, s.Password, "")
}
