// name: articles
// about: The articles in the graph, with what was found in each.
// param: outlet  name    -         only this outlet's
// param: since   date    -         not before this date
// param: until   date    -         not after this date
// param: limit   int     50        rows at most
// columns: published, outlet, title, events, claims, id

CALL () {
  WITH $outlet AS given WHERE given = ''
  MATCH (a:Article)
  WHERE a._order >= left($since, 4) AND a._order < $until + '~'
    AND ($since = '' OR a.published >= left($since, size(a.published)))
  RETURN a ORDER BY a._order LIMIT $limit
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower($outlet)})
  MATCH (a:Article)-[:PUBLISHED_BY]->(:Outlet {id: n.means}) RETURN DISTINCT a
}
WITH a
WHERE ($since = '' OR a.published >= left($since, size(a.published)))
  AND ($until = '' OR left(a.published, size($until)) <= $until)
WITH a ORDER BY a._order LIMIT $limit
RETURN a.published AS published, a.outlet AS outlet, a.name AS title,
  COUNT { MATCH (a)-[:MAKES]->(:Claim)-[:ABOUT]->(e:Event) RETURN DISTINCT e } AS events,
  COUNT { (a)-[:MAKES]->(:Claim) } AS claims,
  a.id AS id
ORDER BY a._order
