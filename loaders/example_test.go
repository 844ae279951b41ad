package loaders_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/entente-graph/entente/loaders"
)

// Articles come one by one; one that can't be read is an error, and reading goes on.
func ExampleRead() {
	lines := `{"id": "a1", "outlet": "Meridian", "published": "2018-03-17", "text": "Russia expelled 23 British diplomats on Saturday."}
{"id": "a2", "text": ""}
`
	for article, err := range loaders.Read(context.Background(), []string{"-"}, loaders.Options{Stdin: strings.NewReader(lines)}) {
		if err != nil {
			fmt.Println("refused:", err)
			continue
		}
		fmt.Println(article.ID, article.Outlet, article.Published, article.Text)
	}
	// Output:
	// a1 Meridian 2018-03-17 Russia expelled 23 British diplomats on Saturday.
	// refused: standard input:2: "text" is empty
}
