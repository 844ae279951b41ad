package wholefile_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/entente-graph/entente/internal/wholefile"
)

func TestFileIsWholeOrNotThere(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "report.json")
	content := func() string {
		b, _ := os.ReadFile(name)
		return string(b)
	}
	if err := wholefile.Write(name, []byte("first")); err != nil || content() != "first" {
		t.Fatalf("%v, %q", err, content())
	}
	f, err := wholefile.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("second"); err != nil || content() != "first" {
		t.Errorf("before Commit: %v, %q", err, content())
	}
	f.Discard()
	if content() != "first" {
		t.Errorf("after Discard: %q", content())
	}
	if err := wholefile.Write(name, []byte("third")); err != nil || content() != "third" {
		t.Errorf("%v, %q", err, content())
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("left in the folder: %v", left)
	}
	if _, err := wholefile.Create(filepath.Join(folder, "nowhere", "x")); err == nil {
		t.Error("a file in a folder that isn't there can be made")
	}
	if err := wholefile.Write(os.DevNull, []byte("fourth")); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Errorf("%s is a file now: %v", os.DevNull, err)
	}
	if err := wholefile.Write(folder, nil); err == nil {
		t.Error("a folder is written to")
	}
}
