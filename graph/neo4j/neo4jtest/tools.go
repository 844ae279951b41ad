package neo4jtest

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

//go:embed shell.xml
var shellPOM []byte

// Imported gives the test a server of its own, on a database that neo4j-admin has
// made of the files in a folder: "neo4j-admin database import full neo4j" with
// the arguments, run in that folder.
func Imported(t testing.TB, folder string, args ...string) Server {
	t.Helper()
	i, err := NewInstance(t.Context(), "")
	need(t, err)
	t.Cleanup(i.Remove)
	args = append([]string{"database", "import", "full", "neo4j"}, args...)
	admin, err := tool(t.Context(), i.home, folder, "neo4j-admin", args...)
	if err != nil {
		t.Fatal(err)
	}
	if output, err := admin.CombinedOutput(); err != nil {
		t.Fatalf("neo4j-admin: %v\n%s", err, output)
	}
	if err := i.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	return i.Server
}

// Shell runs a file of Cypher in cypher-shell. The test fails at the first
// statement that the server refuses.
func (s Server) Shell(t testing.TB, file string) {
	t.Helper()
	args := []string{"--address", s.URL, "--fail-fast", "--file", filepath.Base(file)}
	if s.Username != "" {
		args = append(args, "--username", s.Username, "--password", s.Password)
	}
	shell, err := tool(t.Context(), t.TempDir(), filepath.Dir(file), "cypher-shell", args...)
	need(t, err)
	if output, err := shell.CombinedOutput(); err != nil {
		t.Fatalf("cypher-shell: %v\n%s", err, output)
	}
}

// tool is one of Neo4j's programs, for the server whose data is in home, to be run
// in a folder.
func tool(ctx context.Context, home, folder, name string, args ...string) (*exec.Cmd, error) {
	if exec.CommandContext(ctx, "docker", "info").Run() == nil {
		// The image's entry point would leave root, and who it becomes can't write in the folder.
		return exec.CommandContext(ctx, "docker", append([]string{"run", "--rm", "--network", "host", "--entrypoint", name,
			"--user", fmt.Sprintf("%d:%d", os.Getuid(), os.Getgid()), "--volume", home + ":/data",
			"--volume", folder + ":/work", "--workdir", "/work", image}, args...)...), nil
	}
	jars, pom, class := "neo4j-for-tests", serverPOM, "org.neo4j.cli.AdminTool"
	if name == "cypher-shell" {
		jars, pom, class = "cypher-shell-for-tests", shellPOM, "org.neo4j.shell.Main"
	}
	classpath, err := classpath(ctx, jars, pom)
	if err != nil {
		return nil, err
	}
	c := exec.CommandContext(ctx, "java", append([]string{"-cp", classpath, class}, args...)...)
	c.Dir = folder
	c.Env = append(os.Environ(), "NEO4J_HOME="+home, "NEO4J_CONF="+filepath.Join(home, "conf"))
	return c, nil
}
