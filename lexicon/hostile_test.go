package lexicon

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// A folder's file made to exhaust memory, to be read in two ways or to hide
// something ends the reading with its name and the reason.
func TestHostileFiles(t *testing.T) {
	bomb := "- id: a\n  aliases: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < 10; i++ {
		bomb += fmt.Sprintf("- id: a%d\n  aliases: &a%d [%s]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10))
	}
	for _, c := range []struct{ name, text, want string }{
		{"a bomb of aliases", bomb, "unmarshal"},
		{"an alias within itself", "- &a {id: x, aliases: [*a]}\n", "unmarshal"},
		{"deep brackets", "- id: a\n  aliases: " + strings.Repeat("[", 200_000), "depth"},
		{"deep blocks", strings.Repeat("- ", 200_000), "depth"},
		{"a key twice", "- id: a\n  id: b\n", "already"},
		{"an unknown key", "- id: a\n  nmae: b\n", "unknown key"},
		{"a second document", "- id: a\n---\n- id: b\n", "second YAML document"},
		{"no list", "id: a\n", "unmarshal"},
		{"no UTF-8", "- id: \"\xff\"\n", "UTF-8"},
		{"a control character", "- id: \"\x1b[31m\"\n", "control"},
		{"no YAML", "PK\x03\x04\x14\x00", "control"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Open(fstest.MapFS{"people-mine.yaml": {Data: []byte(c.text)}})
			if err == nil || !strings.Contains(err.Error(), "people-mine.yaml") || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %.300v; want one with the file's name and %q", err, c.want)
			}
		})
	}
}
