// name: disputed
// about: Events that somebody denies: who said what about them, when and where it was reported.
// param: actor  name    -         only events of this actor: a name, alias or id
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     100       rows at most
// columns: date, event, speaker, stance, quote, published, outlet, id

CALL () {
  WITH $actor AS given WHERE given = ''
  MATCH (e:Event)
  WHERE e._order >= left($since, 4) AND e._order < $until + '~'
    AND ($since = '' OR e.date >= left($since, size(e.date))) AND e.status = 'denied'
  RETURN e ORDER BY e._order LIMIT $limit
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower($actor)})
  MATCH (:Actor {id: n.means})-[:INITIATED|TARGETED]-(e:Event) RETURN DISTINCT e
}
WITH e
WHERE e.status = 'denied'
  AND ($since = '' OR e.date >= left($since, size(e.date)))
  AND ($until = '' OR left(e.date, size($until)) <= $until)
WITH e ORDER BY e._order LIMIT $limit
MATCH (e)<-[:ABOUT]-(c:Claim)<-[:MAKES]-(a:Article)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Actor)
RETURN e.date AS date, e.name AS event, coalesce(s.name, 'the report itself') AS speaker, c.stance AS stance, c.quote AS quote, a.published AS published,
  coalesce(a.outlet, a.name) AS outlet, e.id AS id
ORDER BY e._order, coalesce(published, '9999'), c.stance <> 'denies', speaker, a.id, c.id
LIMIT $limit
