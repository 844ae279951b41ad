// name: disputed
// about: Events that somebody denies: who said what about them, when and where it was reported.
// param: actor  name    -         only events of this actor: a name, alias or id
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     100       rows at most

WITH $actor AS actor, $since AS since, $until AS until
CALL (actor) {
  WITH actor AS given WHERE given = ''
  MATCH (e:Event) RETURN e
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower(actor)})
  MATCH (:Actor {id: n.means})-[:INITIATED|TARGETED]-(e:Event) RETURN DISTINCT e
}
WITH e, since, until
WHERE e.status = 'denied'
  AND (since = '' OR e.date >= left(since, size(e.date)))
  AND (until = '' OR left(e.date, size(until)) <= until)
WITH e ORDER BY coalesce(e.date, '9999'), e.id LIMIT $limit
CALL (e) {
  MATCH p = (:Actor)-[:INITIATED|TARGETED]-(e) RETURN p
  UNION
  MATCH p = (e)<-[:ABOUT]-(:Claim)-[:ATTRIBUTED_TO]->(:Actor) RETURN p
  UNION
  MATCH p = (e)<-[:ABOUT]-(:Claim) RETURN p
}
RETURN p LIMIT 150
