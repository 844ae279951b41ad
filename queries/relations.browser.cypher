// name: relations
// about: How one actor stands with others: events of cooperation and of conflict between them.
// param: actor  name    required  an actor's name, alias or id
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most

WITH $actor AS actor, $since AS since, $until AS until
MATCH (n:EntenteAlias {name: toLower(actor)})
MATCH p = (a:Actor {id: n.means})-[:INITIATED|TARGETED]-(e:Event)-[:INITIATED|TARGETED]-(o:Actor)
WHERE o <> a
  AND (since = '' OR e.date >= left(since, size(e.date)))
  AND (until = '' OR left(e.date, size(until)) <= until)
WITH o, collect(p) AS paths ORDER BY size(paths) DESC, o.id LIMIT $limit
UNWIND paths AS p
RETURN p LIMIT 150
