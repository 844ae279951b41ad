// name: new
// about: What an article added: the events, actors and treaties that no other article tells of, and those that others do.
// param: article  string  required  an article's id, path or URL

WITH $article AS article
CALL (article) {
  WITH article AS given WHERE given <> ''
  MATCH (a:Article) WHERE a.id = given OR a.path = given OR a.url = given RETURN a
  UNION ALL
  WITH article AS given WHERE given = ''
  MATCH (a:Article) RETURN a ORDER BY coalesce(a.published, '') DESC, a.id LIMIT 1
}
CALL (a) {
  MATCH p = (a)-[:PUBLISHED_BY]->(:Outlet) RETURN p
  UNION
  MATCH p = (a)-[:MAKES]->(:Claim)-[:ABOUT]->(:Event) RETURN p
  UNION
  MATCH (a)-[:MAKES]->(:Claim)-[:ABOUT]->(e:Event)
  MATCH p = (e)-[:INITIATED|TARGETED|CONCERNS]-() RETURN p
  UNION
  MATCH (a)-[:MAKES]->(:Claim)-[:ABOUT]->(e:Event)
  MATCH p = (e)<-[:ABOUT]-(:Claim)<-[:MAKES]-(b:Article) WHERE b <> a RETURN p
}
RETURN p LIMIT 150
