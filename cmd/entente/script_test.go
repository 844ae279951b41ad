package main

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"entente": main})
}

// The scripts in testdata/script run the program as its users do. $SAMPLES is the
// folder of the sample articles.
func TestScripts(t *testing.T) {
	samples, err := filepath.Abs("../../samples/articles")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("SAMPLES", samples)
			e.Setenv("COLUMNS", "120")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status,
		},
		RequireExplicitExec: true,
	})
}

// status runs the program and checks its exit status: "status 2 query nothing".
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: status NUMBER ARGUMENT...")
	}
	ts.Check(ts.Exec("sh", append([]string{"-c", `want=$1; shift; entente "$@"; got=$?; test $got = $want || { echo "status $got"; exit 1; }`, "sh"}, args...)...))
}
