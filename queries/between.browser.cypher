// name: between
// about: What two actors, or their officials, did to or with each other.
// param: a      name    required  one actor's name, alias or id
// param: b      name    required  the other's
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most

MATCH (n:EntenteAlias {name: toLower($a)})
MATCH (a:Actor {id: n.means})
MATCH (m:EntenteAlias {name: toLower($b)})
MATCH (b:Actor {id: m.means})
MATCH p = (a)-[:INITIATED|TARGETED]-(e:Event)-[:INITIATED|TARGETED]-(b)
WHERE ($since = '' OR e.date >= left($since, size(e.date)))
  AND ($until = '' OR left(e.date, size($until)) <= $until)
OPTIONAL MATCH q = (e)-[:CONCERNS|LOCATED_IN]->()
RETURN p, q LIMIT $limit
