package llm

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	entente "github.com/entente-graph/entente"
)

// answer is what a model says an article tells. Nothing of it is believed before
// it is checked.
type answer struct {
	Names []struct {
		Name string            `json:"name"`
		Kind entente.ActorKind `json:"kind"`
	} `json:"names"`
	Events     []event `json:"events"`
	Statements []claim `json:"statements"`
}

type event struct {
	Type       entente.EventType `json:"type"`
	Action     entente.Action    `json:"action"`
	Status     entente.Status    `json:"status"`
	Actors     []string          `json:"actors"`
	Recipients []string          `json:"recipients"`
	Treaty     string            `json:"treaty"`
	When       string            `json:"when"`
	News       bool              `json:"news"`
	Claims     []claim           `json:"claims"`
}

type claim struct {
	Quote   string         `json:"quote"`
	Speaker string         `json:"speaker"`
	Stance  entente.Stance `json:"stance"`
}

// parse reads an answer. A fence around it, as models set around code, is let pass;
// anything else but one JSON object of the right shape is an error.
func parse(text string) (answer, error) {
	var a answer
	text = strings.TrimSpace(text)
	if inside, ok := strings.CutPrefix(text, "```"); ok {
		inside = strings.TrimPrefix(inside, "json")
		text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(inside), "```"))
	}
	if !strings.HasPrefix(text, "{") {
		return a, errors.New("read the answer: it is no JSON object")
	}
	if err := json.Unmarshal([]byte(text), &a); err != nil {
		return a, fmt.Errorf("read the answer: %w", err)
	}
	if a.Events == nil {
		return a, errors.New(`read the answer: it has no list "events"`)
	}
	return a, nil
}
