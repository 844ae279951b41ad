package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
	"github.com/spf13/pflag"
)

var manFolder = flag.String("man", "", "a folder to write the manual pages into, as make man does")

// Every command has a manual page, made of its help. Its date is that of
// SOURCE_DATE_EPOCH, never today's.
func TestMan(t *testing.T) {
	if os.Getenv("SOURCE_DATE_EPOCH") == "" {
		t.Setenv("SOURCE_DATE_EPOCH", "0")
	}
	folder := *manFolder
	if folder == "" {
		folder = t.TempDir()
	}
	root := writeMan(t, folder)
	again := t.TempDir()
	writeMan(t, again)
	pages, err := filepath.Glob(filepath.Join(again, "*"))
	if err != nil || len(pages) != len(withBelow(root)) {
		t.Errorf("%d pages of %d commands: %v", len(pages), len(withBelow(root)), err)
	}
	for _, c := range withBelow(root) {
		name := strings.ReplaceAll(c.CommandPath(), " ", "-") + ".1"
		page := readText(t, filepath.Join(folder, name))
		if page != readText(t, filepath.Join(again, name)) {
			t.Errorf("%s is another page the second time", name)
		}
		plain := strings.ReplaceAll(page, `\`, "")
		c.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
			if !strings.Contains(plain, "--"+f.Name) {
				t.Errorf("%s doesn't name --%s", name, f.Name)
			}
		})
		for below := range strings.SplitSeq(c.Example, "\n") {
			if !strings.Contains(plain, strings.TrimSpace(below)) {
				t.Errorf("%s lacks the example %q", name, below)
			}
		}
		checkRoff(t, filepath.Join(folder, name))
	}
}

// writeMan writes the pages of all commands into a folder.
func writeMan(t *testing.T, folder string) *cobra.Command {
	t.Helper()
	root, err := new(app).root(nil)
	if err != nil {
		t.Fatal(err)
	}
	root.DisableAutoGenTag = true
	for _, c := range withBelow(root) {
		// What stands indented in help keeps its lines, as code does in Markdown.
		c.Long = strings.ReplaceAll(c.Long, "\n  ", "\n      ")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := doc.GenManTree(root, &doc.GenManHeader{Section: "1", Source: "Entente", Manual: "Entente"}, folder); err != nil {
		t.Fatal(err)
	}
	return root
}

// withBelow lists a command and all below it that a user may call.
func withBelow(c *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{c}
	for _, below := range c.Commands() {
		if below.IsAvailableCommand() {
			all = append(all, withBelow(below)...)
		}
	}
	return all
}

func readText(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// checkRoff has groff, which shows manual pages, read one.
func checkRoff(t *testing.T, file string) {
	t.Helper()
	if _, err := exec.LookPath("groff"); err != nil {
		t.Log("NOT READ BY GROFF: ", err)
		return
	}
	out, err := exec.Command("groff", "-man", "-Tutf8", "-wall", "-z", file).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("%s: %v: %s", file, err, out)
	}
}
