// name: treaty-history
// about: What was done to a treaty, by whom, when, and which articles say so.
// param: treaty  name    required  a treaty's name, alias or id
// param: limit   int     50        rows at most
// columns: date, action, actors, status, articles, quote

MATCH (n:EntenteAlias {name: toLower($treaty)})
MATCH (t:Treaty {id: n.means})
MATCH (e:Event)-[k:CONCERNS]->(t)
RETURN e.date AS date, coalesce(k.action, toLower(e.type)) AS action,
  COLLECT { MATCH (x:Actor)-[:INITIATED]->(e) RETURN x.name ORDER BY x.name, x.id } AS actors,
  e.status AS status,
  COLLECT { MATCH (a:Article)-[:MAKES]->(:Claim)-[:ABOUT]->(e) RETURN DISTINCT coalesce(a.outlet, a.name) AS source ORDER BY source } AS articles,
  head(COLLECT { MATCH (c:Claim)-[:ABOUT]->(e) RETURN c.quote ORDER BY c.confidence DESC, c.start, c.id }) AS quote
ORDER BY coalesce(e.date, '9999'), e.id, t.id
LIMIT $limit
