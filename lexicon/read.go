package lexicon

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// file is what one file holds; only the slice for its kind is set.
type file struct {
	name          string
	countries     []Country
	people        []Person
	organizations []Organization
	treaties      []Treaty
	offices       []Office
	places        []City
	frames        []Frame
	words         []Words
}

// decode reads one file as the kind its name gives.
func decode(name string, data []byte) (file, error) {
	f := file{name: name}
	var err error
	switch kind := kindOf(name); kind {
	case "countries":
		f.countries, err = list[Country](name, data)
	case "people":
		f.people, err = list[Person](name, data)
	case "organizations":
		f.organizations, err = list[Organization](name, data)
	case "treaties":
		f.treaties, err = list[Treaty](name, data)
	case "offices":
		f.offices, err = list[Office](name, data)
	case "places":
		f.places, err = list[City](name, data)
	case "frames":
		f.frames, err = list[Frame](name, data)
	case "words":
		f.words, err = list[Words](name, data)
	default:
		err = fmt.Errorf("%s: no kind of lexicon file begins with %q: name it countries, people, organizations, treaties, offices, places, frames or words, as in people-asia.yaml", name, kind)
	}
	return f, err
}

// list decodes a file that is one YAML list. A key that T doesn't have is an
// error, as is anything after the list.
func list[T any](name string, data []byte) ([]T, error) {
	if all, ok := quick[T](string(data)); ok {
		return all, nil
	}
	return listYAML[T](name, data)
}

func listYAML[T any](name string, data []byte) ([]T, error) {
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	var all []T
	if err := d.Decode(&all); err != nil {
		if errors.Is(err, io.EOF) { // nothing but comments
			return nil, nil
		}
		return nil, located(name, err)
	}
	var rest yaml.Node
	if err := d.Decode(&rest); err == nil {
		return nil, fmt.Errorf("%s:%d: a second YAML document: keep one list a file", name, rest.Line)
	} else if !errors.Is(err, io.EOF) {
		return nil, located(name, err)
	}
	return all, nil
}

var (
	atLine     = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)
	unknownKey = regexp.MustCompile(`^field (.+) not found in type lexicon\.(\w+)$`)
)

// located rewrites the YAML package's error so that it begins with file:line
// and speaks of keys, not of Go types.
func located(name string, err error) error {
	message := err.Error()
	var wrong *yaml.TypeError
	more := 0
	if errors.As(err, &wrong) && len(wrong.Errors) > 0 {
		message, more = wrong.Errors[0], len(wrong.Errors)-1
	}
	line := ""
	if m := atLine.FindStringSubmatch(message); m != nil {
		line, message = ":"+m[1], m[2]
	}
	if m := unknownKey.FindStringSubmatch(message); m != nil {
		message = fmt.Sprintf("unknown key %q in a %s", m[1], strings.ToLower(m[2]))
	}
	if more > 0 {
		message += fmt.Sprintf(" (and %d more like it)", more)
	}
	return fmt.Errorf("%s%s: %s", name, line, message)
}
