// name: actors
// about: The most active actors: how many events each began, was the target of, and how many claims it made.
// param: kind   string  -         only these: country, person, organization or group
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     20        rows at most
// columns: actor, kind, began, target_of, claims, id

MATCH (a:Actor)
WITH a, head([label IN labels(a) WHERE label <> 'Actor' | toLower(label)]) AS kind
WHERE $kind = '' OR kind = toLower($kind)
WITH a, kind,
  CASE $since + $until WHEN '' THEN COUNT { (a)-[:INITIATED]->() } ELSE
    COUNT { MATCH (a)-[:INITIATED]->(e:Event) WHERE ($since = '' OR e.date >= left($since, size(e.date))) AND ($until = '' OR left(e.date, size($until)) <= $until) } END AS began,
  CASE $since + $until WHEN '' THEN COUNT { (a)<-[:TARGETED]-() } ELSE
    COUNT { MATCH (a)<-[:TARGETED]-(e:Event) WHERE ($since = '' OR e.date >= left($since, size(e.date))) AND ($until = '' OR left(e.date, size($until)) <= $until) } END AS target_of,
  CASE $since + $until WHEN '' THEN COUNT { (a)<-[:ATTRIBUTED_TO]-(:Claim)-[:ABOUT]->() } ELSE
    COUNT { MATCH (a)<-[:ATTRIBUTED_TO]-(:Claim)-[:ABOUT]->(e:Event) WHERE ($since = '' OR e.date >= left($since, size(e.date))) AND ($until = '' OR left(e.date, size($until)) <= $until) } END AS claims
WHERE began + target_of + claims > 0
RETURN a.name AS actor, kind, began, target_of, claims, a.id AS id
ORDER BY began + target_of DESC, claims DESC, id
LIMIT $limit
