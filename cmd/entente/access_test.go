package main

import (
	"net"
	"strings"
	"testing"
	"time"

	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

// A server that can't be used is told from one that can within seconds, with what to
// do about it, and nothing is written.
func TestFaultWrongAccess(t *testing.T) {
	const password = "hunter2-and-more"
	silent := listen(t, func(c net.Conn) {})
	chatty := listen(t, func(c net.Conn) { c.Write([]byte("220 smtp ready\r\n")) })
	type access struct{ name, url, password, want string }
	tests := []access{
		{"no server", "neo4j://localhost:1", password, "docker compose up -d"},
		{"no server, bolt", "bolt://localhost:1", password, "docker compose up -d"},
		{"no such host", "bolt://nowhere.invalid:7687", password, "check host, port and scheme"},
		{"wrong scheme", "http://localhost:7474", password, "want sqlite:FILE or neo4j://HOST:PORT"},
		{"a broken address", "neo4j://local host:1", password, "address can't be read"},
		{"a server that says nothing", "bolt://" + silent, password, "is this its Bolt address?"},
		{"another kind of server", "bolt://" + chatty, password, "want neo4j://HOST:PORT"},
	}
	if manyFaults {
		server := neo4jtest.Own(t, password)
		browser := strings.TrimSuffix(strings.TrimPrefix(server.Browser, "http://"), "/browser/")
		tests = append(tests,
			access{"wrong password", server.URL, "not it", "user name or password refused"},
			access{"no password", server.URL, "", "user name or password refused"},
			access{"an old server", neo4jtest.Old(t).URL, "", "too old"},
			access{"TLS where there is none", strings.Replace(server.URL, "bolt:", "bolt+s:", 1), password, "leave out the +s"},
			access{"the port of its Browser", "bolt://" + browser, password, "http endpoint"})
		defer func() {
			if nodes := server.Run(t, "MATCH (n) RETURN count(n)"); nodes[0][0] != int64(0) {
				t.Errorf("%v nodes were written", nodes[0][0])
			}
		}()
	}
	article := news(t, 100)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("NEO4J_USERNAME", "")
			t.Setenv("NEO4J_PASSWORD", test.password)
			begun := time.Now()
			p := load(t, test.url, article)
			status := p.status()
			output := p.said.String() + p.wrote.String()
			t.Logf("%.1f s: %s", time.Since(begun).Seconds(), output)
			if status != statusFailed && status != statusUsage {
				t.Errorf("status %d", status)
			}
			if !strings.Contains(output, test.want) {
				t.Error("the message isn't as it should be")
			}
		})
	}
}

// listen accepts connections, each with a greeting, until the test ends.
func listen(t *testing.T, greet func(net.Conn)) (address string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			greet(c)
		}
	}()
	return l.Addr().String()
}
