// name: between
// about: What two actors, or their officials, did to or with each other.
// param: a      string  required  one actor's name, alias or id
// param: b      string  required  the other's
// param: since  date    -         not before this date
// param: until  date    -         not after this date
// param: limit  int     50        rows at most

MATCH (a:Actor)
WHERE (a.id = toLower($a) OR toLower(a.name) = toLower($a)
   OR any(alias IN a.aliases WHERE toLower(alias) = toLower($a)))
MATCH (b:Actor)
WHERE (b.id = toLower($b) OR toLower(b.name) = toLower($b)
   OR any(alias IN b.aliases WHERE toLower(alias) = toLower($b)))
MATCH p = (a)-[:INITIATED|TARGETED]-(e:Event)-[:INITIATED|TARGETED]-(b)
WHERE ($since = '' OR e.date >= left($since, size(e.date)))
  AND ($until = '' OR left(e.date, size($until)) <= $until)
OPTIONAL MATCH q = (e)-[:CONCERNS|LOCATED_IN]->()
RETURN p, q LIMIT $limit
