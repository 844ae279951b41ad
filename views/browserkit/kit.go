// Package browserkit makes a kit for Neo4j Browser out of the description of the
// graph and the canned queries: a style, saved queries, and a guide to the graph
// that is loaded. It also makes links that open a query in Neo4j Browser.
//
// What it does is measured on Neo4j Browser 5, and tested in it.
package browserkit

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/entente-graph/entente/queries"
)

// Port is where the kit is served unless somebody says otherwise.
const Port = 8418

// Base is the address of a kit that is served at a port of this computer. Neo4j Browser
// takes styles and guides from "localhost", but not from 127.0.0.1.
func Base(port int) string { return fmt.Sprintf("http://localhost:%d", port) }

//go:embed assets
var assets embed.FS

// File is a file of the kit.
type File struct {
	Name string // without a folder
	Data []byte
}

// Files makes the files of the kit: style.grass, queries.zip, guide.html and
// README.md, which name base as the address where the kit is served, without a slash
// at its end. Of all queries those are saved that have a picture. The same queries
// give the same bytes.
func Files(all []queries.Query, base string) ([]File, error) {
	topics, err := arrange(all)
	if err != nil {
		return nil, err
	}
	var of looks
	if err := decode("assets/looks.yaml", &of); err != nil {
		return nil, err
	}
	style, err := style(of)
	if err != nil {
		return nil, fmt.Errorf("make the style: %w", err)
	}
	saved, err := archive(topics)
	if err != nil {
		return nil, fmt.Errorf("make the saved queries: %w", err)
	}
	p := page{base, topics, of}
	guide, err := guide(p)
	if err != nil {
		return nil, fmt.Errorf("make the guide: %w", err)
	}
	readme, err := readme(p)
	if err != nil {
		return nil, fmt.Errorf("make the README: %w", err)
	}
	return []File{{"README.md", readme}, {"guide.html", guide}, {"queries.zip", saved}, {"style.grass", style}}, nil
}

// topic is a folder of saved queries.
type topic struct {
	Topic    string
	Pictures []*picture
}

// picture is a saved query.
type picture struct {
	Query  string // its name
	Title  string
	With   map[string]string // values of its params
	Cypher string            `yaml:"-"` // ready to run
}

// arrange fills the pictures of the topics. Those of the user's own, which no
// topic names, have a topic to themselves.
func arrange(all []queries.Query) ([]topic, error) {
	var topics []topic
	if err := decode("assets/topics.yaml", &topics); err != nil {
		return nil, err
	}
	var errs []error
	own := topic{Topic: "6 Your own"}
	for _, q := range all {
		if q.Browser != "" && find(topics, q.Name) == nil {
			own.Pictures = append(own.Pictures, &picture{Query: q.Name, Title: q.About, With: placeholders(q)})
		}
	}
	if len(own.Pictures) > 0 {
		topics = append(topics, own)
	}
	for _, t := range topics {
		for _, p := range t.Pictures {
			i := slices.IndexFunc(all, func(q queries.Query) bool { return q.Name == p.Query })
			if i < 0 {
				errs = append(errs, fmt.Errorf("topic %q: there is no query %s", t.Topic, p.Query))
				continue
			}
			var err error
			if p.Cypher, err = Fill(all[i], p.With); err != nil {
				errs = append(errs, fmt.Errorf("topic %q: %w", t.Topic, err))
			}
		}
	}
	return topics, errors.Join(errs...)
}

// placeholders are values for what a query must be told, to be overwritten.
func placeholders(q queries.Query) map[string]string {
	with := map[string]string{}
	for _, p := range q.Params {
		switch {
		case p.Required && p.Type == queries.Date:
			with[p.Name] = "2000"
		case p.Required:
			with[p.Name] = "?"
		}
	}
	return with
}

func find(topics []topic, query string) *picture {
	for _, t := range topics {
		for _, p := range t.Pictures {
			if p.Query == query {
				return p
			}
		}
	}
	return nil
}

// decode reads one of the package's YAML files, in which every key must be known.
func decode(name string, into any) error {
	text, err := assets.ReadFile(name)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	d := yaml.NewDecoder(strings.NewReader(string(text)))
	d.KnownFields(true)
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return nil
}
