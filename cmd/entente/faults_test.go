package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/graph/graphtest"
	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

// These tests do to the program what happens to programs: they kill it, interrupt
// it, start it twice, and take its server away. "make test-faults" does each of it
// many times, for many minutes.
var manyFaults = os.Getenv("ENTENTE_FAULTS") == "1"

func needsFaults(t *testing.T) {
	t.Helper()
	if !manyFaults {
		t.Skip("takes minutes: run by make test-faults")
	}
}

// process is the program on its way.
type process struct {
	*exec.Cmd
	said, wrote bytes.Buffer // stderr and stdout
}

func start(t *testing.T, args ...string) *process {
	t.Helper()
	p := &process{Cmd: exec.Command("entente", args...)}
	p.Stderr, p.Stdout = &p.said, &p.wrote
	p.Dir = t.TempDir()
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Process.Kill() })
	return p
}

// status waits for the program's end and gives its exit status, -1 after a signal.
func (p *process) status() int {
	p.Wait()
	return p.ProcessState.ExitCode()
}

// load starts a load of files.
func load(t *testing.T, address string, files []string, flags ...string) *process {
	t.Helper()
	return start(t, slices.Concat([]string{"load", "--db", address}, flags, files)...)
}

// finish waits for the program's end, which must be a good one.
func finish(t *testing.T, p *process) {
	t.Helper()
	if p.status() != statusDone {
		t.Fatalf("entente %q: %v\n%s", p.Args[1:], p.ProcessState, &p.said)
	}
}

