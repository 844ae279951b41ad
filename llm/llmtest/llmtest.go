// Package llmtest is an OpenAI-compatible endpoint for tests: it answers with what
// a test says, or with answers that were recorded in files.
package llmtest

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// Request is what a model was asked.
type Request struct {
	Authorization string
	Model         string
	Messages      []Message
	Format        json.RawMessage // response_format as it came
}

// Message is one of those that a request consists of.
type Message struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// User is the first message of the user: the article.
func (r Request) User() string {
	for _, m := range r.Messages {
		if m.Role == "user" {
			return m.Content
		}
	}
	return ""
}

// Response is what the endpoint sends.
type Response struct {
	Answer  string // of the model
	Refusal string
	Status  int    // of HTTP, when not 200
	Body    string // to send as it stands, instead of an answer
}

// Endpoint is a server that is asked like a model, and notes what it was asked.
type Endpoint struct {
	URL string // as far as /v1

	mu    sync.Mutex
	asked []Request
}

// Asked gives the requests so far.
func (e *Endpoint) Asked() []Request {
	e.mu.Lock()
	defer e.mu.Unlock()
	return append([]Request(nil), e.asked...)
}

// Start starts an endpoint that answers requests, the first of which is number 1,
// by the function. It ends with the test.
func Start(t testing.TB, answer func(n int, r Request) Response) *Endpoint {
	e := &Endpoint{}
	s := httptest.NewServer(Handler(func(r Request) Response {
		e.mu.Lock()
		e.asked = append(e.asked, r)
		n := len(e.asked)
		e.mu.Unlock()
		return answer(n, r)
	}))
	t.Cleanup(func() { s.CloseClientConnections(); s.Close() })
	e.URL = s.URL + "/v1"
	return e
}

// Handler serves chat completions that the function answers.
func Handler(answer func(Request) Response) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/chat/completions", func(w http.ResponseWriter, req *http.Request) {
		var body struct {
			Model    string          `json:"model"`
			Messages []Message       `json:"messages"`
			Format   json.RawMessage `json:"response_format"`
		}
		if err := json.NewDecoder(req.Body).Decode(&body); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		r := answer(Request{req.Header.Get("Authorization"), body.Model, body.Messages, body.Format})
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Retry-After-Ms", "1") // tests don't wait
		if r.Status != 0 {
			w.WriteHeader(r.Status)
		}
		if r.Body != "" || r.Status != 0 {
			fmt.Fprint(w, r.Body)
			return
		}
		message := map[string]any{"role": "assistant", "content": r.Answer}
		if r.Refusal != "" {
			message["refusal"] = r.Refusal
		}
		_ = json.NewEncoder(w).Encode(map[string]any{
			"id": "x", "object": "chat.completion", "created": 0, "model": body.Model,
			"choices": []any{map[string]any{"index": 0, "finish_reason": "stop", "message": message}},
			"usage":   map[string]any{"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100},
		})
	})
	return mux
}

// Replay gives recorded answers: each file of the folder holds the title of an
// article and the answer about it. About others there is nothing to report.
func Replay(folder fs.FS) (func(Request) Response, error) {
	names, err := fs.Glob(folder, "*.json")
	if err != nil {
		return nil, err
	}
	answers := map[string]string{}
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, fmt.Errorf("read a recorded answer: %w", err)
		}
		var r struct {
			Title  string          `json:"title"`
			Answer json.RawMessage `json:"answer"`
		}
		if err := json.Unmarshal(text, &r); err != nil {
			return nil, fmt.Errorf("read the recorded answer %s: %w", name, err)
		}
		answers[r.Title] = string(r.Answer)
	}
	return func(r Request) Response {
		title, _ := r.Article()
		if a, ok := answers[title]; ok {
			return Response{Answer: a}
		}
		return Response{Answer: Nothing}
	}, nil
}

// Nothing is an answer that reports nothing.
const Nothing = `{"names":[],"events":[],"statements":[]}`

// Article reads what a request says of the article it is about.
func (r Request) Article() (title, text string) {
	var a struct{ Title, Text string }
	if err := json.NewDecoder(strings.NewReader(r.User())).Decode(&a); err != nil {
		return "", ""
	}
	return a.Title, a.Text
}
