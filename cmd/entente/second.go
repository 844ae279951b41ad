package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/pflag"

	"github.com/entente-graph/entente"
	"github.com/entente-graph/entente/cmd/entente/internal/display"
	"github.com/entente-graph/entente/llm"
	"github.com/entente-graph/entente/loaders"
)

// Who reads articles.
const (
	byRules = "rules"
	byModel = "llm"
	byBoth  = "both"
)

// second is the language model as a second reader: the flags that say whether it
// reads, which one it is, and what may be spent on it.
type second struct {
	extractor   string
	url, model  string
	timeout     time.Duration
	parallel    int
	cache       string
	offline     bool
	onError     string
	maxArticles int
	maxTokens   int
	dryRun      bool

	reader *modelReader // nil until there is one
}

func (s *second) flags(f *pflag.FlagSet) {
	f.StringVar(&s.extractor, "extractor", byRules, "who reads: rules, llm (a language model, held to the text) or both")
	f.StringVar(&s.url, "llm-url", "", "an OpenAI-compatible endpoint, as far as /v1 (default: $ENTENTE_LLM_URL); a key comes from $ENTENTE_LLM_KEY")
	f.StringVar(&s.model, "llm-model", "", "the model, as the endpoint calls it (default: $ENTENTE_LLM_MODEL)")
	f.DurationVar(&s.timeout, "llm-timeout", llm.DefaultTimeout, "how long the endpoint may take to answer")
	f.IntVar(&s.parallel, "llm-parallel", 4, "requests at a time")
	f.StringVar(&s.cache, "llm-cache", "", "a folder for answers, which are asked for once (default: $ENTENTE_LLM_CACHE, else entente/llm in the user's cache folder)")
	f.BoolVar(&s.offline, "offline-cache", false, "ask nobody: use only answers that are in the folder")
	f.StringVar(&s.onError, "llm-on-error", "refuse", "an article without an answer: refuse it by name, or read it by the rules alone (refuse, rules)")
	f.IntVar(&s.maxArticles, "llm-max-articles", 0, "ask about so many articles at most, 0 for all; others are articles without an answer")
	f.IntVar(&s.maxTokens, "llm-max-tokens", 0, "send and receive so many tokens at most, 0 for any number; other articles are without an answer")
	f.BoolVar(&s.dryRun, "dry-run", false, "ask nobody and load nothing: say how many tokens and how much time the model would take")
}

// open makes the reader that was asked for.
func (s *second) open(ex rules) (reader, error) {
	switch s.extractor {
	case byRules:
		if s.dryRun || s.offline {
			return nil, usage("--dry-run and --offline-cache are about a language model: add --extractor llm or both")
		}
		return ex, nil
	case byModel, byBoth:
	default:
		return nil, usage("--extractor %q: want rules, llm or both", s.extractor)
	}
	if s.onError != "rules" && s.onError != "refuse" {
		return nil, usage("--llm-on-error %q: want rules or refuse", s.onError)
	}
	if s.maxArticles < 0 || s.maxTokens < 0 || s.parallel < 1 || s.timeout <= 0 {
		return nil, usage("--llm-max-articles, --llm-max-tokens, --llm-parallel and --llm-timeout: want numbers above 0")
	}
	options, err := s.options()
	if err != nil {
		return nil, err
	}
	model, err := llm.New(ex.Extractor, options)
	if err != nil {
		return nil, err
	}
	s.reader = &modelReader{Reader: model, rules: ex, join: options.Rules, fallBack: s.onError == "rules",
		settings: strings.Join([]string{s.extractor, options.URL, options.Model}, "\x00"), atOnce: max(s.parallel, runtime.GOMAXPROCS(0))}
	return s.reader, nil
}

func (s *second) options() (llm.Options, error) {
	o := llm.Options{URL: s.url, Model: s.model, Key: os.Getenv("ENTENTE_LLM_KEY"), Timeout: s.timeout, Parallel: s.parallel, Cache: s.cache,
		Offline: s.offline || s.dryRun, Rules: s.extractor == byBoth, MaxArticles: s.maxArticles, MaxTokens: s.maxTokens}
	if o.URL == "" {
		o.URL = os.Getenv("ENTENTE_LLM_URL")
	}
	if o.Model == "" {
		o.Model = os.Getenv("ENTENTE_LLM_MODEL")
	}
	if o.Model == "" {
		return o, usage("--extractor %s: name the model by --llm-model", s.extractor)
	}
	if o.Cache == "" {
		o.Cache = os.Getenv("ENTENTE_LLM_CACHE")
	}
	if o.Cache == "" {
		folder, err := os.UserCacheDir()
		if err != nil {
			return o, usage("find the user's cache folder, give one by --llm-cache: %w", err)
		}
		o.Cache = filepath.Join(folder, "entente", "llm")
	}
	if o.Offline {
		return o, nil
	}
	return o, fit(o.URL, o.Key)
}

