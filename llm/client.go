package llm

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"github.com/openai/openai-go/v2"
	"github.com/openai/openai-go/v2/option"
	"github.com/openai/openai-go/v2/packages/param"
	"github.com/openai/openai-go/v2/shared"
)

const (
	retries     = 4       // of an endpoint that is busy or down
	mostAnswer  = 8 << 20 // bytes of a response
	mostTokens  = 8000    // of an answer, and
	leastTokens = 400     // for one about hardly any text
	giveUpAfter = 5       // failures of the endpoint, one after the other
)

// client asks an OpenAI-compatible endpoint.
type client struct {
	chat   openai.ChatCompletionService
	model  string
	key    string
	prompt prompt
	slots  chan struct{} // one for each request at a time
	form   atomic.Int32  // of forms, the one that the endpoint takes
	failed atomic.Int32  // failures of the endpoint since it answered last
}

func newClient(o Options, p prompt) *client {
	// The service is made by itself, since openai.NewClient reads the environment.
	// Redirections aren't followed: articles and the key go where the user said.
	direct := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	chat := openai.NewChatCompletionService(option.WithBaseURL(o.URL), option.WithAPIKey(o.Key), option.WithMaxRetries(retries),
		option.WithRequestTimeout(o.Timeout), option.WithHTTPClient(direct), option.WithMiddleware(bounded))
	return &client{chat: chat, model: o.Model, key: o.Key, prompt: p, slots: make(chan struct{}, o.Parallel)}
}

// bounded keeps an endpoint from sending without end, and from being sent a key
// where there is none.
func bounded(req *http.Request, next option.MiddlewareNext) (*http.Response, error) {
	if req.Header.Get("Authorization") == "Bearer " {
		req.Header.Del("Authorization")
	}
	res, err := next(req)
	if res != nil && res.Body != nil {
		res.Body = struct {
			io.Reader
			io.Closer
		}{io.LimitReader(res.Body, mostAnswer), res.Body}
	}
	return res, err
}

// reply is what the endpoint sent.
type reply struct {
	text                       string
	promptTokens, answerTokens int
}

// forms are the ways to ask for JSON, best first. An endpoint that turns one down
// as a bad request is asked in the next.
var forms = []func(p prompt, params *openai.ChatCompletionNewParams) []option.RequestOption{
	func(p prompt, params *openai.ChatCompletionNewParams) []option.RequestOption {
		params.Temperature, params.Seed, params.MaxTokens = param.NewOpt(0.0), param.NewOpt(int64(1)), param.NewOpt(room(params))
		params.ResponseFormat = bySchema(p)
		return nil
	},
	func(p prompt, params *openai.ChatCompletionNewParams) []option.RequestOption { // models that reason, which choose their own temperature
		params.MaxCompletionTokens = param.NewOpt(4 * room(params))
		params.ResponseFormat = bySchema(p)
		return nil
	},
	func(p prompt, params *openai.ChatCompletionNewParams) []option.RequestOption { // llama-cpp-python
		params.Temperature, params.Seed, params.MaxTokens = param.NewOpt(0.0), param.NewOpt(int64(1)), param.NewOpt(room(params))
		return []option.RequestOption{option.WithJSONSet("response_format", map[string]any{"type": "json_object", "schema": p.schema})}
	},
	func(p prompt, params *openai.ChatCompletionNewParams) []option.RequestOption {
		params.Messages[0], params.MaxTokens = openai.SystemMessage(p.inWords()), param.NewOpt(room(params))
		return nil
	},
}

// room is how many tokens the answer about an article may have: several times as
// many as the text, so that a model that repeats itself comes to an end.
func room(params *openai.ChatCompletionNewParams) int64 {
	const article = 1 // the message after the system's
	return int64(min(leastTokens+6*tokens(params.Messages[article].OfUser.Content.OfString.Value), mostTokens))
}

func bySchema(p prompt) openai.ChatCompletionNewParamsResponseFormatUnion {
	return openai.ChatCompletionNewParamsResponseFormatUnion{OfJSONSchema: &shared.ResponseFormatJSONSchemaParam{
		JSONSchema: shared.ResponseFormatJSONSchemaJSONSchemaParam{Name: "reading", Strict: param.NewOpt(true), Schema: p.schema}}}
}

