package llm

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/entente-graph/entente/internal/wholefile"
)

// cache keeps answers in files, by model, prompt and what was asked. Files are
// written whole, so that several runs may share a folder.
type cache struct {
	folder string // "" keeps nothing
	model  string
	prompt string // its version
}

// kept is an answer in a file.
type kept struct {
	Model        string `json:"model"`
	Prompt       string `json:"prompt"`
	PromptTokens int    `json:"promptTokens"`
	AnswerTokens int    `json:"answerTokens"`
	Answer       string `json:"answer"`
}

func (c cache) file(message string) string {
	name := digest(c.model, c.prompt, message)
	return filepath.Join(c.folder, name[:2], name+".json")
}

// get gives the answer that was kept for a message. What isn't a whole answer of
// the right model counts as none.
func (c cache) get(message string) (kept, bool) {
	if c.folder == "" {
		return kept{}, false
	}
	var k kept
	text, err := os.ReadFile(c.file(message))
	if err != nil || json.Unmarshal(text, &k) != nil || k.Model != c.model || k.Prompt != c.prompt {
		return kept{}, false
	}
	_, err = parse(k.Answer)
	return k, err == nil
}

func (c cache) put(message string, k kept) error {
	if c.folder == "" {
		return nil
	}
	k.Model, k.Prompt = c.model, c.prompt
	text, err := json.MarshalIndent(k, "", " ")
	if err != nil {
		return fmt.Errorf("keep the answer: %w", err)
	}
	name := c.file(message)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return fmt.Errorf("keep the answer: %w", err)
	}
	if err := wholefile.Write(name, append(text, '\n')); err != nil {
		return fmt.Errorf("keep the answer: %w", err)
	}
	return nil
}

func digest(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		io.WriteString(h, p)
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))
}
