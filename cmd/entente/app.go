package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/entente-graph/entente/cmd/entente/internal/display"
)

// The exit statuses.
const (
	statusDone    = 0
	statusFailed  = 1
	statusUsage   = 2
	statusRefused = 3 // done, but for some articles

	statusInterrupted = 130 // as shells have it
)

// app is one run of the program: where it reads and writes, what was asked for
// on the command line, and what has gone wrong on the way.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer

	db     string
	format string
	asOf   string // of a query
	beside bool   // begin a graph in a database that holds other data

	started bool      // the command line was right, and its command has begun
	refused []refusal // articles that could not be read
	differs bool      // graphs are different, and the exit status is to say so
}

// do runs the program with the arguments after its name and gives the exit
// status. Results go to stdout, everything else to stderr.
func do(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr}
	root, err := a.root(args)
	if err != nil {
		a.say("entente: %v", err)
		return statusFailed
	}
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	var wrong usageError
	switch {
	case err == nil && len(a.refused) > 0:
		a.say("%s refused; the rest is done.", count(len(a.refused), "article"))
		return statusRefused
	case err == nil && a.differs:
		return statusFailed
	case err == nil:
		return statusDone
	case !a.started || errors.As(err, &wrong):
		a.say("entente: %v", err)
		a.say("See: %s --help", cmd.CommandPath())
		return statusUsage
	case ctx.Err() != nil:
		a.say("entente: interrupted")
		return statusInterrupted
	}
	a.say("entente: %v", err)
	return statusFailed
}

// usageError is a command line that can't be carried out as it stands.
type usageError struct{ error }

func usage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// run makes a command's function fit for cobra.
func (a *app) run(f func(ctx context.Context, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		a.started = true
		if _, err := display.ParseFormat(a.format); err != nil {
			return usageError{err}
		}
		return f(cmd.Context(), args)
	}
}

// say prints a line or several for the user on stderr, safe for a terminal.
func (a *app) say(format string, args ...any) {
	fmt.Fprintln(display.CleanWriter(a.stderr), fmt.Sprintf(format, args...))
}

// tell prints a result in words on stdout, safe for a terminal.
func (a *app) tell(format string, args ...any) error {
	_, err := fmt.Fprintf(display.CleanWriter(a.stdout), format, args...)
	return err
}

// print shows rows on stdout in the format that was asked for.
func (a *app) print(columns []string, rows [][]any) error {
	return display.Rows(a.stdout, display.Format(a.format), a.width(), columns, rows)
}

// width is how many characters of a line the user can see.
func (a *app) width() int {
	const unknown = 100
	if f, ok := a.stdout.(*os.File); ok {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			return w
		}
	}
	if w, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && w > 0 {
		return w
	}
	return unknown
}

// count gives "1 article", "2 articles".
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	if strings.HasSuffix(thing, "y") {
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(thing, "y"))
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
