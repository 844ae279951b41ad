// name: disputed
// about: Events that somebody denies: who said what about them, when and where it was reported.
// param: actor  string  -         only events of this actor: a name, alias or id
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     100       rows at most
// columns: date, event, speaker, stance, quote, published, outlet, id

OPTIONAL MATCH (w:Actor)
WHERE (w.id = toLower($actor) OR toLower(w.name) = toLower($actor)
   OR any(alias IN w.aliases WHERE toLower(alias) = toLower($actor)))
WITH collect(w) AS wanted
MATCH (e:Event)
WHERE (e.status = 'denied' OR EXISTS { MATCH (e)<-[:ABOUT]-(d:Claim) WHERE d.stance = 'denies' })
  AND ($actor = '' OR EXISTS { MATCH (x:Actor)-[:INITIATED|TARGETED]-(e) WHERE x IN wanted })
  AND ($since = '' OR e.date >= left($since, size(e.date)))
  AND ($until = '' OR left(e.date, size($until)) <= $until)
MATCH (e)<-[:ABOUT]-(c:Claim)<-[:MAKES]-(a:Article)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Actor)
RETURN e.date AS date, e.name AS event, coalesce(s.name, 'the report itself') AS speaker, c.stance AS stance, c.quote AS quote, a.published AS published,
  coalesce(a.outlet, a.name) AS outlet, e.id AS id
ORDER BY coalesce(e.date, '9999'), id, coalesce(published, '9999'), c.stance <> 'denies', speaker, a.id, c.id
LIMIT $limit
