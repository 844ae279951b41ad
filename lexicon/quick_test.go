package lexicon

import (
	"errors"
	"io/fs"
	"reflect"
	"testing"
)

// What quick reads must be what the YAML package reads, whatever the text.
func FuzzQuickReadsAsYAML(f *testing.F) {
	for _, text := range []string{
		"- id: a\n  name: \"A: b\"\n  aliases: [A, 'B c', D'e]\n  terms:\n  - {office: king, of: AA, from: 1990}\n  - office: queen\n    of: BB # hers\n",
		"# none\n[]\n", "", "- {id: x}\n", "- id: a\n  aliases:\n  - one\n  - \"two\"\n\n  - three: four\n",
		"- id: a\n  year: 1972\n  multilateral: true\n  described: {kinds: [pact], topics: [[a, b], [c]],\n    examples: [x]}\n  life:\n    - {date: 1972-05, status: signed}\n",
		"- id: a\n  latitude: -12.50\n  longitude: 010\n  cities:\n  - {name: N, latitude: 0}\n",
		"- id: null\n  name: ~\n", "- id: a\n  name: b\n    c\n", "- id: a\n  aliases: [a,b, c#d, e ]\n", "- id: a\n  id: b\n", "- id: true\n  name: 1e3\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		same[Person](t, text)
		same[Treaty](t, text)
		same[Country](t, text)
	})
}

// same says whether the quick reader reads the text, and fails the test if that
// is not what YAML says.
func same[T any](t *testing.T, text string) bool {
	got, ok := quick[T](text)
	if !ok {
		return false
	}
	want, err := listYAML[T]("file", []byte(text))
	if err != nil {
		t.Errorf("quick reads %q, but YAML says: %v", text, err)
	} else if len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
		t.Errorf("%q: got %+v, want %+v", text, got, want)
	}
	return true
}

// Reading never panics, and what is wrong is said with the file's name.
func FuzzRead(f *testing.F) {
	f.Add("people.yaml", "- id: a\n  terms: [{office: king}]\n")
	f.Add("treaties-x.yaml", "- *a\n")
	f.Add("words.yaml", "- &a {id: b}\n- <<: *a\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		if !fs.ValidPath(name) {
			return
		}
		read, err := decode(name, []byte(text))
		if err != nil && !errors.Is(err, fs.ErrNotExist) && err.Error()[:len(name)] != name {
			t.Errorf("%q doesn't begin with the file's name", err)
		}
		var l Lexicon
		l.files = map[entry]string{}
		l.lay([]file{read})
		l.Check()
	})
}

// Every file that ships is written in the plain YAML that reads quickly.
func TestEmbeddedFilesReadQuickly(t *testing.T) {
	names, err := fs.Glob(embedded, "data/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := embedded.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, plain := string(data), false
		switch kindOf(name) {
		case "countries":
			plain = same[Country](t, text)
		case "people":
			plain = same[Person](t, text)
		case "organizations":
			plain = same[Organization](t, text)
		case "treaties":
			plain = same[Treaty](t, text)
		case "offices":
			plain = same[Office](t, text)
		case "places":
			plain = same[City](t, text)
		case "frames":
			plain = same[Frame](t, text)
		case "words":
			plain = same[Words](t, text)
		}
		if !plain {
			t.Errorf("%s needs the slow YAML reader: keep scalars on one line; quote them where YAML gives a sign a meaning", name)
		}
	}
}
