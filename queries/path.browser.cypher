// name: path
// about: The shortest way from one actor to another through events and offices, in at most eight steps.
// param: from  string  required  the first actor's name, alias or id
// param: to    string  required  the last actor's

MATCH (a:Actor)
WHERE (a.id = toLower($from) OR toLower(a.name) = toLower($from)
   OR any(alias IN a.aliases WHERE toLower(alias) = toLower($from)))
MATCH (b:Actor)
WHERE (b.id = toLower($to) OR toLower(b.name) = toLower($to)
   OR any(alias IN b.aliases WHERE toLower(alias) = toLower($to)))
  AND a <> b
MATCH p = allShortestPaths((a)-[:INITIATED|TARGETED|AFFILIATED_WITH*..8]-(b))
RETURN p LIMIT 25
