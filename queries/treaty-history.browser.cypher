// name: treaty-history
// about: What was done to a treaty, by whom, when, and which articles say so.
// param: treaty  name    required  a treaty's name, alias or id
// param: limit   int     50        rows at most

WITH $treaty AS treaty
MATCH (n:EntenteAlias {name: toLower(treaty)})
MATCH (t:Treaty {id: n.means})
CALL (t) {
  MATCH (t)<-[:CONCERNS]-(e:Event)
  WITH t, e ORDER BY coalesce(e.date, '9999'), e.id LIMIT $limit
  MATCH p = (t)<-[:CONCERNS]-(e)<-[:INITIATED*0..1]-() RETURN p
  UNION
  MATCH p = (t)-[:HAS_PARTY|COMPARED_TO]-() RETURN p LIMIT 50
}
RETURN p LIMIT 250
