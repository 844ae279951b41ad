package neo4jtest

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

//go:embed pom.xml
var serverPOM []byte

const (
	image     = "neo4j:5.26-community"
	startTime = 3 * time.Minute // pulling an image or jars included
)

// Launch starts a server without authentication and with an empty database, and
// waits until it answers. Stop ends it and removes its data; it also ends with
// this process. The error is ErrNone where nothing can start one.
func Launch(ctx context.Context) (s Server, stop func(), err error) {
	i, err := NewInstance(ctx, "")
	if err != nil {
		return s, nil, err
	}
	if err := i.Start(ctx); err != nil {
		i.Remove()
		return s, nil, err
	}
	return i.Server, i.Remove, nil
}

// Instance is a server of one's own, which can be stopped and started again with
// the same address and data. It ends with this process at the latest.
type Instance struct {
	Server
	home    string
	command []string
	shell   *exec.Cmd
	hold    io.WriteCloser // the shell's standard input: "stop" or its end ends the server
	output  bytes.Buffer
}

// NewInstance prepares a server with an empty database, which asks for the password,
// of the user neo4j, unless that is "". Settings are lines of neo4j.conf to add. The
// error is ErrNone where nothing can start a server.
func NewInstance(ctx context.Context, password string, settings ...string) (*Instance, error) {
	return newInstance(ctx, password, func(ctx context.Context, i *Instance, bolt, http int) ([]string, error) {
		return prepare(ctx, i, bolt, http, settings)
	})
}

// newInstance prepares a server by a function that makes what it needs and gives the
// command that runs it.
func newInstance(ctx context.Context, password string, prepare func(ctx context.Context, i *Instance, bolt, http int) ([]string, error)) (*Instance, error) {
	home, err := os.MkdirTemp("", "entente-neo4j-")
	if err != nil {
		return nil, err
	}
	bolt, http := freePort(), freePort()
	i := &Instance{home: home, Server: Server{URL: fmt.Sprintf("bolt://localhost:%d", bolt), Browser: fmt.Sprintf("http://localhost:%d/browser/", http)}}
	if password != "" {
		i.Username, i.Password = "neo4j", password
	}
	if i.command, err = prepare(ctx, i, bolt, http); err != nil {
		os.RemoveAll(home)
		return nil, err
	}
	return i, nil
}

// Start starts the server and waits until it answers.
func (i *Instance) Start(ctx context.Context) error {
	// The shell outlives this process just long enough to end the server: its
	// standard input is a pipe that closes when this process is gone.
	script := `dir=$1; shift; "$@" </dev/null & child=$!; read -r then; kill $child; wait $child; [ "$then" = stop ] || rm -rf "$dir"`
	i.shell = exec.Command("sh", append([]string{"-c", script, "sh", i.home}, i.command...)...)
	i.shell.Stdout, i.shell.Stderr = &i.output, &i.output
	var err error
	if i.hold, err = i.shell.StdinPipe(); err != nil {
		return err
	}
	if err := i.shell.Start(); err != nil {
		return fmt.Errorf("start Neo4j: %w", err)
	}
	if err := i.wait(ctx); err != nil {
		i.Stop()
		return fmt.Errorf("start Neo4j with %s: %w\n%s", i.command[0], err, i.output.String())
	}
	return nil
}

// Stop ends the server and keeps its data.
func (i *Instance) Stop() {
	io.WriteString(i.hold, "stop\n")
	i.end()
}

// Remove ends the server, if it runs, and removes its data.
func (i *Instance) Remove() {
	if i.hold != nil {
		i.end()
	}
	os.RemoveAll(i.home)
}

func (i *Instance) end() {
	i.hold.Close()
	i.shell.Wait()
}

func (s Server) wait(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startTime)
	defer cancel()
	driver, err := neo4j.NewDriverWithContext(s.URL, s.auth())
	if err != nil {
		return err
	}
	defer driver.Close(ctx)
	for {
		err := driver.VerifyConnectivity(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(200 * time.Millisecond):
		}
	}
}

