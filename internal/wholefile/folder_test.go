package wholefile_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/entente-graph/entente/internal/wholefile"
)

func TestFolderIsWholeOrNotThere(t *testing.T) {
	parent := t.TempDir()
	name := filepath.Join(parent, "import")
	fill := func(content string, failure error) func(string) error {
		return func(dir string) error {
			return errors.Join(os.WriteFile(filepath.Join(dir, "mark"), []byte(content), 0o600), failure)
		}
	}
	holds := func(want string) {
		t.Helper()
		got, _ := os.ReadFile(filepath.Join(name, "mark"))
		if left, _ := os.ReadDir(parent); string(got) != want || len(left) > 1 {
			t.Errorf("the folder holds %q, want %q; beside it are %v", got, want, left)
		}
	}
	failure := errors.New("no room")
	if err := wholefile.Folder(name, fill("first", failure), "mark"); !errors.Is(err, failure) {
		t.Errorf("the error is %v", err)
	}
	holds("")
	if err := wholefile.Folder(name, fill("first", nil), "mark"); err != nil {
		t.Error(err)
	}
	holds("first")
	if err := wholefile.Folder(name, fill("second", failure), "mark"); !errors.Is(err, failure) {
		t.Errorf("the error is %v", err)
	}
	holds("first")
	if err := wholefile.Folder(name+"/", fill("second", nil), "mark"); err != nil {
		t.Error(err)
	}
	holds("second")
	if err := wholefile.Folder(name, fill("third", nil), "other", "mark"); err == nil {
		t.Error("a folder without the first file was replaced")
	}
	if err := os.WriteFile(filepath.Join(name, "letter"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := wholefile.Folder(name, fill("third", nil), "mark"); err == nil {
		t.Error("a folder with somebody's letter was replaced")
	}
	holds("second")
}