// ask sends a message, and after it what was wrong with an earlier answer, if
// anything. It waits for its turn, and again while the endpoint is busy or down.
func (c *client) ask(ctx context.Context, message string, wrong *mistake) (reply, error) {
	select {
	case c.slots <- struct{}{}:
		defer func() { <-c.slots }()
	case <-ctx.Done():
		return reply{}, ctx.Err()
	}
	if n := c.failed.Load(); n >= giveUpAfter {
		return reply{}, fmt.Errorf("the endpoint failed %d times in a row and is asked no more", n)
	}
	var first error // which tells best what the endpoint wants
	for form := c.form.Load(); ; form++ {
		r, err := c.try(ctx, int(form), message, wrong)
		if err == nil {
			c.form.Store(form)
			c.failed.Store(0)
			return r, nil
		}
		bad := badForm(err)
		if first == nil || !bad {
			first = err
		}
		if !bad || int(form) == len(forms)-1 {
			break
		}
	}
	if ctx.Err() != nil {
		return reply{}, ctx.Err()
	}
	if errors.Is(first, errNoAnswer) {
		return reply{}, first
	}
	c.failed.Add(1)
	return reply{}, c.plain(first)
}

// badForm reports whether an endpoint turned down the form of a request.
func badForm(err error) bool {
	var status *openai.Error
	if !errors.As(err, &status) {
		return false
	}
	switch status.StatusCode {
	case http.StatusBadRequest, http.StatusUnprocessableEntity:
		return true
	case http.StatusInternalServerError: // as llama-cpp-python says it
		return strings.Contains(status.Message, "response_format")
	}
	return false
}

var errNoAnswer = errors.New("no answer")

// mistake is an answer that could not be read, and why.
type mistake struct {
	answer string
	err    error
}

func (c *client) try(ctx context.Context, form int, message string, wrong *mistake) (reply, error) {
	params := openai.ChatCompletionNewParams{Model: c.model, Messages: []openai.ChatCompletionMessageParamUnion{
		openai.SystemMessage(c.prompt.system), openai.UserMessage(message)}}
	if wrong != nil {
		params.Messages = append(params.Messages, openai.AssistantMessage(wrong.answer),
			openai.UserMessage("That could not be read: "+wrong.err.Error()+". Answer again with the whole JSON object and nothing else."))
	}
	options := forms[form](c.prompt, &params)
	res, err := c.chat.New(ctx, params, options...)
	if err != nil {
		return reply{}, err
	}
	if len(res.Choices) == 0 {
		return reply{}, fmt.Errorf("%w: the response holds no choice", errNoAnswer)
	}
	choice := res.Choices[0]
	if choice.Message.Refusal != "" || choice.FinishReason == "content_filter" {
		return reply{}, fmt.Errorf("%w: the model refused: %s", errNoAnswer, short(choice.Message.Refusal))
	}
	return reply{choice.Message.Content, int(res.Usage.PromptTokens), int(res.Usage.CompletionTokens)}, nil
}

// plain says what went wrong with the endpoint, without the key.
func (c *client) plain(err error) error {
	var status *openai.Error
	switch {
	case errors.As(err, &status):
		text := fmt.Sprintf("the endpoint answered %d %s", status.StatusCode, http.StatusText(status.StatusCode))
		if m := status.Message; m != "" && status.StatusCode != http.StatusUnauthorized && status.StatusCode != http.StatusForbidden {
			text += ": " + short(m)
		}
		err = errors.New(text)
	case errors.Is(err, context.DeadlineExceeded):
		err = errors.New("the endpoint didn't answer in time")
	}
	if c.key != "" && strings.Contains(err.Error(), c.key) {
		err = errors.New(strings.ReplaceAll(err.Error(), c.key, "***"))
	}
	return fmt.Errorf("ask the model: %w", err)
}

// short is the beginning of a text, for a message.
func short(s string) string {
	const most = 200
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// DefaultTimeout is how long a request may take that sets no other limit.
const DefaultTimeout = 2 * time.Minute
