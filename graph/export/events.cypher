MATCH (e:Event)
WHERE e.id > $after
WITH e ORDER BY e.id LIMIT $limit
RETURN e.id AS id, e.name AS name, e.date AS date, e.type AS type, e.mode AS mode, coalesce(e.contexts, []) AS contexts,
  e.action AS action, e.status AS status, e.articles AS articles, e.outlets AS outlets, e.texts AS texts,
  COLLECT { MATCH (a:Actor)-[:INITIATED]->(e) RETURN a.id ORDER BY a.id } AS actorIDs,
  COLLECT { MATCH (a:Actor)-[:INITIATED]->(e) RETURN a.name ORDER BY a.id } AS actors,
  COLLECT { MATCH (a:Actor)-[:INITIATED]->(e) RETURN coalesce(a.country, '') ORDER BY a.id } AS actorCountries,
  COLLECT { MATCH (e)-[:TARGETED]->(a:Actor) RETURN a.id ORDER BY a.id } AS recipientIDs,
  COLLECT { MATCH (e)-[:TARGETED]->(a:Actor) RETURN a.name ORDER BY a.id } AS recipients,
  COLLECT { MATCH (e)-[:TARGETED]->(a:Actor) RETURN coalesce(a.country, '') ORDER BY a.id } AS recipientCountries,
  COLLECT { MATCH (e)-[:CONCERNS]->(t:Treaty) RETURN t.id ORDER BY t.id } AS treatyIDs,
  COLLECT { MATCH (e)-[:CONCERNS]->(t:Treaty) RETURN t.name ORDER BY t.id } AS treaties,
  COLLECT { MATCH (e)-[:LOCATED_IN]->(p:Place) RETURN p.id ORDER BY p.id } AS placeIDs,
  COLLECT { MATCH (e)-[:LOCATED_IN]->(p:Place) RETURN p.name ORDER BY p.id } AS places,
  COLLECT { MATCH (a:Article)-[:MAKES]->(:Claim)-[:ABOUT]->(e) WITH DISTINCT a RETURN a.id ORDER BY a.id } AS articleIDs,
  COLLECT { MATCH (a:Article)-[:MAKES]->(:Claim)-[:ABOUT]->(e) WITH DISTINCT a RETURN coalesce(a.url, a.path, a.id) ORDER BY a.id } AS sources,
  head(COLLECT { MATCH (c:Claim)-[:ABOUT]->(e) RETURN c.quote ORDER BY c.confidence DESC, c.start, c.id }) AS quote
ORDER BY id
