// name: coverage
// about: What each outlet covers: its articles and events, and how many events it alone reports.
// param: limit  int     50        rows at most
// columns: outlet, articles, first, last, events, alone, claims

MATCH (o:Outlet)
RETURN o.name AS outlet,
  COUNT { (:Article)-[:PUBLISHED_BY]->(o) } AS articles,
  head(COLLECT { MATCH (a:Article)-[:PUBLISHED_BY]->(o) WHERE a.published IS NOT NULL RETURN a.published ORDER BY a.published }) AS first,
  head(COLLECT { MATCH (a:Article)-[:PUBLISHED_BY]->(o) WHERE a.published IS NOT NULL RETURN a.published ORDER BY a.published DESC }) AS last,
  COUNT { MATCH (e:Event)<-[:ABOUT]-(:Claim)<-[:MAKES]-(:Article)-[:PUBLISHED_BY]->(o) RETURN DISTINCT e } AS events,
  COUNT {
    MATCH (e:Event)<-[:ABOUT]-(:Claim)<-[:MAKES]-(:Article)-[:PUBLISHED_BY]->(o)
    WHERE NOT EXISTS {
      MATCH (e)<-[:ABOUT]-(:Claim)<-[:MAKES]-(b:Article)
      WHERE NOT EXISTS { (b)-[:PUBLISHED_BY]->(o) }
    }
    RETURN DISTINCT e
  } AS alone,
  COUNT { MATCH (c:Claim)<-[:MAKES]-(:Article)-[:PUBLISHED_BY]->(o) RETURN DISTINCT c } AS claims
ORDER BY articles DESC, events DESC, o.id
LIMIT $limit
