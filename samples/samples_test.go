package samples_test

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entente-graph/entente"
)

type gold struct {
	File     string
	Litter   []string
	Actors   []struct{ Name, Type string }
	Treaties []struct{ Name, Status string }
	Events   []struct {
		ID               string
		Types            []entente.EventType
		Action           entente.Action
		Actor, Recipient []string
		Treaty, Date     string
		Status           entente.Status
		Evidence         string
	}
	Claims []struct{ Speaker, Stance, Evidence string }
}

// sets are the folders that hold articles with gold.
var sets = []string{".", "../testdata/gold/dev", "../testdata/gold/test"}

func TestGoldFitsItsArticles(t *testing.T) {
	for _, set := range sets {
		articles, err := filepath.Glob(filepath.Join(set, "articles", "*.*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range articles {
			t.Run(filepath.Base(path), func(t *testing.T) {
				raw, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				g := readGold(t, filepath.Join(set, "gold", filepath.Base(path)+".json"))
				if g.File != filepath.Base(path) {
					t.Errorf("file is %q", g.File)
				}
				checkGold(t, g, html.UnescapeString(string(raw)))
			})
		}
	}
}

func checkGold(t *testing.T, g gold, text string) {
	var actors, treaties []string
	for _, a := range g.Actors {
		actors = append(actors, a.Name)
	}
	for _, tr := range g.Treaties {
		treaties = append(treaties, tr.Name)
	}
	flat := strings.Join(strings.Fields(text), " ")
	has := func(kind, s string) {
		if !strings.Contains(flat, strings.Join(strings.Fields(s), " ")) {
			t.Errorf("%s is not in the article: %q", kind, s)
		}
	}
	for _, s := range g.Litter {
		has("litter", s)
	}
	for _, e := range g.Events {
		has("evidence", e.Evidence)
		for _, typ := range e.Types {
			if !slices.Contains(entente.EventTypes(), typ) {
				t.Errorf("event %s: unknown type %s", e.ID, typ)
			}
		}
		if e.Action != "" && !slices.Contains(entente.Actions(), e.Action) {
			t.Errorf("event %s: unknown action %s", e.ID, e.Action)
		}
		if !slices.Contains(entente.Statuses(), e.Status) {
			t.Errorf("event %s: unknown status %s", e.ID, e.Status)
		}
		if e.Treaty != "" && !slices.Contains(treaties, e.Treaty) {
			t.Errorf("event %s: treaty %q is not among the treaties", e.ID, e.Treaty)
		}
		for _, a := range slices.Concat(e.Actor, e.Recipient) {
			if !slices.Contains(actors, a) {
				t.Errorf("event %s: %q is not among the actors", e.ID, a)
			}
		}
	}
	for _, c := range g.Claims {
		has("evidence", c.Evidence)
		if !slices.Contains(actors, c.Speaker) {
			t.Errorf("claim %q: speaker %q is not among the actors", c.Evidence, c.Speaker)
		}
	}
}

func TestClustersAreTheSharedEvents(t *testing.T) {
	for _, set := range sets {
		files := map[string][]string{}
		paths, err := filepath.Glob(filepath.Join(set, "gold", "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		if len(paths) == 0 {
			continue
		}
		for _, p := range paths {
			g := readGold(t, p)
			for _, e := range g.Events {
				if !slices.Contains(files[e.ID], g.File) {
					files[e.ID] = append(files[e.ID], g.File)
				}
			}
		}
		var clusters map[string][]string
		read(t, filepath.Join(set, "clusters.json"), &clusters)
		for id, want := range files {
			if len(want) > 1 && !slices.Equal(clusters[id], want) {
				t.Errorf("%s: clusters.json says %s is in %v, gold says %v", set, id, clusters[id], want)
			}
		}
		for id := range clusters {
			if len(files[id]) < 2 {
				t.Errorf("%s: clusters.json has %s, which is in %v", set, id, files[id])
			}
		}
	}
}

func readGold(t *testing.T, path string) gold {
	var g gold
	read(t, path, &g)
	return g
}

func read(t *testing.T, path string, into any) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}
