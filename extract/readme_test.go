package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadme asks that README.md names every file.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f, "_test.go") && f != "extract.go" && !strings.Contains(string(readme), "`"+f+"`") {
			t.Errorf("README.md doesn't say what %s is for", f)
		}
	}
}
