package llm

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/entente-graph/entente/extract"
)

// Account is what became of the answers about one article, or of all of them.
type Account struct {
	Articles     int            `json:"articles"`
	Asked        int            `json:"asked"`  // pieces that the endpoint was asked about
	Cached       int            `json:"cached"` // pieces whose answers were there
	PromptTokens int            `json:"promptTokens"`
	AnswerTokens int            `json:"answerTokens"`
	Events       int            `json:"events"`           // suggested and taken
	Dropped      map[string]int `json:"dropped"`          // what was left out, by reason
	Failed       int            `json:"failed,omitempty"` // articles without an answer

	left []extract.Unfit
}

func (a *Account) drop(u extract.Unfit) {
	if a.Dropped == nil {
		a.Dropped = map[string]int{}
	}
	a.Dropped[u.Why]++
	a.left = append(a.left, u)
}

// add adds up; what exactly was dropped isn't kept.
func (a *Account) add(b Account) {
	a.Articles += b.Articles
	a.Asked += b.Asked
	a.Cached += b.Cached
	a.PromptTokens += b.PromptTokens
	a.AnswerTokens += b.AnswerTokens
	a.Events += b.Events
	a.Failed += b.Failed
	for why, n := range b.Dropped {
		if a.Dropped == nil {
			a.Dropped = map[string]int{}
		}
		a.Dropped[why] += n
	}
}

// String tells the account in a line or two.
func (a Account) String() string {
	s := fmt.Sprintf("The model was asked %d times (%d answers were kept from before; %d tokens sent, %d received): %d events taken",
		a.Asked, a.Cached, a.PromptTokens, a.AnswerTokens, a.Events)
	if a.Failed > 0 {
		s += fmt.Sprintf("; no answer for %d of %d articles", a.Failed, a.Articles)
	}
	if len(a.Dropped) == 0 {
		return s + "; nothing was left out."
	}
	reasons := slices.SortedFunc(maps.Keys(a.Dropped), func(p, q string) int {
		return cmp.Or(a.Dropped[q]-a.Dropped[p], strings.Compare(p, q))
	})
	for i, why := range reasons {
		reasons[i] = fmt.Sprintf("%d × %s", a.Dropped[why], why)
	}
	return s + ".\nLeft out: " + strings.Join(reasons, "; ") + "."
}
