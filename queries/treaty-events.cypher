// name: treaty-events
// about: What happened to each treaty, in order: proposals, signatures, suspensions, exits.
// param: action  string  -         only this: propose, negotiate, sign, ratify, join, extend, suspend, withdraw, violate or reject
// param: since   date    -         not before this date
// param: until   date    -         not after this date
// param: limit   int     50        rows at most
// columns: treaty, date, action, actors, status, sources, quote, event

MATCH (t:Treaty)<-[k:CONCERNS]-(e:Event)
WHERE t.name >= '' AND ($action = '' OR k.action = toLower($action))
  AND e._order < $until + '~' AND ($since = '' OR e.date >= left($since, size(e.date)))
WITH t, k, e ORDER BY t.name, t.id, e._order LIMIT $limit
RETURN t.name AS treaty, e.date AS date, coalesce(k.action, toLower(e.type)) AS action,
  COLLECT { MATCH (x:Actor)-[:INITIATED]->(e) RETURN x.name ORDER BY x.name, x.id } AS actors,
  e.status AS status,
  COLLECT { MATCH (a:Article)-[:MAKES]->(:Claim)-[:ABOUT]->(e) RETURN DISTINCT coalesce(a.outlet, a.name) AS source ORDER BY source } AS sources,
  head(COLLECT { MATCH (c:Claim)-[:ABOUT]->(e) RETURN c.quote ORDER BY c.confidence DESC, c.start, c.id }) AS quote,
  e.id AS event
ORDER BY t.name, t.id, e._order
