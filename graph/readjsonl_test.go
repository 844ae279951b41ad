package graph

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// FuzzReadJSONL reads any text as an export: an element that is taken is one of
// the graph's kinds, and its own line of an export reads as the same element.
func FuzzReadJSONL(f *testing.F) {
	for _, s := range []string{
		`{"type":"node","id":"person:x","labels":["Actor","Person"],"properties":{"id":"person:x","name":"X","aliases":["a","b"]}}`,
		`{"type":"relationship","id":"r","label":"MENTIONS","start":{"id":"article:a","labels":["Article"]},"end":{"id":"person:x","labels":["Actor"]},"properties":{"count":2}}`,
		`{"type":"node","id":"event:e","labels":["Event"],"properties":{"articles":1.5,"_reports":"x"}}`,
		`{"type":"node","id":"claim:c","labels":["Claim"],"properties":{"quote":"\u0000\ud800","start":9223372036854775807,"confidence":1e400}}`,
		`{"type":"node"}{"type":"node"}`, "[]\n\n{}", "null", `{"type":"relationship","start":{},"end":null}`, `{"properties":` + strings.Repeat("[", 100),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var got []Element
		err := ReadJSONL(strings.NewReader(text), func(e Element) error {
			got = append(got, e)
			return nil
		})
		if err != nil && !strings.HasPrefix(err.Error(), "line ") {
			t.Errorf("%q names no line", err)
		}
		for _, e := range got {
			i := slices.IndexFunc(Kinds(), func(k Kind) bool { return k.Name == e.Kind })
			if i < 0 {
				t.Fatalf("an element of no kind: %+v", e)
			}
			line, err := json.Marshal(export(Kinds()[i], e))
			if err != nil {
				t.Fatal(err)
			}
			again, err := readLine(line)
			if err != nil || !reflect.DeepEqual(again, e) {
				t.Errorf("%s: read as %#v, again as %#v, %v", line, e, again, err)
			}
		}
	})
}
