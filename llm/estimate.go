package llm

import (
	entente "github.com/entente-graph/entente"
)

// Estimate is what asking about articles would come to.
type Estimate struct {
	Articles     int
	Requests     int
	Cached       int // pieces whose answers are there
	PromptTokens int
	AnswerTokens int
}

// answerShare is how long an answer is, in parts of its text. The recorded answers
// of testdata/answers are three times as long as the sample articles.
const answerShare = 3

// Estimate works out what reading the article would take; nobody is asked. Tokens
// are guessed, at four bytes each.
func (r *Reader) Estimate(a entente.Article) Estimate {
	e := Estimate{Articles: 1}
	for _, piece := range pieces(r.rules.Draft(a, false).Sentences(), pieceBytes) {
		message := r.prompt.message(a, piece)
		if _, ok := r.cache.get(message); ok {
			e.Cached++
			continue
		}
		e.Requests++
		e.PromptTokens += tokens(r.prompt.system) + tokens(message)
		e.AnswerTokens += answerShare * tokens(message)
	}
	return e
}

// Add adds the estimates of other articles.
func (e *Estimate) Add(o Estimate) {
	e.Articles += o.Articles
	e.Requests += o.Requests
	e.Cached += o.Cached
	e.PromptTokens += o.PromptTokens
	e.AnswerTokens += o.AnswerTokens
}
