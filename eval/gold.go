// Package eval compares what extraction found in articles with gold: what a
// careful reader finds in them. It counts, with intervals, and says what was
// missed and what is too much.
//
// Read reads a folder of articles with their gold; Score compares records with it, and
// Compare two of its reports.
package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/entente-graph/entente"
)

// Gold is a folder of annotated articles.
type Gold struct {
	Folder   string
	Articles []Article // sorted by the names of their gold files
	// Clusters names, for each event that more than one article reports, the
	// files of those articles; nil where the folder says nothing of it.
	Clusters map[string][]string
}

// Article is what a careful reader finds in one article.
type Article struct {
	File      string       `json:"file"` // the article's file name
	Title     string       `json:"title"`
	Published entente.Date `json:"published"`
	Litter    []string     `json:"litter"` // page furniture that must not be found
	Actors    []Actor      `json:"actors"`
	Treaties  []Treaty     `json:"treaties"`
	Events    []Event      `json:"events"`
	Claims    []Claim      `json:"claims"`
}

// Actor is somebody the article names.
type Actor struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
	Central bool     `json:"central"`
}

// Treaty is an agreement that the article names or describes.
type Treaty struct {
	Name   string   `json:"name"`
	Accept []string `json:"accept"` // other right names
	Year   int      `json:"year"`   // 0 when unknown
	Named  *bool    `json:"named"`  // false when it is only described
}

// described reports whether the text only describes the treaty.
func (t Treaty) described() bool { return t.Named != nil && !*t.Named }

// Event is something that the article says was, or might be, done.
type Event struct {
	ID        string              `json:"id"`    // the same in every article
	Types     []entente.EventType `json:"types"` // accepted ones, best first
	Action    entente.Action      `json:"action"`
	Actor     []string            `json:"actor"`     // accepted names
	Recipient []string            `json:"recipient"` // accepted names
	Treaty    string              `json:"treaty"`    // its name
	Date      entente.Date        `json:"date"`
	Status    entente.Status      `json:"status"`
	Evidence  string              `json:"evidence"` // how its sentence begins
	Core      bool                `json:"core"`
}

// Claim is something that somebody says.
type Claim struct {
	Speaker  string         `json:"speaker"`
	Stance   entente.Stance `json:"stance"`
	About    string         `json:"about"`
	Evidence string         `json:"evidence"`
}

// Read reads the gold of a folder: gold/*.json and, if it is there,
// clusters.json.
func Read(folder string) (Gold, error) {
	g := Gold{Folder: folder}
	files, err := os.ReadDir(filepath.Join(folder, "gold"))
	if err != nil {
		return Gold{}, fmt.Errorf("read gold: %w", err)
	}
	for _, f := range files {
		if filepath.Ext(f.Name()) != ".json" {
			continue
		}
		file := filepath.Join(folder, "gold", f.Name())
		var a Article
		if err := readJSON(file, &a); err != nil {
			return Gold{}, fmt.Errorf("read gold: %w", err)
		}
		if err := a.check(); err != nil {
			return Gold{}, fmt.Errorf("read gold: %s: %w", file, err)
		}
		g.Articles = append(g.Articles, a)
	}
	if len(g.Articles) == 0 {
		return Gold{}, fmt.Errorf("read gold: there is no %s", filepath.Join(folder, "gold", "*.json"))
	}
	err = readJSON(filepath.Join(folder, "clusters.json"), &g.Clusters)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Gold{}, fmt.Errorf("read gold: %w", err)
	}
	return g, nil
}

func readJSON(file string, to any) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, to); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// check reports what would make an article's gold impossible to score.
func (a Article) check() error {
	if a.File == "" {
		return errors.New(`"file" is missing: name the article's file`)
	}
	for _, e := range a.Events {
		if len(e.Types) == 0 {
			return fmt.Errorf("event %s has no types", e.ID)
		}
		for _, t := range e.Types {
			if !slices.Contains(entente.EventTypes(), t) {
				return fmt.Errorf("event %s: unknown type %q", e.ID, t)
			}
		}
		if e.Action != "" && !slices.Contains(entente.Actions(), e.Action) {
			return fmt.Errorf("event %s: unknown action %q", e.ID, e.Action)
		}
		if !slices.Contains(entente.Statuses(), e.Status) {
			return fmt.Errorf("event %s: unknown status %q", e.ID, e.Status)
		}
		if _, err := entente.ParseDate(string(e.Date)); err != nil {
			return fmt.Errorf("event %s: %w", e.ID, err)
		}
	}
	for _, c := range a.Claims {
		if !slices.Contains(entente.Stances(), c.Stance) {
			return fmt.Errorf("claim of %s: unknown stance %q", c.Speaker, c.Stance)
		}
	}
	return nil
}