// news writes articles, each of an event that another reports, too, into files of 100.
func news(t *testing.T, articles int) (files []string) {
	t.Helper()
	folder := t.TempDir()
	for first := 0; first < articles; first += 100 {
		var lines bytes.Buffer
		e := json.NewEncoder(&lines)
		for i := range 100 {
			if err := e.Encode(newsItem(first + i)); err != nil {
				t.Fatal(err)
			}
		}
		file := filepath.Join(folder, fmt.Sprintf("news-%05d.jsonl", first))
		if err := os.WriteFile(file, lines.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

func newsItem(i int) map[string]string {
	sides := []string{"Russia", "Ukraine", "Norway", "Japan", "Iran", "Turkey", "Egypt", "Poland", "Kenya", "Peru", "Chad"}
	acts := []string{"expelled two diplomats of", "signed a trade agreement with", "accused the government of",
		"held talks on border security with", "imposed sanctions on", "suspended the extradition treaty with"}
	event := i / 2
	day := time.Date(2019, 1, 1+event%700, 0, 0, 0, 0, time.UTC)
	from, to := sides[event%11], sides[(event+1+event/11%10)%11]
	return map[string]string{
		"id": fmt.Sprintf("article:news-%05d", i), "title": from + " and " + to, "published": day.Format(time.DateOnly), "outlet": fmt.Sprint("Outlet ", i%5),
		"text": fmt.Sprintf("%s %s %s on %s, the Foreign Ministry said. Officials of %s called the step number %d of this kind regrettable and denied that it would last.",
			from, acts[event%len(acts)], to, day.Format("Monday"), to, event),
	}
}

// inBoth runs a test on both stores. Empty gives the address of an empty one.
func inBoth(t *testing.T, test func(t *testing.T, empty func() (address string))) {
	t.Run("SQLite", func(t *testing.T) { test(t, func() string { return newAddress(t) }) })
	t.Run("Neo4j", func(t *testing.T) {
		server := neo4jtest.Start(t)
		t.Setenv("NEO4J_USERNAME", server.Username)
		t.Setenv("NEO4J_PASSWORD", server.Password)
		test(t, func() string {
			server.Wipe(t)
			return server.URL
		})
	})
}

// newAddress is that of a file that isn't there yet.
func newAddress(t *testing.T) string { return "sqlite:" + filepath.Join(t.TempDir(), "graph.db") }

// look opens the graph at an address, checks all of it, and gives its export and how
// many articles it holds.
func look(t *testing.T, address string) (export string, articles int) {
	t.Helper()
	store, err := open(t.Context(), address, false)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	sound(t, store)
	counts, err := graph.Stats(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	return graphtest.Export(t, store), number(counts, graph.Article)
}

func sound(t *testing.T, store graph.Store) {
	t.Helper()
	problems, err := graph.Verify(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) > 0 {
		t.Errorf("%d problems, the first: %v", len(problems), problems[0])
	}
}

// undisturbed gives the export of a load that nothing happens to.
func undisturbed(t *testing.T, files ...string) string {
	t.Helper()
	address := newAddress(t)
	finish(t, load(t, address, files))
	export, _ := look(t, address)
	return export
}

// A load that is killed at any moment leaves whole articles only, and when it is
// started again it ends in the graph that an undisturbed one gives.
func TestFaultKilledLoad(t *testing.T) {
	kills, articles := 2, 1200
	if manyFaults {
		kills, articles = 50, 3000
	}
	files := news(t, articles)
	want := undisturbed(t, files...)
	inBoth(t, func(t *testing.T, empty func() string) {
		random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))
		var took time.Duration
		for range 2 { // the first warms a server up
			begun := time.Now()
			finish(t, load(t, empty(), files))
			took = time.Since(begun)
		}
		address := empty()
		for kill := range kills {
			p := load(t, address, files)
			time.Sleep(time.Duration(random.Int64N(int64(took)))) // after a kill in the middle the next load gets further
			p.Process.Kill()
			p.Wait()
			n := 0
			if _, missing := missingFile(address); !missing {
				_, n = look(t, address)
			}
			t.Logf("kill %d: %d of %d articles", kill+1, n, articles)
			if n == articles || kill == kills-1 {
				finish(t, load(t, address, files))
				got, _ := look(t, address)
				graphtest.Same(t, "killed and loaded again", got, want)
				address = empty()
			}
		}
	})
}

// Who reads while another loads sees whole articles only.
func TestFaultReadingWhileLoading(t *testing.T) {
	files := news(t, 1000)
	address := newAddress(t)
	p := load(t, address, files)
	ended := make(chan int, 1)
	go func() { ended <- p.status() }()
	for looks := 0; ; {
		select {
		case status := <-ended:
			if status != statusDone || looks == 0 {
				t.Errorf("status %d after %d looks: %s", status, looks, &p.said)
			}
			return
		case <-time.After(50 * time.Millisecond):
		}
		if _, missing := missingFile(address); missing {
			continue
		}
		look(t, snapshot(t, address))
		looks++
	}
}

// snapshot copies a file as a reader sees it, and gives the copy's address.
func snapshot(t *testing.T, address string) string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+strings.TrimPrefix(address, "sqlite:")+"?mode=ro&_pragma=busy_timeout(30000)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	copied := filepath.Join(t.TempDir(), "copy.db")
	if _, err := db.ExecContext(t.Context(), "VACUUM INTO ?", copied); err != nil {
		t.Fatal(err)
	}
	return "sqlite:" + copied
}

// Two loads at once of articles that overlap end in the graph of all of them.
func TestFaultTwoLoadsAtOnce(t *testing.T) {
	files := news(t, 900)
	want := undisturbed(t, files...)
	inBoth(t, func(t *testing.T, empty func() string) {
		address := empty()
		var loads []*process
		for _, part := range [][]string{files[:6], files[3:]} {
			loads = append(loads, load(t, address, part))
		}
		for _, p := range loads {
			if p.status() != statusDone || p.said.Len() > 0 {
				t.Errorf("%v: %s", p.ProcessState, &p.said)
			}
		}
		got, _ := look(t, address)
		graphtest.Same(t, "two loads at once", got, want)
	})
}

// An interrupt lets the batch that is being written end and says what is loaded; a
// second one ends the program at once. Either way the graph is sound.
func TestFaultInterrupt(t *testing.T) {
	files := news(t, 3000)
	for _, signals := range []int{1, 2} {
		t.Run(fmt.Sprint(signals), func(t *testing.T) {
			address := newAddress(t)
			p := load(t, address, files)
			wait(t, "articles in the graph", func() bool {
				if _, missing := missingFile(address); missing {
					return false
				}
				_, n := look(t, address)
				return n > 0
			})
			for i := range signals {
				if i > 0 {
					time.Sleep(20 * time.Millisecond) // two that come together are one
				}
				p.Process.Signal(os.Interrupt)
			}
			status := p.status()
			_, n := look(t, address)
			if n == 3000 {
				t.Fatal("it was done before")
			}
			switch {
			case signals == 1 && (status != statusInterrupted || !strings.Contains(p.said.String(), fmt.Sprintf("%d articles went into the graph whole", n))):
				t.Errorf("status %d with %d articles in the graph: %s", status, n, &p.said)
			case signals == 2 && status != statusInterrupted && p.ProcessState.Sys().(syscall.WaitStatus).Signal() != syscall.SIGINT:
				t.Errorf("%v: %s", p.ProcessState, &p.said)
			}
		})
	}
}

// A load outlives its server's being stopped and started again, or says how to go on.
func TestFaultServerStopsAndStarts(t *testing.T) {
	needsFaults(t)
	const articles = 3000
	files := news(t, articles)
	want := undisturbed(t, files...)
	server := neo4jtest.Own(t, "")
	t.Setenv("NEO4J_USERNAME", "")
	for _, patient := range []bool{true, false} {
		server.Run(t, "MATCH (n) DETACH DELETE n")
		limit := "2m"
		if !patient {
			limit = "1s"
		}
		p := load(t, server.URL, files, "--retry-for", limit)
		wait(t, "articles in the graph", func() bool {
			return server.Run(t, "MATCH (a:Article) RETURN count(a)")[0][0].(int64) > 0
		})
		server.Stop()
		if patient {
			time.Sleep(5 * time.Second)
			if err := server.Start(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		status := p.status()
		t.Logf("status %d: %s", status, &p.said)
		if strings.Count(p.said.String(), "The graph can't be reached: waiting up to") != 1 {
			t.Error("stderr doesn't say once that it waits")
		}
		if !patient {
			if status != statusFailed || !strings.Contains(p.said.String(), "Load again to go on") {
				t.Errorf("status %d", status)
			}
			if strings.Count(p.said.String(), graph.ErrUnavailable.Error()) != 2 {
				t.Error("stderr doesn't say why once when it begins to wait and once when it gives up")
			}
			if err := server.Start(t.Context()); err != nil {
				t.Fatal(err)
			}
			finish(t, load(t, server.URL, files))
		} else if status != statusDone || !strings.Contains(p.said.String(), "there again") {
			t.Errorf("status %d", status)
		}
		got, _ := look(t, server.URL)
		graphtest.Same(t, "loaded", got, want)
	}
}

func wait(t *testing.T, what string, done func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	for !done() {
		select {
		case <-ctx.Done():
			t.Fatalf("waited in vain for %s", what)
		case <-time.After(20 * time.Millisecond):
		}
	}
}
