package neo4jtest

import (
	"context"
	_ "embed"
	"fmt"
	"os/exec"
	"path/filepath"
	"testing"
)

//go:embed old.xml
var oldPOM []byte

const oldImage = "neo4j:4.4-community"

// Old gives the test a server that is too old for the program.
func Old(t testing.TB) Server {
	t.Helper()
	i, err := newInstance(t.Context(), "", prepareOld)
	need(t, err)
	t.Cleanup(i.Remove)
	if err := i.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	return i.Server
}

// prepareOld is prepare for the old server, whose settings have other names.
func prepareOld(ctx context.Context, i *Instance, bolt, http int) ([]string, error) {
	if exec.CommandContext(ctx, "docker", "info").Run() == nil {
		return []string{"docker", "run", "--rm", "--env", "NEO4J_AUTH=none", "--publish", fmt.Sprintf("127.0.0.1:%d:7687", bolt), oldImage}, nil
	}
	classpath, err := classpath(ctx, "old-neo4j-for-tests", oldPOM)
	if err != nil {
		return nil, err
	}
	settings := fmt.Sprintf(`dbms.default_listen_address=127.0.0.1
dbms.connector.bolt.listen_address=:%d
dbms.connector.bolt.advertised_address=:%d
dbms.connector.http.listen_address=:%d
dbms.security.auth_enabled=false
`, bolt, bolt, http)
	conf, err := configure(i.home, settings)
	if err != nil {
		return nil, err
	}
	command := []string{"java", "-Xmx600m"}
	for _, part := range []string{"nio", "lang", "util.concurrent"} { // Java 17 hides what it uses
		command = append(command, "--add-opens=java.base/java."+part+"=ALL-UNNAMED")
	}
	return append(command, "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "-cp", classpath,
		"org.neo4j.server.CommunityEntryPoint", "--home-dir="+i.home, "--config-dir="+filepath.Clean(conf)), nil
}
