// name: comparisons
// about: Which treaties are compared to which others, and in which articles.
// param: treaty  name    -         only comparisons with this treaty: a name, alias or id
// param: limit   int     50        rows at most

WITH $treaty AS treaty
CALL (treaty) {
  WITH treaty AS given WHERE given = ''
  MATCH p = (:Treaty)-[:COMPARED_TO]->(:Treaty) RETURN p
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower(treaty)})
  MATCH p = (:Treaty {id: n.means})-[:COMPARED_TO]-(:Treaty) RETURN p
}
RETURN p LIMIT $limit
