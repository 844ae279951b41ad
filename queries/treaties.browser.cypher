// name: treaties
// about: Treaties with where they stand, their parties, and how much was done to them.
// param: actor   name    -         only treaties with this party: a name, alias or id
// param: status  string  -         only these: proposed, signed, in_force, suspended, withdrawn, concluded or expired
// param: limit   int     50        rows at most

WITH $actor AS actor, $status AS status
CALL (actor) {
  WITH actor AS given WHERE given = ''
  MATCH (t:Treaty) RETURN t
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower(actor)})
  MATCH (:Actor {id: n.means})<-[:HAS_PARTY]-(t:Treaty) RETURN DISTINCT t
}
WITH t, status
WHERE status = '' OR t.status = toLower(status)
WITH t, COUNT { ()-[:CONCERNS]->(t) } AS events, COUNT { ()-[:MENTIONS]->(t) } AS articles
ORDER BY events DESC, articles DESC, t.id LIMIT $limit
MATCH p = (t)-[:HAS_PARTY|COMPARED_TO]-()
RETURN p LIMIT 250
