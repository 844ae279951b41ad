// name: timeline
// about: Events in the order they happened, of everyone or of one actor and its officials.
// param: actor  name    -         only this actor's events: a name, alias or id
// param: type   string  -         only events of this type, as AGREE or SANCTION
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most
// columns: date, type, actors, targets, treaties, status, reports, quote, event

CALL () {
  WITH $actor AS given WHERE given = ''
  MATCH (e:Event)
  WHERE e._order >= left($since, 4) AND e._order < $until + '~'
    AND ($since = '' OR e.date >= left($since, size(e.date))) AND ($type = '' OR e.type = toUpper($type))
  RETURN e ORDER BY e._order LIMIT $limit
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower($actor)})
  MATCH (:Actor {id: n.means})<-[:AFFILIATED_WITH*0..1]-(:Actor)-[:INITIATED|TARGETED]-(e:Event) RETURN DISTINCT e
}
WITH e
WHERE ($type = '' OR e.type = toUpper($type))
  AND ($since = '' OR e.date >= left($since, size(e.date)))
  AND ($until = '' OR left(e.date, size($until)) <= $until)
WITH e ORDER BY e._order LIMIT $limit
RETURN e.date AS date, e.type AS type,
  COLLECT { MATCH (x:Actor)-[:INITIATED]->(e) RETURN x.name ORDER BY x.name, x.id } AS actors,
  COLLECT { MATCH (e)-[:TARGETED]->(x:Actor) RETURN x.name ORDER BY x.name, x.id } AS targets,
  COLLECT { MATCH (e)-[:CONCERNS]->(t:Treaty) RETURN t.name ORDER BY t.name, t.id } AS treaties,
  e.status AS status, e.articles AS reports,
  head(COLLECT { MATCH (c:Claim)-[:ABOUT]->(e) RETURN c.quote ORDER BY c.confidence DESC, c.start, c.id }) AS quote,
  e.id AS event
ORDER BY e._order
