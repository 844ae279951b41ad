// name: new
// about: What an article added: the events, actors and treaties that no other article tells of, and those that others do.
// param: article  string  required  an article's id, path or URL
// columns: kind, name, new, elsewhere, id

MATCH (a:Article)
WHERE a.id = $article OR a.path = $article OR a.url = $article
CALL (a) {
  MATCH (a)-[:MAKES]->(:Claim)-[:ABOUT]->(e:Event)
  WITH DISTINCT a, e
  RETURN 1 AS part, 'event' AS kind, e AS n,
    COLLECT { MATCH (e)<-[:ABOUT]-(:Claim)<-[:MAKES]-(b:Article) WHERE b <> a
      OPTIONAL MATCH (b)-[:PUBLISHED_BY]->(o:Outlet) RETURN DISTINCT coalesce(o.name, b.name) AS source ORDER BY source } AS elsewhere
  UNION ALL
  MATCH (a)-[:MENTIONS]->(t:Treaty)
  RETURN 2 AS part, 'treaty' AS kind, t AS n,
    COLLECT { MATCH (t)<-[:MENTIONS]-(b:Article) WHERE b <> a
      OPTIONAL MATCH (b)-[:PUBLISHED_BY]->(o:Outlet) RETURN DISTINCT coalesce(o.name, b.name) AS source ORDER BY source } AS elsewhere
  UNION ALL
  MATCH (a)-[:MENTIONS]->(x:Actor)
  RETURN 3 AS part, head([label IN labels(x) WHERE label <> 'Actor' | toLower(label)]) AS kind, x AS n,
    COLLECT { MATCH (x)<-[:MENTIONS]-(b:Article) WHERE b <> a
      OPTIONAL MATCH (b)-[:PUBLISHED_BY]->(o:Outlet) RETURN DISTINCT coalesce(o.name, b.name) AS source ORDER BY source } AS elsewhere
}
RETURN kind, n.name AS name, size(elsewhere) = 0 AS new, elsewhere, n.id AS id
ORDER BY a.id, part, size(elsewhere) > 0, kind, n.name, id
