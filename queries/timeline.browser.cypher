// name: timeline
// about: Events in the order they happened, of everyone or of one actor and its officials.
// param: actor  name    -         only this actor's events: a name, alias or id
// param: type   string  -         only events of this type, as AGREE or SANCTION
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most

WITH $actor AS actor, $type AS type, $since AS since, $until AS until
CALL (actor) {
  WITH actor AS given WHERE given = ''
  MATCH (e:Event) RETURN e
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower(actor)})
  MATCH (:Actor {id: n.means})<-[:AFFILIATED_WITH*0..1]-(:Actor)-[:INITIATED|TARGETED]-(e:Event) RETURN DISTINCT e
}
WITH e, type, since, until
WHERE (type = '' OR e.type = toUpper(type))
  AND (since = '' OR e.date >= left(since, size(e.date)))
  AND (until = '' OR left(e.date, size(until)) <= until)
WITH e ORDER BY coalesce(e.date, '9999'), e.id LIMIT $limit
MATCH p = (e)-[:INITIATED|TARGETED|CONCERNS|LOCATED_IN]-()
RETURN p LIMIT 250
