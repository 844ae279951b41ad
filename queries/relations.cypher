// name: relations
// about: How one actor stands with others: events of cooperation and of conflict between them.
// param: actor  name    required  an actor's name, alias or id
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most
// columns: actor, other, cooperation, conflict, latest, id

MATCH (n:EntenteAlias {name: toLower($actor)})
MATCH (a:Actor {id: n.means})
MATCH (a)-[:INITIATED|TARGETED]-(e:Event)-[:INITIATED|TARGETED]-(o:Actor)
WHERE o <> a AND ($since = '' OR e.date >= left($since, size(e.date)))
  AND ($until = '' OR left(e.date, size($until)) <= $until)
WITH DISTINCT a, o, e
WITH a, o, count(CASE WHEN e.type IN ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT'] THEN 1 END) AS cooperation, count(e) AS events, max(e.date) AS latest
RETURN a.name AS actor, o.name AS other, cooperation, events - cooperation AS conflict, latest, o.id AS id
ORDER BY a.id, events DESC, id
LIMIT $limit
