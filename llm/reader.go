// Package llm reads articles with a language model, and holds what it says to the
// text. A model behind an OpenAI-compatible endpoint is asked for events and claims
// by a JSON schema of the project's vocabularies. Of its answer only that is taken
// which the article bears out: quotes must be the text's own words, and names,
// treaties and times are looked up in the article as the rules of package extract
// do it, so that ids are the same whoever found something. What fails is dropped
// and counted. Answers are kept on disk, so that the same run gives the same records.
package llm

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	entente "github.com/entente-graph/entente"
	"github.com/entente-graph/entente/extract"
)

// Options say which model is asked, and how.
type Options struct {
	URL         string        // of the endpoint, as far as /v1
	Model       string        // as the endpoint calls it
	Key         string        // sent to the endpoint alone; "" for none
	Timeout     time.Duration // of one request; 0 for DefaultTimeout
	Parallel    int           // requests at a time; 0 for one
	Cache       string        // a folder for answers; "" to keep none
	Offline     bool          // use nothing but the folder
	Rules       bool          // join what the rules find
	MaxArticles int           // to ask about; 0 for all
	MaxTokens   int           // to send and receive; 0 for any number
}

// Reader reads articles with a model. It may be used by several goroutines at once.
type Reader struct {
	o      Options
	rules  *extract.Extractor
	prompt prompt
	client *client
	cache  cache
	budget budget

	mu    sync.Mutex
	total Account
}

// New makes a Reader whose names, treaties and times are those of the extractor.
func New(rules *extract.Extractor, o Options) (*Reader, error) {
	p, err := newPrompt()
	if err != nil {
		return nil, err
	}
	if o.Timeout == 0 {
		o.Timeout = DefaultTimeout
	}
	o.Parallel = max(o.Parallel, 1)
	return &Reader{o: o, rules: rules, prompt: p, client: newClient(o, p), cache: cache{o.Cache, o.Model, p.version},
		budget: budget{articles: o.MaxArticles, tokens: o.MaxTokens}}, nil
}

// Extract gives what the model finds in the article, joined with what the rules
// find if that is wanted. The error says why there is no answer; nothing of the
// article is given then.
func (r *Reader) Extract(ctx context.Context, a entente.Article) (entente.Record, error) {
	rec, _, err := r.read(ctx, a)
	return rec, err
}

// Account adds up what became of all answers so far.
func (r *Reader) Account() Account {
	r.mu.Lock()
	defer r.mu.Unlock()
	var sum Account
	sum.add(r.total)
	return sum
}

func (r *Reader) read(ctx context.Context, a entente.Article) (entente.Record, Account, error) {
	told := Account{Articles: 1}
	draft := r.rules.Draft(a, r.o.Rules)
	cut := pieces(draft.Sentences(), pieceBytes)
	answers, err := r.answers(ctx, a, cut, &told)
	if err != nil {
		told.Failed = 1
	}
	text := newFinder(a.Text)
	for i, one := range answers {
		checker{draft, text, cut[i], &told}.check(one)
	}
	r.mu.Lock()
	r.total.add(told)
	r.mu.Unlock()
	if err != nil {
		return entente.Record{}, told, err
	}
	return draft.Record(), told, nil
}

// answers gives the answer about each piece, all or none.
func (r *Reader) answers(ctx context.Context, a entente.Article, cut [][2]int, told *Account) ([]answer, error) {
	all := make([]kept, len(cut))
	var missing []int
	for i, piece := range cut {
		k, ok := r.cache.get(r.prompt.message(a, piece))
		if !ok {
			missing = append(missing, i)
			continue
		}
		all[i] = k
		told.Cached++
	}
	if len(missing) > 0 && r.o.Offline {
		return nil, fmt.Errorf("no answer of %s is kept for it, and nobody may be asked", r.o.Model)
	}
	if len(missing) > 0 && !r.budget.article() {
		return nil, fmt.Errorf("%d articles were asked about, and no more may be", r.o.MaxArticles)
	}
	g, ctx := errgroup.WithContext(ctx)
	for _, i := range missing {
		g.Go(func() (err error) {
			all[i], err = r.ask(ctx, r.prompt.message(a, cut[i]))
			return err
		})
	}
	err := g.Wait()
	for _, i := range missing {
		if all[i].Answer != "" {
			told.Asked++
			told.PromptTokens += all[i].PromptTokens
			told.AnswerTokens += all[i].AnswerTokens
		}
	}
	if err != nil {
		return nil, err
	}
	answers := make([]answer, len(all))
	for i, k := range all {
		if answers[i], err = parse(k.Answer); err != nil {
			return nil, err
		}
	}
	return answers, nil
}

// ask gets an answer and keeps it. One that can't be read is asked for once more.
func (r *Reader) ask(ctx context.Context, message string) (kept, error) {
	var k kept
	var wrong *mistake
	for {
		sent := tokens(r.prompt.system) + tokens(message)
		aside := sent + answerShare*tokens(message)
		if !r.budget.spend(aside) {
			return kept{}, fmt.Errorf("%d tokens may be spent, and this article would take more", r.o.MaxTokens)
		}
		got, err := r.client.ask(ctx, message, wrong)
		if err != nil {
			r.budget.settle(aside, 0)
			return kept{}, err
		}
		if got.promptTokens == 0 { // an endpoint that doesn't count
			got.promptTokens, got.answerTokens = sent, tokens(got.text)
		}
		r.budget.settle(aside, got.promptTokens+got.answerTokens)
		k.PromptTokens += got.promptTokens
		k.AnswerTokens += got.answerTokens
		k.Answer = got.text
		_, err = parse(got.text)
		if err == nil {
			return k, r.cache.put(message, k)
		}
		if wrong != nil {
			return kept{}, fmt.Errorf("%w, and asked again it wasn't better", err)
		}
		wrong = &mistake{got.text, err}
	}
}

// tokens guesses how many tokens a text has: English comes to about four bytes each.
func tokens(text string) int { return len(text)/4 + 1 }

// budget counts what may still be spent.
type budget struct {
	articles, tokens int // at most; 0 for any number

	mu             sync.Mutex
	asked, reserve int
}

// article reports whether one more article may be asked about.
func (b *budget) article() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.articles > 0 && b.asked >= b.articles {
		return false
	}
	b.asked++
	return true
}

// spend sets tokens aside, unless they are more than is left.
func (b *budget) spend(tokens int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.tokens > 0 && b.reserve+tokens > b.tokens {
		return false
	}
	b.reserve += tokens
	return true
}

// settle counts what was spent instead of what was set aside.
func (b *budget) settle(aside, spent int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.reserve += spent - aside
}

// Explain writes what the model found in the article, and what of its answer was
// left out and why. Control characters are the writer's to handle.
func (r *Reader) Explain(ctx context.Context, w io.Writer, a entente.Article) error {
	rec, told, err := r.read(ctx, a)
	if err != nil {
		return err
	}
	return errors.Join(explain(w, rec), explainLeft(w, told))
}
