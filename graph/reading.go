package graph

import (
	"context"
	"fmt"

	"github.com/entente-graph/entente"
)

// reading names an article as a reader reads it, with all that its record depends
// on; "" for a reader without a name.
func reading(a entente.Article, reader string) string {
	if reader == "" {
		return ""
	}
	return digest(reader, a.SHA256(), a.Path)
}

// Unread tells, for each of the articles, whether that reader has yet to read it: whether
// the store doesn't hold it as it is now, or as somebody else read it. Articles and
// reader are all it looks at, so it costs far less than to read them and Load.
func Unread(ctx context.Context, s Store, reader string, articles []entente.Article) ([]bool, error) {
	ids := make([]any, len(articles))
	for i, a := range articles {
		ids[i] = a.ID
	}
	rows, err := s.Query(ctx, Query{
		Cypher:  "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id AS id, a._reading AS reading",
		SQL:     "SELECT id, _reading AS reading FROM article WHERE id IN (SELECT value FROM json_each($ids))",
		Columns: []string{"id", "reading"},
	}, map[string]any{"ids": ids})
	if err != nil {
		return nil, fmt.Errorf("look for articles that are there: %w", err)
	}
	held := map[any]any{}
	for _, v := range rows.Values {
		held[v[0]] = v[1]
	}
	unread := make([]bool, len(articles))
	for i, a := range articles {
		r := reading(a, reader)
		unread[i] = r == "" || held[a.ID] != r
	}
	return unread, nil
}
