// name: accusations
// about: Accusations and denials: who accuses whom of what, and who denies it.
// param: actor  string  -         only what this actor says or is accused of: a name, alias or id
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most
// columns: date, speaker, stance, event, quote, outlet, id

OPTIONAL MATCH (w:Actor)
WHERE (w.id = toLower($actor) OR toLower(w.name) = toLower($actor)
   OR any(alias IN w.aliases WHERE toLower(alias) = toLower($actor)))
WITH collect(w) AS wanted
MATCH (e:Event)<-[:ABOUT]-(c:Claim)<-[:MAKES]-(a:Article)
WHERE (c.stance IN ['accuses', 'denies', 'condemns'] OR e.type = 'ACCUSE')
  AND ($since = '' OR e.date >= left($since, size(e.date)))
  AND ($until = '' OR left(e.date, size($until)) <= $until)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Actor)
WITH e, c, a, s, wanted
WHERE $actor = '' OR s IN wanted OR EXISTS { MATCH (x:Actor)-[:INITIATED|TARGETED]-(e) WHERE x IN wanted }
RETURN e.date AS date, coalesce(s.name, 'the report itself') AS speaker, c.stance AS stance, e.name AS event,
  c.quote AS quote, coalesce(a.outlet, a.name) AS outlet, e.id AS id
ORDER BY coalesce(e.date, '9999'), id, c.stance, speaker, a.id, c.id
LIMIT $limit