// prepare makes what the server needs and gives the command that runs it.
func prepare(ctx context.Context, i *Instance, bolt, http int, more []string) ([]string, error) {
	if exec.CommandContext(ctx, "docker", "info").Run() == nil {
		auth := "none"
		if i.Password != "" {
			auth = "neo4j/" + i.Password
		}
		command := []string{"docker", "run", "--rm", "--env", "NEO4J_AUTH=" + auth, "--env", "NEO4J_dbms_usage__report_enabled=false"}
		for _, setting := range more {
			command = append(command, "--env", Variable(setting))
		}
		return append(command,
			"--user", fmt.Sprintf("%d:%d", os.Getuid(), os.Getgid()), "--volume", i.home+":/data",
			"--publish", fmt.Sprintf("127.0.0.1:%d:7687", bolt), "--publish", fmt.Sprintf("127.0.0.1:%d:7474", http), image), nil
	}
	classpath, err := classpath(ctx, "neo4j-for-tests", serverPOM)
	if err != nil {
		return nil, err
	}
	settings := fmt.Sprintf(`server.default_listen_address=127.0.0.1
server.bolt.listen_address=:%d
server.bolt.advertised_address=:%d
server.http.listen_address=:%d
server.memory.pagecache.size=256m
dbms.security.auth_enabled=%t
dbms.usage_report.enabled=false
db.tx_log.rotation.retention_policy=keep_none
%s
`, bolt, bolt, http, i.Password != "", strings.Join(more, "\n"))
	conf, err := configure(i.home, settings)
	if err != nil {
		return nil, err
	}
	if i.Password != "" {
		admin, err := tool(ctx, i.home, i.home, "neo4j-admin", "dbms", "set-initial-password", i.Password)
		if err != nil {
			return nil, err
		}
		if output, err := admin.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("set the first password: %w\n%s", err, output)
		}
	}
	return []string{"java", "-Xmx1g", "--add-opens=java.base/java.nio=ALL-UNNAMED", "-cp", classpath,
		"org.neo4j.server.CommunityEntryPoint", "--home-dir=" + i.home, "--config-dir=" + conf}, nil
}

// configure writes the settings of the server whose data is in home, and gives the
// folder they are in.
func configure(home, settings string) (conf string, err error) {
	conf = filepath.Join(home, "conf")
	if err := os.MkdirAll(conf, 0o755); err != nil {
		return "", err
	}
	return conf, os.WriteFile(filepath.Join(conf, "neo4j.conf"), []byte(settings), 0o644)
}

// Variable gives the environment variable by which Neo4j's Docker image takes a line
// of neo4j.conf: in the name of the setting "_" is doubled, "." becomes "_".
func Variable(setting string) string {
	name, value, _ := strings.Cut(setting, "=")
	return "NEO4J_" + strings.NewReplacer("_", "__", ".", "_").Replace(name) + "=" + value
}

// classpath has Maven fetch the jars of a project, the first time, and keeps the
// list under a name among the user's cached files. The error is ErrNone without
// Java 17 and Maven.
func classpath(ctx context.Context, name string, pom []byte) (string, error) {
	for _, tool := range []string{"java", "mvn"} {
		if _, err := exec.LookPath(tool); err != nil {
			return "", fmt.Errorf("%w (there is no Docker engine and no %s)", ErrNone, tool)
		}
	}
	if v := javaVersion(ctx); v < 17 {
		return "", fmt.Errorf("%w (there is no Docker engine, and java is version %d)", ErrNone, v)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("find a place for Neo4j's class path: %w", err)
	}
	dir := filepath.Join(cache, "entente", name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	file, list := filepath.Join(dir, "pom.xml"), filepath.Join(dir, "classpath")
	old, _ := os.ReadFile(file)
	if jars, err := os.ReadFile(list); err == nil && bytes.Equal(old, pom) && allThere(string(jars)) {
		return string(jars), nil
	}
	if err := os.WriteFile(file, pom, 0o644); err != nil {
		return "", err
	}
	unfinished := fmt.Sprintf("%s.%d", list, os.Getpid()) // other tests may be at it, too
	mvn := exec.CommandContext(ctx, "mvn", "-q", "-B", "-ntp", "-f", file, "dependency:build-classpath", "-Dmdep.outputFile="+unfinished)
	if output, err := mvn.CombinedOutput(); err != nil {
		return "", fmt.Errorf("fetch %s with Maven: %w\n%s", name, err, output)
	}
	if err := os.Rename(unfinished, list); err != nil {
		return "", err
	}
	jars, err := os.ReadFile(list)
	return string(jars), err
}

func allThere(jars string) bool {
	for _, jar := range filepath.SplitList(jars) {
		if _, err := os.Stat(jar); err != nil {
			return false
		}
	}
	return true
}

// javaVersion is the major version of java, 0 if it doesn't say.
func javaVersion(ctx context.Context) int {
	output, _ := exec.CommandContext(ctx, "java", "-XshowSettings:properties", "-version").CombinedOutput()
	_, after, _ := strings.Cut(string(output), "java.specification.version = ")
	number, _, _ := strings.Cut(after, "\n")
	v, _ := strconv.Atoi(strings.TrimSpace(number))
	return v
}

func freePort() int {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0
	}
	defer io.Closer(l).Close()
	return l.Addr().(*net.TCPAddr).Port
}
