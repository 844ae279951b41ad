// name: articles
// about: The articles in the graph, with what was found in each.
// param: outlet  name    -         only this outlet's
// param: since   date    -         not before this date
// param: until   date    -         not after this date
// param: limit   int     50        rows at most

WITH $outlet AS outlet, $since AS since, $until AS until
CALL (outlet) {
  WITH outlet AS given WHERE given = ''
  MATCH (a:Article) RETURN a
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower(outlet)})
  MATCH (a:Article)-[:PUBLISHED_BY]->(:Outlet {id: n.means}) RETURN DISTINCT a
}
WITH a, since, until
WHERE (since = '' OR a.published >= left(since, size(a.published)))
  AND (until = '' OR left(a.published, size(until)) <= until)
WITH a ORDER BY coalesce(a.published, '9999'), a.id LIMIT $limit
CALL (a) {
  MATCH p = (a)-[:PUBLISHED_BY]->(:Outlet) RETURN p
  UNION
  MATCH p = (a)-[:MAKES]->(:Claim)-[:ABOUT]->(e:Event)
  RETURN p ORDER BY e.texts DESC, e.articles DESC, e.id LIMIT 5
}
RETURN p LIMIT 120
