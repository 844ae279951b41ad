package eval

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/entente-graph/entente"
)

// Sentences is a file of sentences, or of a few sentences each, with the events that
// they tell of: much quicker to write than articles with gold, and to try a
// construction on. Each line is
//
//	TYPE[/TYPE] | actor | recipient | status | text
//
// with accepted names between slashes, nothing where anything is right. Further
// events of the same text follow with a " in its place; - for the type says
// that nothing happens. // in a text is the end of a paragraph, # begins a comment.
type Sentences struct {
	Articles []entente.Article
	Gold     Gold
}

// ReadSentences reads such a file; name is what errors and articles call it.
func ReadSentences(r io.Reader, name string) (Sentences, error) {
	var all Sentences
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.SplitN(line, "|", 5)
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		if len(fields) != 5 || fields[4] == `"` && len(all.Articles) == 0 {
			return all, fmt.Errorf("%s:%d: want TYPE | actor | recipient | status | text", name, n)
		}
		if fields[4] != `"` {
			file := fmt.Sprintf("%s:%d", name, n)
			all.Articles = append(all.Articles, entente.Article{ID: "article:" + file, Path: file, Published: "2024-05-14", Language: "en",
				Text: strings.ReplaceAll(fields[4], " // ", "\n\n")})
			all.Gold.Articles = append(all.Gold.Articles, Article{File: file})
		}
		if fields[0] == "-" {
			continue
		}
		e := Event{ID: fmt.Sprintf("%s:%d", name, n), Actor: slashed(fields[1]), Recipient: slashed(fields[2]), Status: entente.Status(fields[3])}
		for _, t := range slashed(fields[0]) {
			if e.Types = append(e.Types, entente.EventType(t)); !slices.Contains(entente.EventTypes(), entente.EventType(t)) {
				return all, fmt.Errorf("%s:%d: unknown type %q", name, n, t)
			}
		}
		last := &all.Gold.Articles[len(all.Gold.Articles)-1]
		last.Events = append(last.Events, e)
	}
	return all, lines.Err()
}

func slashed(s string) []string {
	return slices.DeleteFunc(strings.Split(s, "/"), func(x string) bool { return x == "" })
}
