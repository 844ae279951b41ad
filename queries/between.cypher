// name: between
// about: What two actors, or their officials, did to or with each other.
// param: a      name    required  one actor's name, alias or id
// param: b      name    required  the other's
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most
// columns: date, type, actors, targets, action, status, reports, quote, event

MATCH (n:EntenteAlias {name: toLower($a)})
MATCH (a:Actor {id: n.means})
OPTIONAL MATCH (a_official:Actor)-[:AFFILIATED_WITH]->(a)
WITH collect(DISTINCT a) + collect(DISTINCT a_official) AS side_a
MATCH (m:EntenteAlias {name: toLower($b)})
MATCH (b:Actor {id: m.means})
OPTIONAL MATCH (b_official:Actor)-[:AFFILIATED_WITH]->(b)
WITH side_a, collect(DISTINCT b) + collect(DISTINCT b_official) AS side_b
UNWIND side_a AS x
MATCH (x)-[:INITIATED|TARGETED]-(e:Event)-[:INITIATED|TARGETED]-(y:Actor)
WHERE y IN side_b AND x <> y
  AND ($since = '' OR e.date >= left($since, size(e.date)))
  AND ($until = '' OR left(e.date, size($until)) <= $until)
WITH DISTINCT e ORDER BY coalesce(e.date, '9999'), e.id LIMIT $limit
RETURN e.date AS date, e.type AS type,
  COLLECT { MATCH (x:Actor)-[:INITIATED]->(e) RETURN x.name ORDER BY x.name, x.id } AS actors,
  COLLECT { MATCH (e)-[:TARGETED]->(x:Actor) RETURN x.name ORDER BY x.name, x.id } AS targets,
  e.action AS action, e.status AS status, e.articles AS reports,
  head(COLLECT { MATCH (c:Claim)-[:ABOUT]->(e) RETURN c.quote ORDER BY c.confidence DESC, c.start, c.id }) AS quote,
  e.id AS event
ORDER BY coalesce(e.date, '9999'), event
