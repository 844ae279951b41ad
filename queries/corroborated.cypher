// name: corroborated
// about: How well each event is attested: by how many articles, outlets and independent texts, and who speaks for and against it.
// param: actor  string  -         only events of this actor: a name, alias or id
// param: least  int     2         only events that so many independent texts carry
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most
// columns: date, event, status, texts, outlets, articles, asserting, denying, id

OPTIONAL MATCH (w:Actor)
WHERE (w.id = toLower($actor) OR toLower(w.name) = toLower($actor)
   OR any(alias IN w.aliases WHERE toLower(alias) = toLower($actor)))
WITH collect(w) AS wanted
MATCH (e:Event)
WHERE e.texts >= $least
  AND ($actor = '' OR EXISTS { MATCH (x:Actor)-[:INITIATED|TARGETED]-(e) WHERE x IN wanted })
  AND ($since = '' OR e.date >= left($since, size(e.date)))
  AND ($until = '' OR left(e.date, size($until)) <= $until)
RETURN e.date AS date, e.name AS event, e.status AS status, e.texts AS texts, e.outlets AS outlets, e.articles AS articles,
  COUNT { MATCH (e)<-[:ABOUT]-(c:Claim) WHERE c.stance <> 'denies' } AS asserting,
  COUNT { MATCH (e)<-[:ABOUT]-(c:Claim) WHERE c.stance = 'denies' } AS denying, e.id AS id
ORDER BY texts DESC, outlets DESC, articles DESC, coalesce(date, '9999'), id
LIMIT $limit
