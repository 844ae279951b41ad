// name: treaty-history
// about: What was done to a treaty, by whom, when, and which articles say so.
// param: treaty  string  required  a treaty's name, alias or id
// param: limit   int     50        rows at most

MATCH (t:Treaty)
WHERE (t.id = toLower($treaty) OR toLower(t.name) = toLower($treaty)
   OR any(alias IN t.aliases WHERE toLower(alias) = toLower($treaty)))
MATCH p = (t)<-[:CONCERNS]-(e:Event)
OPTIONAL MATCH q = (:Actor)-[:INITIATED]->(e)
OPTIONAL MATCH r = (t)-[:HAS_PARTY|COMPARED_TO]-()
RETURN p, q, r LIMIT $limit
