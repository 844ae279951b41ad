// name: accusations
// about: Accusations and denials: who accuses whom of what, and who denies it.
// param: actor  name    -         only what this actor says or is accused of: a name, alias or id
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most
// columns: date, speaker, stance, event, quote, outlet, id

CALL () {
  WITH $actor AS given WHERE given = ''
  MATCH (e:Event)
  WHERE (e.type = 'ACCUSE' OR EXISTS { MATCH (e)<-[:ABOUT]-(c:Claim) WHERE c.stance IN ['accuses', 'denies', 'condemns'] })
    AND e._order >= left($since, 4) AND e._order < $until + '~'
    AND ($since = '' OR e.date >= left($since, size(e.date)))
  WITH e ORDER BY e._order LIMIT $limit
  MATCH (c:Claim)-[:ABOUT]->(e) RETURN c, e
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower($actor)})
  MATCH (:Actor {id: n.means})<-[:ATTRIBUTED_TO]-(c:Claim)-[:ABOUT]->(e:Event) RETURN c, e
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower($actor)})
  MATCH (:Actor {id: n.means})-[:INITIATED|TARGETED]-(e:Event)<-[:ABOUT]-(c:Claim) RETURN c, e
}
WITH c, e
WHERE (c.stance IN ['accuses', 'denies', 'condemns'] OR e.type = 'ACCUSE')
  AND ($since = '' OR e.date >= left($since, size(e.date)))
  AND ($until = '' OR left(e.date, size($until)) <= $until)
WITH DISTINCT c, e
MATCH (c)<-[:MAKES]-(a:Article)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Actor)
RETURN e.date AS date, coalesce(s.name, 'the report itself') AS speaker, c.stance AS stance, e.name AS event,
  c.quote AS quote, coalesce(a.outlet, a.name) AS outlet, e.id AS id
ORDER BY coalesce(e.date, '9999'), id, c.stance, speaker, a.id, c.id
LIMIT $limit
