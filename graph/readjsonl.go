package graph

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// ReadJSONL yields the elements of an export as WriteJSONL writes it. Hidden
// properties, which no export has, are missing from them. An error, one of yield
// included, says which line it is about.
func ReadJSONL(r io.Reader, yield func(Element) error) error {
	lines := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if len(bytes.TrimSpace(line)) > 0 {
			e, faulty := readLine(line)
			if faulty == nil {
				faulty = yield(e)
			}
			if faulty != nil {
				return fmt.Errorf("line %d: %w", n, faulty)
			}
		}
		if err == io.EOF {
			return nil
		}
	}
}

// readLine is the inverse of export, for one line.
func readLine(line []byte) (Element, error) {
	var x exported
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	if err := d.Decode(&x); err != nil {
		return Element{}, fmt.Errorf("not a line of an export: %w", err)
	}
	if d.More() {
		return Element{}, errors.New("not a line of an export: something follows the object")
	}
	switch {
	case x.Type == "node":
		return x.node()
	case x.Type == "relationship" && x.Start != nil && x.End != nil:
		return x.relationship()
	}
	return Element{}, errors.New(`not a line of an export: want a "type" of node, or of relationship with "start" and "end"`)
}

func (x exported) node() (Element, error) {
	i := slices.IndexFunc(x.Labels, func(l string) bool { k, ok := Describe(l); return ok && k.Node() })
	if i < 0 || x.ID == "" {
		return Element{}, fmt.Errorf("node %q with the labels %q: want an id and a label of this program", x.ID, x.Labels)
	}
	if id, ok := x.Properties["id"]; ok && id != x.ID {
		return Element{}, fmt.Errorf("node %q has the property id %q", x.ID, id)
	}
	delete(x.Properties, "id")
	k, _ := Describe(x.Labels[i])
	p, err := k.decode(x.Properties)
	return Element{Key: Key{Kind: k.Name, ID: x.ID}, Props: p}, err
}

func (x exported) relationship() (Element, error) {
	k, ok := Describe(x.Label)
	if !ok || k.Node() {
		return Element{}, fmt.Errorf("unknown type of relationship %q", x.Label)
	}
	p, err := k.decode(x.Properties)
	key := Key{Kind: k.Name, Start: x.Start.ID, End: x.End.ID}
	key.ID, _ = p[k.Distinct].(string)
	return Element{Key: key, Props: p}, err
}

// decode gives properties read from JSON the types that the kind's have.
func (k Kind) decode(from map[string]any) (map[string]any, error) {
	p := map[string]any{}
	for name, v := range from {
		i := slices.IndexFunc(k.Properties, func(p Property) bool { return p.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("%s has no property %q", k.Name, name)
		}
		typed, err := k.Properties[i].Type.decode(v)
		if err != nil {
			return nil, fmt.Errorf("property %s of %s: %w", name, k.Name, err)
		}
		p[name] = typed
	}
	return p, nil
}

func (t Type) decode(v any) (any, error) {
	number, _ := v.(json.Number)
	switch t {
	case Text:
		if s, ok := v.(string); ok {
			return s, nil
		}
	case Boolean:
		if b, ok := v.(bool); ok {
			return b, nil
		}
	case Integer:
		if n, err := number.Int64(); err == nil {
			return n, nil
		}
	case Real:
		if f, err := number.Float64(); err == nil {
			return f, nil
		}
	case List:
		values, ok := v.([]any)
		var list []string
		for _, v := range values {
			s, isText := v.(string)
			ok, list = ok && isText, append(list, s)
		}
		if ok {
			return list, nil
		}
	}
	return nil, fmt.Errorf("%v is of the wrong type", v)
}
