package export_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// python gives a Python that has what testdata/requirements.txt names, in an
// environment of its own among the user's cached files, which is made the first
// time. Without Python or the registry the test is skipped aloud, or fails if
// ENTENTE_REQUIRE_PYTHON is 1.
func python(t *testing.T) func(args ...string) *exec.Cmd {
	t.Helper()
	dir, err := environment(t.Context())
	if err != nil && os.Getenv("ENTENTE_REQUIRE_PYTHON") != "1" {
		t.Skip("NOT READ BY NETWORKX, PANDAS AND FOLLOWTHEMONEY: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return func(args ...string) *exec.Cmd {
		return exec.CommandContext(t.Context(), filepath.Join(dir, "bin", "python"), args...)
	}
}

func environment(ctx context.Context) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	list, err := os.ReadFile("testdata/requirements.txt")
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(list)
	dir := filepath.Join(cache, "entente", "python-"+hex.EncodeToString(sum[:8]))
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	unfinished := fmt.Sprintf("%s.%d", dir, os.Getpid()) // other tests may be at it, too
	defer os.RemoveAll(unfinished)
	for _, command := range [][]string{
		{"python3", "-m", "venv", unfinished},
		{filepath.Join(unfinished, "bin", "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
			"--only-binary", ":all:", "--no-deps", "--requirement", "testdata/requirements.txt"},
	} {
		if output, err := exec.CommandContext(ctx, command[0], command[1:]...).CombinedOutput(); err != nil {
			return "", fmt.Errorf("%v: %w\n%s", command, err, output)
		}
	}
	if err := os.Rename(unfinished, dir); err != nil {
		if _, there := os.Stat(dir); there != nil {
			return "", err
		}
	}
	return dir, nil
}
