// name: search
// about: Actors, treaties, events and quotes that have a text in them, whatever the case.
// param: text   string  required  what to look for, as it stands there
// param: limit  int     50        rows at most
// columns: kind, name, date, quote, actor, id

CALL {
  MATCH (a:Actor)
  WHERE toLower(a.name) CONTAINS toLower($text) OR any(x IN a.aliases WHERE toLower(x) CONTAINS toLower($text))
  RETURN 1 AS part, 'actor' AS kind, a.name AS name, null AS date, null AS quote, a.id AS actor, a.id AS id
  UNION ALL
  MATCH (t:Treaty)
  WHERE toLower(t.name) CONTAINS toLower($text) OR any(x IN t.aliases WHERE toLower(x) CONTAINS toLower($text))
  RETURN 2 AS part, 'treaty' AS kind, t.name AS name, null AS date, null AS quote, null AS actor, t.id AS id
  UNION ALL
  MATCH (e:Event)
  WHERE toLower(e.name) CONTAINS toLower($text)
  OPTIONAL MATCH (a:Actor)-[:INITIATED]->(e)
  RETURN 3 AS part, 'event' AS kind, e.name AS name, e.date AS date, null AS quote, min(a.id) AS actor, e.id AS id
  UNION ALL
  MATCH (c:Claim)-[:ABOUT]->(e:Event)
  WHERE toLower(c.quote) CONTAINS toLower($text)
  OPTIONAL MATCH (a:Actor)-[:INITIATED]->(e)
  RETURN 4 AS part, 'quote' AS kind, e.name AS name, e.date AS date, c.quote AS quote, min(a.id) AS actor, e.id AS id
}
RETURN kind, name, date, quote, actor, id
ORDER BY part, coalesce(date, '9999'), name, id, quote
LIMIT $limit
