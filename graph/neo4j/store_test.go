package neo4j_test

import (
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

func TestStore(t *testing.T) {
	server := neo4jtest.Start(t)
	graphtest.Run(t, func(t *testing.T) graph.Store {
		server.Wipe(t)
		s, err := neo4j.Open(t.Context(), neo4j.Config{URL: server.URL, Username: server.Username, Password: server.Password})
		if err != nil {
			t.Fatal(err)
		}
		return s
	})
}

func TestOpenErrors(t *testing.T) {
	for _, test := range []struct{ url, want string }{
		{"bolt://localhost:1", "docker compose up -d"},
		{"neo4j://localhost:1", "docker compose up -d"},
		{"http://localhost:7474", "want neo4j://HOST:PORT"},
		{"bolt://", ""},
	} {
		_, err := neo4j.Open(t.Context(), neo4j.Config{URL: test.url, Username: "neo4j", Password: "hunter2"})
		if err == nil {
			t.Errorf("%s opens", test.url)
			continue
		}
		t.Log(err)
		if !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: error %q", test.url, err)
		}
	}
}
