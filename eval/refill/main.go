// Command refill runs commands that a Markdown file shows and puts what they
// print beneath them, so that figures in a document are never typed:
//
//	refill FILE PREFIX
//
// A command stands on the first line of a code block marked console, behind "$ ";
// refill runs those that begin with PREFIX, in a shell, in the order of the file.
// What they print goes to standard output too. When one fails, what it printed is
// kept, and refill fails in the end.
package main

import (
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("refill: ")
	if len(os.Args) != 3 {
		log.Fatal("want FILE PREFIX: a Markdown file, and how the commands to run in it begin")
	}
	if err := refill(os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

func refill(file, prefix string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var failed []error
	filled, n, err := fill(string(text), prefix, func(command string) (string, error) {
		out, err := run(command)
		if err != nil && out != "" {
			failed = append(failed, err)
			err = nil
		}
		return out, err
	})
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	if n == 0 {
		return fmt.Errorf("%s: shows no command that begins with %q", file, prefix)
	}
	return errors.Join(os.WriteFile(file, []byte(filled), 0o644), errors.Join(failed...))
}

// run gives what a command prints; its tables are as wide as the document allows.
func run(command string) (string, error) {
	var out strings.Builder
	c := exec.Command("sh", "-c", command)
	c.Env = append(os.Environ(), "COLUMNS=120")
	c.Stdout, c.Stderr = io.MultiWriter(&out, os.Stdout), os.Stderr
	if err := c.Run(); err != nil {
		return out.String(), fmt.Errorf("run %s: %w", command, err)
	}
	return out.String(), nil
}

const (
	opening = "```console"
	closing = "```"
	prompt  = "$ "
)

// fill puts the output of the commands that begin with prefix into their blocks,
// and counts them.
func fill(text, prefix string, run func(command string) (string, error)) (filled string, n int, err error) {
	var b strings.Builder
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		b.WriteString(lines[i])
		if i < len(lines)-1 {
			b.WriteByte('\n')
		}
		if lines[i] != opening || i+1 == len(lines) {
			continue
		}
		command, ok := strings.CutPrefix(lines[i+1], prompt)
		if !ok || !strings.HasPrefix(command, prefix) {
			continue
		}
		out, err := run(command)
		if err != nil {
			return "", 0, err
		}
		n++
		fmt.Fprintf(&b, "%s%s\n%s\n", prompt, command, strings.TrimRight(out, "\n"))
		end := i + 1
		for end < len(lines) && lines[end] != closing {
			end++
		}
		if end == len(lines) {
			return "", 0, fmt.Errorf("line %d: the code block has no end", i+1)
		}
		i = end - 1
	}
	return b.String(), n, nil
}
