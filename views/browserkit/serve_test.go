package browserkit_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/entente-graph/entente/graph/neo4j/neo4jtest"
	"github.com/entente-graph/entente/views/browserkit"
)

// committed is the kit that docker-compose.yml serves.
const committed = "../../docs/browser"

func TestServed(t *testing.T) {
	files := kit(t)
	server := httptest.NewServer(browserkit.Handler(files))
	defer server.Close()
	check(t, server.URL, files)
}

// nginx, as docker-compose.yml sets it up, serves the same.
func TestServedByNginx(t *testing.T) {
	nginx, err := exec.LookPath("nginx")
	if err != nil {
		t.Skip("NOT TESTED WITH NGINX: there is none")
	}
	conf, err := os.ReadFile("nginx.conf")
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs(committed)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	dir := t.TempDir()
	server := strings.NewReplacer("listen 80;", "listen "+address+";", "/usr/share/nginx/html", root).Replace(string(conf))
	whole := fmt.Sprintf("daemon off; master_process off; pid %[1]s/pid; error_log %[1]s/error;\nevents {}\nhttp { access_log off; "+
		"client_body_temp_path %[1]s/1; proxy_temp_path %[1]s/2; fastcgi_temp_path %[1]s/3; uwsgi_temp_path %[1]s/4; scgi_temp_path %[1]s/5;\n%[2]s}\n", dir, server)
	file := filepath.Join(dir, "nginx.conf")
	if err := os.WriteFile(file, []byte(whole), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	program := exec.CommandContext(ctx, nginx, "-c", file, "-p", dir)
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(); program.Wait() })
	for range 100 {
		c, err := net.Dial("tcp", address)
		if err == nil {
			c.Close()
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	check(t, "http://"+address, kit(t))
	// Neo4j Browser asks for both at once, and shows on top what comes last.
	begin := time.Now()
	ask(t, http.MethodGet, "http://"+address+"/guide.html", http.StatusOK, nil)
	if took := time.Since(begin); took < time.Second/2 {
		t.Errorf("the guide takes %v: the style may come after it", took)
	}
}

// check asks for the kit as Neo4j Browser does, and for what isn't there.
func check(t *testing.T, base string, files []browserkit.File) {
	t.Helper()
	for _, f := range append(files, browserkit.File{Data: files[0].Data}) {
		ask(t, http.MethodOptions, base+"/"+f.Name, http.StatusNoContent, nil)
		ask(t, http.MethodGet, base+"/"+f.Name, http.StatusOK, f.Data)
	}
	ask(t, http.MethodGet, base+"/nothing", http.StatusNotFound, nil)
	ask(t, http.MethodPost, base+"/guide.html", http.StatusMethodNotAllowed, nil)
}

func ask(t *testing.T, method, url string, status int, want []byte) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Origin", "http://localhost:7474")
	request.Header.Set("Access-Control-Request-Headers", "cache-control,pragma,sentry-trace")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	got, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if response.StatusCode != status || want != nil && string(got) != string(want) {
		t.Errorf("%s %s: %s, %d bytes, want %d and %d bytes", method, url, response.Status, len(got), status, len(want))
	}
	for name, want := range map[string]string{"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*",
		"X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache"} {
		if got := response.Header.Get(name); got != want {
			t.Errorf("%s %s: %s is %q, want %q", method, url, name, got, want)
		}
	}
	kinds := map[string]string{".html": "text/html; charset=utf-8", ".zip": "application/zip", ".grass": "text/plain; charset=utf-8", ".md": "text/plain; charset=utf-8"}
	if kind := kinds[filepath.Ext(url)]; method == http.MethodGet && kind != "" && response.Header.Get("Content-Type") != kind {
		t.Errorf("%s is %q, want %q", url, response.Header.Get("Content-Type"), kind)
	}
}

// What docker-compose.yml brings up fits together: the kit is served where Neo4j
// Browser is told to look for it, from folders that are there, and all is up only
// when Neo4j answers.
func TestCompose(t *testing.T) {
	text, err := os.ReadFile("../../docker-compose.yml")
	if err != nil {
		t.Fatal(err)
	}
	var compose struct {
		Services map[string]struct {
			Image          string
			Environment    map[string]string
			Ports, Volumes []string
			DependsOn      map[string]struct{ Condition string } `yaml:"depends_on"`
		}
	}
	if err := yaml.Unmarshal(text, &compose); err != nil {
		t.Fatal(err)
	}
	database, server := compose.Services["neo4j"], compose.Services["browser-kit"]
	base := browserkit.Base(browserkit.Port)
	name, want, _ := strings.Cut(neo4jtest.Variable("browser.post_connect_cmd="+browserkit.OnConnect(base)), "=")
	if got := database.Environment[name]; got != want {
		t.Errorf("%s is %q, want %q", name, got, want)
	}
	if want := fmt.Sprintf("127.0.0.1:%d:80", browserkit.Port); len(server.Ports) != 1 || server.Ports[0] != want {
		t.Errorf("the kit is served at %q, want %s", server.Ports, want)
	}
	for _, want := range []string{"docs/browser:/usr/share/nginx/html:ro", "views/browserkit/nginx.conf:/etc/nginx/conf.d/default.conf:ro"} {
		found := false
		for _, v := range server.Volumes {
			found = found || v == "./"+want
		}
		local, _, _ := strings.Cut(want, ":")
		if _, err := os.Stat(filepath.Join("../..", local)); !found || err != nil {
			t.Errorf("no volume ./%s: %v (%v)", want, server.Volumes, err)
		}
	}
	if got := server.DependsOn["neo4j"].Condition; got != "service_healthy" {
		t.Errorf("the kit is served when Neo4j is %q", got)
	}
	if !strings.HasPrefix(server.Image, "nginx:") || !strings.HasPrefix(database.Image, "neo4j:5") {
		t.Errorf("images %q and %q", server.Image, database.Image)
	}
}
