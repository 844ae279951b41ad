// name: disputed
// about: Events that somebody denies: who said what about them, when and where it was reported.
// param: actor  string  -         only events of this actor: a name, alias or id
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     100       rows at most

MATCH (e:Event)
WHERE (e.status = 'denied' OR EXISTS { MATCH (e)<-[:ABOUT]-(d:Claim) WHERE d.stance = 'denies' })
  AND ($since = '' OR e.date >= left($since, size(e.date)))
  AND ($until = '' OR left(e.date, size($until)) <= $until)
MATCH p = (e)<-[:ABOUT]-(c:Claim)
WHERE $actor = '' OR EXISTS { MATCH (w:Actor)-[:INITIATED|TARGETED]-(e) WHERE (w.id = toLower($actor) OR toLower(w.name) = toLower($actor)
   OR any(alias IN w.aliases WHERE toLower(alias) = toLower($actor))) }
OPTIONAL MATCH q = (c)-[:ATTRIBUTED_TO]->(:Actor)
OPTIONAL MATCH r = (:Actor)-[:INITIATED|TARGETED]-(e)
RETURN p, q, r LIMIT $limit
