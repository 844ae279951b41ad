// Serve runs a command with a Neo4j server for tests beside it:
//
//	go run ./graph/neo4j/neo4jtest/serve go test ./...
//
// The command finds the server by NEO4J_URI. If that is set already, or nothing
// can start a server, the command runs without. With no command, serve says
// where the server is and keeps it until it is interrupted.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
)

func main() {
	status, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
	}
	os.Exit(status)
}

func run(command []string) (int, error) {
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	environment := os.Environ()
	if neo4jtest.FromEnvironment().URL == "" {
		s, stop, err := neo4jtest.Launch(ctx)
		switch {
		case errors.Is(err, neo4jtest.ErrNone) && os.Getenv("ENTENTE_REQUIRE_NEO4J") != "1":
			fmt.Fprintln(os.Stderr, "serve: TESTS ON NEO4J WILL BE SKIPPED:", err)
		case err != nil:
			return 1, err
		default:
			defer stop()
			fmt.Fprintf(os.Stderr, "serve: Neo4j at %s, its Browser at %s\n", s.URL, s.Browser)
			environment = append(environment, "NEO4J_URI="+s.URL, "NEO4J_USERNAME=", "NEO4J_PASSWORD=")
		}
	}
	if len(command) == 0 {
		<-ctx.Done()
		return 0, nil
	}
	c := exec.CommandContext(ctx, command[0], command[1:]...)
	c.Env, c.Stdin, c.Stdout, c.Stderr = environment, os.Stdin, os.Stdout, os.Stderr
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) }
	err := c.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), nil
	}
	if err != nil {
		return 1, fmt.Errorf("run %s: %w", command[0], err)
	}
	return 0, nil
}
