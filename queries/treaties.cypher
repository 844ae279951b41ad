// name: treaties
// about: Treaties with where they stand, their parties, and how much was done to them.
// param: actor   string  -         only treaties with this party: a name, alias or id
// param: status  string  -         only these: proposed, signed, in_force, suspended, withdrawn, concluded or expired
// param: limit   int     50        rows at most
// columns: treaty, year, status, parties, events, latest, articles

OPTIONAL MATCH (a:Actor)
WHERE (a.id = toLower($actor) OR toLower(a.name) = toLower($actor)
   OR any(alias IN a.aliases WHERE toLower(alias) = toLower($actor)))
WITH collect(a) AS wanted
MATCH (t:Treaty)
WHERE ($status = '' OR t.status = toLower($status))
  AND ($actor = '' OR EXISTS { MATCH (t)-[:HAS_PARTY]->(x:Actor) WHERE x IN wanted })
RETURN t.name AS treaty, t.year AS year, t.status AS status,
  COLLECT { MATCH (t)-[:HAS_PARTY]->(x:Actor) RETURN x.name ORDER BY x.name, x.id } AS parties,
  COUNT { (:Event)-[:CONCERNS]->(t) } AS events,
  head(COLLECT { MATCH (e:Event)-[:CONCERNS]->(t) WHERE e.date IS NOT NULL RETURN e.date ORDER BY e.date DESC }) AS latest,
  COUNT { (:Article)-[:MENTIONS]->(t) } AS articles
ORDER BY events DESC, articles DESC, t.id
LIMIT $limit
