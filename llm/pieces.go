package llm

// A piece of an article is asked about at a time: so many bytes, and so many
// sentences of the piece before it, so that no event lies across a cut.
const (
	pieceBytes = 5000
	overlap    = 2
)

// pieces cuts a text at the ends of its sentences, whose spans in bytes are given,
// into spans of at most the given bytes, unless one sentence is longer. What lies
// between sentences that are further apart than that is in none.
func pieces(sentences [][2]int, most int) [][2]int {
	var out [][2]int
	first := 0 // sentence of the piece
	for i, s := range sentences {
		if i > first && s[1]-sentences[first][0] > most {
			out = append(out, [2]int{sentences[first][0], sentences[i-1][1]})
			done := first
			first = max(done+1, i-overlap)
			for first < i && s[1]-sentences[first][0] > most {
				first++
			}
		}
	}
	if len(sentences) > 0 {
		out = append(out, [2]int{sentences[first][0], sentences[len(sentences)-1][1]})
	}
	return out
}
