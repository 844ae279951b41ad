package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/sqlite"
)

// The server says where it is, finds things by the canned query, and ends when it is
// interrupted, which is no failure.
func TestServe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "graph.db")
	store, err := sqlite.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	graphtest.Load(t, store, extractSamples(t), 100)
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	out, in := io.Pipe()
	ended := make(chan int)
	go func() {
		ended <- do([]string{"serve", "--db", "sqlite:" + file, "--port", "0"}, nil, in, in)
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	_, address, _ := strings.Cut(strings.TrimSuffix(line, " (Ctrl-C ends it)\n"), " at ")
	if !strings.HasPrefix(address, "http://127.0.0.1:") {
		t.Fatalf("it says %q", line)
	}
	for path, want := range map[string]string{"": "<!doctype html>", "data": `"events":[`, "search?text=Skripal": `"kind":"quote"`,
		"search?text=inf+treaty": `[{"kind":"treaty","id":"treaty:inf-treaty"`, "search?text=+": "[]"} {
		resp, err := http.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || !strings.Contains(string(body), want) {
			t.Errorf("%s: %.200s, error %v", path, body, err)
		}
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	if err := self.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if status := <-ended; status != statusDone {
		t.Errorf("status %d when interrupted", status)
	}
}
