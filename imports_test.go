package entente_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/entente-graph/entente"

// mayImport says which parts of the project the code of each part may import. A
// part is a folder with all below it that has no line of its own; "." is the
// root package. Within a part, imports are free; tests may import anything but
// cmd. What stands in no line may be imported by nobody but cmd.
var mayImport = map[string][]string{
	".":                      {},
	"lexicon":                {},
	"queries":                {},
	"samples":                {},
	"internal/chromiumtest":  {},
	"internal/ahead":         {},
	"internal/wholefile":     {},
	"loaders":                {"."},
	"eval":                   {"."},
	"bench":                  {".", "lexicon", "queries", "loaders", "extract", "graph", "graph/graphtest", "graph/neo4j", "graph/sqlite"},
	"extract/internal":       {},
	"extract/language":       {"extract/internal"},
	"extract/language/train": {"lexicon", "extract/internal", "extract/language"},
	"extract":                {".", "lexicon", "extract/internal", "extract/language"},
	"extract/train":          {".", "lexicon", "eval", "extract/internal", "extract"},
	"graph":                  {".", "internal/ahead"},
	"graph/decisions":        {".", "graph", "internal/wholefile"},
	"graph/export":           {".", "graph", "graph/neo4j"},
	"graph/graphtest":        {".", "graph"},
	"graph/neo4j":            {".", "graph", "internal/ahead"},
	"graph/sqlite":           {".", "graph", "internal/ahead"},
	"llm":                    {".", "extract", "internal/wholefile"},
	"llm/llmtest":            {"."},
	"views":                  {".", "graph"},
	"views/browserkit":       {"graph", "queries"},
	"cmd":                    {".", "lexicon", "queries", "samples", "loaders", "eval", "extract/language", "extract", "graph", "graph/decisions", "graph/export", "graph/graphtest", "graph/neo4j", "graph/sqlite", "internal/wholefile", "llm", "views", "views/browserkit"},
}

func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", "./...").Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("go list: %v\n%s", err, exit.Stderr)
		}
		t.Fatal(err)
	}
	for packages := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath                         string
			Imports, TestImports, XTestImports []string
		}
		if err := packages.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(p.ImportPath, module+"/build/") {
			continue // what make puts there is no part of the project
		}
		own := part(p.ImportPath)
		if own == "" {
			t.Errorf("%s: say in mayImport what this package may import", p.ImportPath)
			continue
		}
		for _, i := range p.Imports {
			if to := part(i); ours(i) && to != own && !slices.Contains(mayImport[own], to) {
				t.Errorf("%s must not import %s", p.ImportPath, i)
			}
		}
		for _, i := range append(p.TestImports, p.XTestImports...) {
			if ours(i) && part(i) == "cmd" && own != "cmd" {
				t.Errorf("the tests of %s must not import %s", p.ImportPath, i)
			}
		}
	}
}

func ours(path string) bool { return path == module || strings.HasPrefix(path, module+"/") }

// part gives the part of the project that a package belongs to, or "".
func part(path string) string {
	folder, ok := strings.CutPrefix(path, module+"/")
	if !ok {
		return "."
	}
	for folder != "" {
		if _, ok := mayImport[folder]; ok {
			return folder
		}
		folder = folder[:max(strings.LastIndexByte(folder, '/'), 0)]
	}
	return ""
}
