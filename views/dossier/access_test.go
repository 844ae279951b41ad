package dossier_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-graph/entente/internal/chromiumtest"
	"github.com/entente-graph/entente/views/dossier"
)

// axe is the checker of accessibility, taken from npm for these tests alone.
const axe = "axe-core@4.14.1"

// No view breaks a rule of accessibility that a program can check, in light or dark.
func TestAccessibility(t *testing.T) {
	script := fetchAxe(t)
	p := show(t, collect(t, sampleStore(t), dossier.Selection{Actor: "United Kingdom"}))
	p.eval(script)
	for _, scheme := range []string{"light", "dark"} {
		p.Prefer("prefers-color-scheme", scheme)
		for _, view := range []string{"overview", "graph", "timeline", "matrix", "treaties", "disputes", "articles", "search"} {
			p.at(view)
			p.axe(scheme + " " + view)
		}
		p.at("disputes")
		p.click("main h3 a")
		p.Wait("document.querySelector('#panel .quote')")
		p.axe(scheme + " evidence")
		p.click("#panel figcaption a:last-child")
		p.Wait("document.querySelector('.mark.here')")
		p.axe(scheme + " article")
		p.eval("history.replaceState(null, '', '#articles')")
	}
}

func (p tab) axe(where string) {
	p.t.Helper()
	const run = `axe.run({resultTypes: ["violations"]}).then((r) => r.violations.map((v) => v.id + ": " + v.help + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200) + " " + n.failureSummary).join(" | ")))`
	for _, violation := range chromiumtest.Eval[[]string](p.Page, run) {
		p.t.Errorf("%s: %s", where, violation)
	}
}

// fetchAxe gives axe's script; without npm or the network the test is skipped.
func fetchAxe(t *testing.T) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skip("NOT TESTED FOR ACCESSIBILITY: ", err)
	}
	folder := filepath.Join(cache, "entente", strings.ReplaceAll(axe, "@", "-"))
	script := filepath.Join(folder, "node_modules", "axe-core", "axe.min.js")
	if _, err := os.Stat(script); err != nil {
		out, err := exec.CommandContext(t.Context(), "npm", "install", "--prefix", folder, "--no-save", "--ignore-scripts", axe).CombinedOutput()
		if err != nil {
			t.Skipf("NOT TESTED FOR ACCESSIBILITY: fetch %s: %v\n%s", axe, err, out)
		}
	}
	b, err := os.ReadFile(script)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
