// name: treaties
// about: Treaties with where they stand, their parties, and how much was done to them.
// param: actor   name    -         only treaties with this party: a name, alias or id
// param: status  string  -         only these: proposed, signed, in_force, suspended, withdrawn, concluded or expired
// param: limit   int     50        rows at most
// columns: treaty, year, status, parties, events, latest, articles

CALL () {
  WITH $actor AS given WHERE given = ''
  MATCH (t:Treaty) RETURN t
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower($actor)})
  MATCH (:Actor {id: n.means})<-[:HAS_PARTY]-(t:Treaty) RETURN DISTINCT t
}
WITH t
WHERE $status = '' OR t.status = toLower($status)
WITH t, COUNT { ()-[:CONCERNS]->(t) } AS events, COUNT { ()-[:MENTIONS]->(t) } AS articles
ORDER BY events DESC, articles DESC, t.id LIMIT $limit
RETURN t.name AS treaty, t.year AS year, t.status AS status,
  COLLECT { MATCH (t)-[:HAS_PARTY]->(x:Actor) RETURN x.name ORDER BY x.name, x.id } AS parties,
  events, head(COLLECT { MATCH (e:Event)-[:CONCERNS]->(t) WHERE e.date IS NOT NULL RETURN e.date ORDER BY e.date DESC }) AS latest, articles
ORDER BY events DESC, articles DESC, t.id
