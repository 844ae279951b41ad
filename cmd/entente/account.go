package main

import (
	"encoding/json"
	"fmt"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/graph"
	"github.com/entente-graph/entente/internal/wholefile"
)

// account says what became of every article that a load has found:
// found = new + changed + unchanged + repeated + refused, if nothing stopped it.
type account struct {
	Graph     string    `json:"graph"`
	Found     int       `json:"found"`
	New       int       `json:"new"`
	Changed   int       `json:"changed"`
	Unchanged int       `json:"unchanged"`
	Repeated  int       `json:"repeated"` // the same article again, in another file
	Refused   []refusal `json:"refused"`
	Events    int       `json:"events"`          // found in articles that aren't passed over, before those of several reports become one
	Claims    int       `json:"claims"`          // likewise
	Error     string    `json:"error,omitempty"` // what stopped the load
}

// refusal is an article that could not be read, and why.
type refusal struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

// take counts an article that can be loaded.
func (c *account) take(r entente.Record) {
	c.Found++
	c.Events += len(r.Events)
	c.Claims += len(r.Claims)
}

// settle completes an account with what was written, how many articles were passed
// over, and what stopped the load, if anything.
func (c *account) settle(total graph.Summary, passed int, stopped error) {
	c.New, c.Changed, c.Unchanged = total.Added, total.Changed, total.Unchanged+passed
	c.Found += passed + c.Repeated + len(c.Refused)
	if stopped != nil {
		c.Error = stopped.Error()
	}
}

// read is how many articles went into the graph or were there already.
func (c *account) read() int { return c.New + c.Changed + c.Unchanged }

// write writes the account as JSON, unless the file has no name.
func (c *account) write(file string) error {
	if file == "" {
		return nil
	}
	text, err := json.MarshalIndent(c, "", "  ")
	if err == nil {
		err = wholefile.Write(file, append(text, '\n'))
	}
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}
