package llm

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	entente "github.com/entente-graph/entente"
)

//go:embed prompt/system.md
var systemFile string

// prompt is what every article is asked with, the same bytes for all of them.
type prompt struct {
	version string // of the words and of the vocabularies that answers may use
	system  string
	schema  map[string]any
}

func newPrompt() (prompt, error) {
	head, system, ok := strings.Cut(systemFile, "\n\n")
	version, named := strings.CutPrefix(head, "version: ")
	if !ok || !named {
		return prompt{}, fmt.Errorf("read the prompt: its first line isn't %q", "version: NUMBER")
	}
	p := prompt{system: system, schema: schema()}
	text, err := json.Marshal(p.schema)
	if err != nil {
		return prompt{}, fmt.Errorf("write the schema: %w", err)
	}
	p.version = version + "-" + digest(system, string(text))[:12]
	return p, nil
}

// message is an article, or a part of one, as the model is given it: JSON, so that
// no text can look like anything but a text.
func (prompt) message(a entente.Article, piece [2]int) string {
	text, err := json.Marshal(struct {
		Title     string       `json:"title"`
		Outlet    string       `json:"outlet"`
		Published entente.Date `json:"published"`
		Text      string       `json:"text"`
	}{a.Title, a.Outlet, a.Published, a.Text[piece[0]:piece[1]]})
	if err != nil { // strings always encode
		panic(err)
	}
	return string(text)
}

// inWords is the system prompt with the schema written out, for endpoints that
// don't hold a model to one.
func (p prompt) inWords() string {
	text, err := json.Marshal(p.schema)
	if err != nil { // newPrompt has encoded it before
		panic(err)
	}
	return p.system + "\n## The JSON schema of the answer\n" + string(text) + "\n"
}

// schema is the JSON schema of an answer, with the project's vocabularies as enums.
func schema() map[string]any {
	text := map[string]any{"type": "string"}
	enum := func(values ...string) map[string]any { return map[string]any{"type": "string", "enum": values} }
	list := func(of map[string]any) map[string]any { return map[string]any{"type": "array", "items": of} }
	claim := object("quote", text, "speaker", text, "stance", enum(strs(entente.Stances())...))
	kinds := []entente.ActorKind{entente.Person, entente.Organization, entente.Group}
	event := object(
		"type", enum(strs(entente.EventTypes())...),
		"action", enum(append([]string{""}, strs(entente.Actions())...)...),
		"status", enum(strs(entente.Statuses())...),
		"actors", list(text), "recipients", list(text), "treaty", text, "when", text,
		"news", map[string]any{"type": "boolean"}, "claims", list(claim))
	return object("names", list(object("name", text, "kind", enum(strs(kinds)...))), "events", list(event), "statements", list(claim))
}

// object is the schema of an object with just these fields: names and schemas in turn.
func object(fields ...any) map[string]any {
	properties, names := map[string]any{}, []string{}
	for i := 0; i < len(fields); i += 2 {
		name := fields[i].(string)
		properties[name] = fields[i+1]
		names = append(names, name)
	}
	return map[string]any{"type": "object", "properties": properties, "required": names, "additionalProperties": false}
}

func strs[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}
