// name: search
// about: Actors, treaties, events and quotes that have a text in them, whatever the case.
// param: text   string  required  what to look for, as it stands there
// param: limit  int     50        rows at most
// columns: kind, name, date, quote, actor, id

CALL () {
  MATCH (a:Actor)
  WHERE toLower(a.name) CONTAINS toLower($text) OR any(x IN a.aliases WHERE toLower(x) CONTAINS toLower($text))
  RETURN 1 AS part, 'actor' AS kind, a AS n, null AS quote
  UNION ALL
  MATCH (t:Treaty)
  WHERE toLower(t.name) CONTAINS toLower($text) OR any(x IN t.aliases WHERE toLower(x) CONTAINS toLower($text))
  RETURN 2 AS part, 'treaty' AS kind, t AS n, null AS quote
  UNION ALL
  MATCH (e:Event)
  WHERE toLower(e.name) CONTAINS toLower($text)
  RETURN 3 AS part, 'event' AS kind, e AS n, null AS quote
  UNION ALL
  MATCH (c:Claim)
  WHERE toLower(c.quote) CONTAINS toLower($text)
  WITH c MATCH (c)-[:ABOUT]->(e:Event)
  RETURN DISTINCT 4 AS part, 'quote' AS kind, e AS n, c.quote AS quote
}
WITH part, kind, n, quote ORDER BY part, coalesce(n.date, '9999'), n.name, n.id, quote LIMIT $limit
RETURN kind, n.name AS name, n.date AS date, quote,
  CASE part WHEN 1 THEN n.id ELSE head(COLLECT { MATCH (a:Actor)-[:INITIATED]->(n) RETURN a.id ORDER BY a.id }) END AS actor, n.id AS id
ORDER BY part, coalesce(date, '9999'), name, id, quote
