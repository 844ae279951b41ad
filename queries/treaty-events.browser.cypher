// name: treaty-events
// about: What happened to each treaty, in order: proposals, signatures, suspensions, exits.
// param: action  string  -         only this: propose, negotiate, sign, ratify, join, extend, suspend, withdraw, violate or reject
// param: since   date    -         not before this date
// param: until   date    -         not after this date
// param: limit   int     50        rows at most

WITH $action AS action, $since AS since, $until AS until
MATCH p = (t:Treaty)<-[k:CONCERNS]-(e:Event)
WHERE (action = '' OR k.action = toLower(action))
  AND (since = '' OR e.date >= left(since, size(e.date)))
  AND (until = '' OR left(e.date, size(until)) <= until)
WITH p, e ORDER BY t.name, t.id, coalesce(e.date, '9999'), e.id LIMIT $limit
OPTIONAL MATCH q = (e)-[:INITIATED|TARGETED]-(:Actor)
RETURN p, q LIMIT 200
