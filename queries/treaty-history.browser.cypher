// name: treaty-history
// about: What was done to a treaty, by whom, when, and which articles say so.
// param: treaty  name    required  a treaty's name, alias or id
// param: limit   int     50        rows at most

MATCH (n:EntenteAlias {name: toLower($treaty)})
MATCH (t:Treaty {id: n.means})
MATCH p = (t)<-[:CONCERNS]-(e:Event)
OPTIONAL MATCH q = (:Actor)-[:INITIATED]->(e)
OPTIONAL MATCH r = (t)-[:HAS_PARTY|COMPARED_TO]-()
RETURN p, q, r LIMIT $limit
