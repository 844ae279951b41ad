package browserkit_test

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/internal/chromiumtest"
	"github.com/entente-graph/entente/views/browserkit"
)

// After "docker compose up -d" and a load, who logs in sees the guide first, and
// pictures in the style's colours.
func TestComposeUp(t *testing.T) {
	needCompose(t)
	w := open(t)
	server := neo4jtest.Server{URL: "neo4j://localhost:7687", Browser: "http://localhost:7474", Username: "neo4j", Password: "at-least-eight-letters"}
	try := func(args ...string) error {
		command := exec.Command("docker", append([]string{"compose", "--project-name", "entente-test"}, args...)...)
		command.Dir, command.Env = "../..", append(os.Environ(), "NEO4J_PASSWORD="+server.Password)
		output, err := command.CombinedOutput()
		if err != nil {
			err = fmt.Errorf("docker compose %s: %w\n%s", args[0], err, output)
		}
		return err
	}
	compose := func(args ...string) {
		if err := try(args...); err != nil {
			t.Fatal(err)
		}
	}
	compose("config", "--quiet")
	if err := try("pull", "--quiet", "--policy", "missing"); err != nil {
		t.Skip("NOT TESTED WITH DOCKER COMPOSE: ", err)
	}
	t.Cleanup(func() { compose("down", "--volumes") })
	compose("up", "--detach")
	load(t, server, read(t, "../../samples/articles"))
	w.logIn(server)
	w.Wait(guideIsThere)
	w.Wait(`document.querySelector('[data-testid="stream"]').innerText.includes('node.Event {')`)
	time.Sleep(time.Second) // for the frames to come to rest
	w.Screenshot("neo4j-compose")
	if first := chromiumtest.Eval[string](w.Page, `document.querySelector('[data-testid="frame"]').innerText`); !strings.Contains(first, "guide.html") {
		t.Errorf("on top is\n%s", first)
	}
	style, err := os.ReadFile(filepath.Join(committed, "style.grass"))
	if err != nil {
		t.Fatal(err)
	}
	w.do(`document.querySelector('pre.runnable').click()`)
	w.Wait(`document.querySelector('[data-testid="activeEditor"] .view-line')?.innerText.trim()`)
	d := w.answer(`document.querySelector('[data-testid="editor-Run"]').click()`)
	w.Screenshot("neo4j-compose-picture")
	if d.Nodes < 3 || d.Relationships < 2 {
		t.Errorf("the guide's first picture has %d nodes and %d relationships:\n%s", d.Nodes, d.Relationships, d.Text)
	}
	for i, colour := range d.Colours {
		if !strings.Contains(string(style), "  color: "+colour+";") {
			t.Errorf("%q is drawn in the colour %s", d.Captions[i], colour)
		}
	}
}

// needCompose skips the test, aloud, unless docker-compose.yml can be brought up.
func needCompose(t *testing.T) {
	t.Helper()
	for _, args := range [][]string{{"info"}, {"compose", "version"}} {
		if err := exec.Command("docker", args...).Run(); err != nil {
			t.Skipf("NOT TESTED WITH DOCKER COMPOSE: docker %s: %v", args[0], err)
		}
	}
	for _, port := range []int{7474, 7687, browserkit.Port} {
		l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err != nil {
			t.Skip("NOT TESTED WITH DOCKER COMPOSE: ", err)
		}
		l.Close()
	}
}

// logIn opens Neo4j Browser and connects it by the form that it shows.
func (w window) logIn(s neo4jtest.Server) {
	w.t.Helper()
	w.Go(s.Browser)
	w.Wait(`document.querySelector('[data-testid="password"]')`)
	for field, text := range map[string]string{"username": s.Username, "password": s.Password} {
		w.do(fmt.Sprintf(`document.querySelector('[data-testid="%s"]').focus()`, field))
		w.Press(text)
	}
	w.do(`document.querySelector('[data-testid="connect"]').click()`)
}
