// Command replay runs a command with ENTENTE_LLM_URL and ENTENTE_LLM_MODEL set to an
// endpoint that gives recorded answers:
//
//	go run ./llm/llmtest/replay llm/testdata/answers go run ./cmd/entente eval --compare-extractors samples
package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"

	"github.com/entente-graph/entente/llm/llmtest"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: replay FOLDER COMMAND [ARGUMENT...]")
		os.Exit(2)
	}
	err := run(os.Args[1], os.Args[2], os.Args[3:])
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		os.Exit(exit.ExitCode())
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "replay: %v\n", err)
		os.Exit(1)
	}
}

func run(folder, name string, args []string) error {
	answer, err := llmtest.Replay(os.DirFS(folder))
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("open a port: %w", err)
	}
	cache, err := os.MkdirTemp("", "entente-replay-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(cache)
	server := &http.Server{Handler: llmtest.Handler(answer)}
	go server.Serve(listener)
	defer server.Close()
	cmd := exec.Command(name, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	// A cache of its own keeps recorded answers out of the user's.
	cmd.Env = append(os.Environ(), "ENTENTE_LLM_URL=http://"+listener.Addr().String()+"/v1", "ENTENTE_LLM_MODEL=recorded", "ENTENTE_LLM_KEY=", "ENTENTE_LLM_CACHE="+cache)
	return cmd.Run()
}
