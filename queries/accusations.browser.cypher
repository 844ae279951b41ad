// name: accusations
// about: Accusations and denials: who accuses whom of what, and who denies it.
// param: actor  name    -         only what this actor says or is accused of: a name, alias or id
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most

WITH $actor AS actor, $since AS since, $until AS until
CALL (actor) {
  WITH actor AS given WHERE given = ''
  MATCH (e:Event) RETURN e
  UNION
  MATCH (n:EntenteAlias {name: toLower(actor)})
  MATCH (:Actor {id: n.means})-[:INITIATED|TARGETED]-(e:Event) RETURN e
  UNION
  MATCH (n:EntenteAlias {name: toLower(actor)})
  MATCH (:Actor {id: n.means})<-[:ATTRIBUTED_TO]-(:Claim)-[:ABOUT]->(e:Event) RETURN e
}
WITH e, since, until, COUNT { MATCH (e)<-[:ABOUT]-(c:Claim) WHERE c.stance IN ['accuses', 'denies', 'condemns'] } AS words
WHERE (words > 0 OR e.type = 'ACCUSE')
  AND (since = '' OR e.date >= left(since, size(e.date)))
  AND (until = '' OR left(e.date, size(until)) <= until)
WITH e ORDER BY words DESC, coalesce(e.date, '9999'), e.id LIMIT $limit
CALL (e) {
  MATCH p = (:Actor)-[:INITIATED|TARGETED]-(e) RETURN p
  UNION
  MATCH p = (e)<-[:ABOUT]-(c:Claim)-[:ATTRIBUTED_TO]->(:Actor)
  WHERE c.stance IN ['accuses', 'denies', 'condemns'] OR e.type = 'ACCUSE' RETURN p
}
RETURN p LIMIT 120
