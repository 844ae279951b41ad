// name: corroborated
// about: How well each event is attested: by how many articles, outlets and independent texts, and who speaks for and against it.
// param: actor  name    -         only events of this actor: a name, alias or id
// param: least  int     2         only events that so many independent texts carry
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most
// columns: date, event, status, texts, outlets, articles, asserting, denying, id

CALL () {
  WITH $actor AS given WHERE given = ''
  MATCH (e:Event)
  WHERE e.texts >= $least
    AND ($since = '' OR e.date >= left($since, size(e.date)))
    AND ($until = '' OR left(e.date, size($until)) <= $until)
  RETURN e ORDER BY e.texts DESC, e.outlets DESC, e.articles DESC, e._order LIMIT $limit
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower($actor)})
  MATCH (:Actor {id: n.means})-[:INITIATED|TARGETED]-(e:Event) RETURN DISTINCT e
}
WITH e
WHERE e.texts >= $least
  AND ($since = '' OR e.date >= left($since, size(e.date)))
  AND ($until = '' OR left(e.date, size($until)) <= $until)
WITH e ORDER BY e.texts DESC, e.outlets DESC, e.articles DESC, e._order LIMIT $limit
RETURN e.date AS date, e.name AS event, e.status AS status, e.texts AS texts, e.outlets AS outlets, e.articles AS articles,
  COUNT { MATCH (e)<-[:ABOUT]-(c:Claim) WHERE c.stance <> 'denies' } AS asserting,
  COUNT { MATCH (e)<-[:ABOUT]-(c:Claim) WHERE c.stance = 'denies' } AS denying, e.id AS id
ORDER BY texts DESC, outlets DESC, articles DESC, e._order