// fit checks the address of an endpoint, and that a key isn't sent where others
// can read it. The address isn't repeated, for it may hold a password.
func fit(address, key string) error {
	u, err := url.Parse(address)
	switch {
	case address == "":
		return usage("name the endpoint by --llm-url, as far as /v1: http://localhost:11434/v1")
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		return usage("--llm-url: want an address like http://localhost:11434/v1")
	case u.User != nil:
		return usage("--llm-url: want no name or password in it; a key comes from $ENTENTE_LLM_KEY")
	case key != "" && u.Scheme == "http" && u.Hostname() != "localhost" && !net.ParseIP(u.Hostname()).IsLoopback():
		return usage("--llm-url: $ENTENTE_LLM_KEY would be sent unencrypted; want https")
	}
	return nil
}

// tell says what became of the model's answers, if it was one that read.
func (s *second) tell(a *app) {
	m := s.reader
	if m == nil || s.dryRun {
		return
	}
	a.say("%s", m.Account())
	slices.SortFunc(m.alone, func(x, y refusal) int { return strings.Compare(x.Path, y.Path) })
	for _, r := range m.alone {
		a.say("read by the rules alone: %s: %s", r.Path, r.Reason)
	}
}

// modelReader is a language model, with the rules where it has no answer.
type modelReader struct {
	*llm.Reader
	rules    rules
	join     bool   // with what the rules find
	fallBack bool   // to the rules, rather than refusing an article
	settings string // on which its answers depend
	atOnce   int

	mu    sync.Mutex
	alone []refusal // articles that were read by the rules alone, and why
}

func (m *modelReader) AtOnce() int { return m.atOnce }

func (m *modelReader) Extract(ctx context.Context, a entente.Article) (entente.Record, error) {
	rec, err := m.Reader.Extract(ctx, a)
	switch {
	case err == nil:
		return rec, nil
	case ctx.Err() != nil:
		return rec, ctx.Err()
	case !m.fallBack:
		return rec, &loaders.Refused{Path: a.Path, Reason: err.Error(), Err: err}
	}
	m.mu.Lock()
	m.alone = append(m.alone, refusal{a.Path, err.Error()})
	m.mu.Unlock()
	return m.rules.Extract(ctx, a)
}

func (m *modelReader) Explain(ctx context.Context, w io.Writer, a entente.Article) error {
	if m.join {
		if err := m.rules.Explain(ctx, w, a); err != nil {
			return err
		}
		fmt.Fprintln(w)
	}
	err := m.Reader.Explain(ctx, w, a)
	if err != nil && ctx.Err() == nil {
		return &loaders.Refused{Path: a.Path, Reason: err.Error(), Err: err}
	}
	return err
}

// How fast endpoints are, in tokens a second, is a guess: of a hosted model, or a
// small one on a good graphics card.
const (
	readRate  = 1000
	writeRate = 50
)

// estimate prints what reading the articles with the model would take.
func (s *second) estimate(a *app, articles articleSeq) error {
	var sum llm.Estimate
	for article, err := range unique(articles, ignore) {
		if err != nil {
			if !isRefusal(err) {
				return err
			}
			a.refuse(err)
			continue
		}
		sum.Add(s.reader.Estimate(article))
	}
	seconds := (sum.PromptTokens/readRate + sum.AnswerTokens/writeRate) / s.parallel
	if display.Format(a.format) != display.Table {
		return a.print([]string{"articles", "requests", "kept", "tokensSent", "tokensReceived", "seconds"},
			[][]any{{int64(sum.Articles), int64(sum.Requests), int64(sum.Cached), int64(sum.PromptTokens), int64(sum.AnswerTokens), int64(seconds)}})
	}
	_, err := fmt.Fprintf(a.stdout, "%s: %s (%s kept from before), about %d tokens sent and %d received.\nAt %d tokens read and %d written a second, %d requests at a time, that takes about %v. Nobody was asked.\n",
		count(sum.Articles, "article"), count(sum.Requests, "request"), count(sum.Cached, "answer"), sum.PromptTokens, sum.AnswerTokens,
		readRate, writeRate, s.parallel, time.Duration(seconds)*time.Second)
	return err
}
