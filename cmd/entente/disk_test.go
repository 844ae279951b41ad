package main

import (
	"bytes"
	"database/sql"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/entente-graph/entente/graph/graphtest"
)

// What is no graph, or not any more, is refused with advice, and stays as it is.
func TestFaultUnfitFiles(t *testing.T) {
	articles := news(t, 300)
	whole := newAddress(t)
	finish(t, load(t, whole, articles))
	graphBytes, err := os.ReadFile(strings.TrimPrefix(whole, "sqlite:"))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		make func(file string) error
		want string
	}{
		{"a text", func(file string) error {
			return os.WriteFile(file, []byte(strings.Repeat("Notes for a story. ", 99)), 0o644)
		}, "this is no SQLite database"},
		{"a graph cut off in its first page", func(file string) error { return os.WriteFile(file, graphBytes[:50], 0o644) }, "the file is damaged"},
		{"a graph cut off", func(file string) error { return os.WriteFile(file, graphBytes[:len(graphBytes)/2], 0o644) }, "the file is damaged"},
		{"a graph with a hole", func(file string) error {
			holed := bytes.Clone(graphBytes)
			clear(holed[4096 : len(holed)/2])
			return os.WriteFile(file, holed, 0o644)
		}, "the file is damaged"},
		{"somebody's database", func(file string) error { return execute(file, "CREATE TABLE customer (name TEXT)") }, "isn't a graph of this program"},
		{"a newer graph", func(file string) error {
			if err := os.WriteFile(file, graphBytes, 0o644); err != nil {
				return err
			}
			return execute(file, "PRAGMA user_version = 99")
		}, "a newer version of this program wrote the graph"},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "graph.db")
			if err := test.make(file); err != nil {
				t.Fatal(err)
			}
			before, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, command := range [][]string{append([]string{"load"}, articles...), {"export"}} {
				p := start(t, append(command, "--db", "sqlite:"+file)...)
				if p.status() != statusFailed || !strings.Contains(p.said.String(), test.want) || !strings.Contains(p.said.String(), file) {
					t.Errorf("%s: %v: %s", command[0], p.ProcessState, &p.said)
				}
			}
			if after, err := os.ReadFile(file); err != nil || !bytes.Equal(before, after) {
				t.Errorf("the file has changed: %v", err)
			}
		})
	}
}

func execute(file, statement string) error {
	db, err := sql.Open("sqlite", file)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.Exec(statement)
	return err
}

// A load that runs out of disk fails, keeps what was loaded before, and goes on when
// there is room.
func TestFaultFullDisk(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no limit to the size of files here")
	}
	files := news(t, 1500)
	want := undisturbed(t, files...)
	address := newAddress(t)
	finish(t, load(t, address, files[:5]))
	before, held := look(t, address)

	// A limit on the size of files, in units of 512 bytes, is as good as a disk of that size.
	limited := exec.Command("sh", append([]string{"-c", `ulimit -f 4000; exec entente load --db "$@"`, "sh", address}, files...)...)
	output, err := limited.CombinedOutput()
	if limited.ProcessState.ExitCode() != statusFailed || !strings.Contains(string(output), "make room") && !strings.Contains(string(output), "there is room") ||
		!strings.Contains(string(output), "Load again to go on") {
		t.Errorf("%v: %s", err, output)
	}
	after, now := look(t, address)
	if now < held || now == 1500 {
		t.Errorf("%d articles before, %d after", held, now)
	}
	if now == held {
		graphtest.Same(t, "after a load that failed", after, before)
	}
	finish(t, load(t, address, files))
	got, _ := look(t, address)
	graphtest.Same(t, "loaded when there was room", got, want)
}

func TestFaultReadOnlyFolder(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("there is no folder that is read-only to all here")
	}
	p := start(t, append([]string{"load", "--db", "sqlite:/proc/graph.db"}, news(t, 100)...)...)
	if p.status() != statusFailed || !strings.Contains(p.said.String(), "open /proc/graph.db: the file can't be opened or made") {
		t.Errorf("%v: %s", p.ProcessState, &p.said)
	}
}
