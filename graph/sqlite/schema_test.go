package sqlite

import (
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "rewrite schema.sql")

func TestSchemaFile(t *testing.T) {
	if *update {
		if err := os.WriteFile("schema.sql", []byte(schema()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	file, err := os.ReadFile("schema.sql")
	if err != nil {
		t.Fatal(err)
	}
	if string(file) != schema() {
		t.Error("schema.sql isn't what the graph's description gives: run go test ./graph/sqlite -run TestSchemaFile -update")
	}
}
