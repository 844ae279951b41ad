// name: comparisons
// about: Which treaties are compared to which others, and in which articles.
// param: treaty  name    -         only comparisons with this treaty: a name, alias or id
// param: limit   int     50        rows at most
// columns: treaty, status, compared_to, its_year, its_status, articles

CALL () {
  WITH $treaty AS given WHERE given = ''
  MATCH (t:Treaty)-[:COMPARED_TO]->(o:Treaty) RETURN t, o
  UNION
  MATCH (n:EntenteAlias {name: toLower($treaty)})
  MATCH (t:Treaty {id: n.means})-[:COMPARED_TO]->(o:Treaty) RETURN t, o
  UNION
  MATCH (n:EntenteAlias {name: toLower($treaty)})
  MATCH (t:Treaty)-[:COMPARED_TO]->(o:Treaty {id: n.means}) RETURN t, o
}
RETURN t.name AS treaty, t.status AS status, o.name AS compared_to, o.year AS its_year, o.status AS its_status,
  COLLECT { MATCH (t)<-[:MENTIONS]-(a:Article)-[:MENTIONS]->(o) RETURN a.name ORDER BY a.name, a.id } AS articles
ORDER BY treaty, compared_to, t.id, o.id
LIMIT $limit
