package wordvec

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func TestDecodeVectors(t *testing.T) {
	read := func(text string) (Space, error) { return decodeSpace(json.NewDecoder(strings.NewReader(text)), 2) }
	const head = `{"size":3,"dimensions":2,"words":["the","of","pact"],"vectors":`
	s, err := read(head + `{"pact":[9,9,8],"of":[3,4,5],"the":[1,2,2]}}`)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(s.Words, []string{"the", "of"}) || !slices.Equal(s.At[0], Vector{1, 2}) || !slices.Equal(s.At[1], Vector{3, 4}) {
		t.Errorf("got %v", s)
	}
	for _, bad := range []string{"", "{}", head + `{"of":[3,4,5]}}`, head + `{"of":[3],"the":[1,2,2]}}`, head + `{"of":"x"`} {
		if _, err := read(bad); err == nil {
			t.Errorf("read %q", bad)
		}
	}
}
