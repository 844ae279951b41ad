// name: corroborated
// about: How well each event is attested: by how many articles, outlets and independent texts, and who speaks for and against it.
// param: actor  name    -         only events of this actor: a name, alias or id
// param: least  int     2         only events that so many independent texts carry
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most

WITH $actor AS actor, $least AS least, $since AS since, $until AS until
CALL (actor) {
  WITH actor AS given WHERE given = ''
  MATCH (e:Event) RETURN e
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower(actor)})
  MATCH (:Actor {id: n.means})-[:INITIATED|TARGETED]-(e:Event) RETURN DISTINCT e
}
WITH e, least, since, until
WHERE e.texts >= least
  AND (since = '' OR e.date >= left(since, size(e.date)))
  AND (until = '' OR left(e.date, size(until)) <= until)
WITH e ORDER BY e.texts DESC, e.outlets DESC, e.articles DESC, coalesce(e.date, '9999'), e.id LIMIT $limit
CALL (e) {
  MATCH p = (:Actor)-[:INITIATED|TARGETED]-(e) RETURN p
  UNION
  MATCH p = (e)<-[:ABOUT]-(:Claim)<-[:MAKES]-(:Article)-[:PUBLISHED_BY]->(:Outlet) RETURN p
}
RETURN p LIMIT 120
