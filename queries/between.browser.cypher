// name: between
// about: What two actors, or their officials, did to or with each other.
// param: a      name    required  one actor's name, alias or id
// param: b      name    required  the other's
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most

WITH $a AS a, $b AS b, $since AS since, $until AS until
MATCH (n:EntenteAlias {name: toLower(a)})
MATCH (:Actor {id: n.means})<-[:AFFILIATED_WITH*0..1]-(x:Actor)
WITH b, since, until, collect(DISTINCT x) AS side_a
MATCH (m:EntenteAlias {name: toLower(b)})
MATCH (:Actor {id: m.means})<-[:AFFILIATED_WITH*0..1]-(y:Actor)
WITH since, until, side_a, collect(DISTINCT y) AS side_b
UNWIND side_a AS x
MATCH (x)-[:INITIATED|TARGETED]-(e:Event)-[:INITIATED|TARGETED]-(y:Actor)
WHERE y IN side_b AND x <> y
  AND (since = '' OR e.date >= left(since, size(e.date)))
  AND (until = '' OR left(e.date, size(until)) <= until)
WITH DISTINCT e ORDER BY coalesce(e.date, '9999'), e.id LIMIT $limit
MATCH p = (e)-[:INITIATED|TARGETED|CONCERNS|LOCATED_IN]-()
RETURN p LIMIT 250
