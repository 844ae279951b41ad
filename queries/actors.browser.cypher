// name: actors
// about: The most active actors: how many events each began, was the target of, and how many claims it made.
// param: kind   string  -         only these: country, person, organization or group
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     20        rows at most

WITH $kind AS kind, $since AS since, $until AS until
MATCH (a:Actor)-[:INITIATED|TARGETED]-(e:Event)
WHERE (kind = '' OR toLower(kind) IN [label IN labels(a) | toLower(label)])
  AND (since = '' OR e.date >= left(since, size(e.date)))
  AND (until = '' OR left(e.date, size(until)) <= until)
WITH a, since, until, count(DISTINCT e) AS events ORDER BY events DESC, a.id LIMIT $limit
WITH since, until, collect(a) AS most
UNWIND most AS a
MATCH p = (a)-[:INITIATED|TARGETED]-(e:Event)-[:INITIATED|TARGETED]-(b:Actor)
WHERE b IN most AND a.id < b.id
  AND (since = '' OR e.date >= left(since, size(e.date)))
  AND (until = '' OR left(e.date, size(until)) <= until)
WITH a, b, e, p ORDER BY e.texts DESC, e.articles DESC, e.id
WITH a, b, collect(p)[..3] AS best ORDER BY a.id, b.id
UNWIND best AS p
RETURN p LIMIT 250
