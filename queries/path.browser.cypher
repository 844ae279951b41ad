// name: path
// about: The shortest way from one actor to another through events and offices, in at most eight steps.
// param: from  name    required  the first actor's name, alias or id
// param: to    name    required  the last actor's

WITH $from AS from, $to AS to
MATCH (n:EntenteAlias {name: toLower(from)})
MATCH (a:Actor {id: n.means})
MATCH (m:EntenteAlias {name: toLower(to)})
MATCH (b:Actor {id: m.means})
WHERE a <> b
MATCH p = allShortestPaths((a)-[:INITIATED|TARGETED|AFFILIATED_WITH*..8]-(b))
RETURN p LIMIT 25
