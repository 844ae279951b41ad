// name: comparisons
// about: Which treaties are compared to which others, and in which articles.
// param: treaty  string  -         only comparisons with this treaty: a name, alias or id
// param: limit   int     50        rows at most
// columns: treaty, status, compared_to, its_year, its_status, articles

OPTIONAL MATCH (w:Treaty)
WHERE (w.id = toLower($treaty) OR toLower(w.name) = toLower($treaty)
   OR any(alias IN w.aliases WHERE toLower(alias) = toLower($treaty)))
WITH collect(w) AS wanted
MATCH (t:Treaty)-[:COMPARED_TO]->(o:Treaty)
WHERE $treaty = '' OR t IN wanted OR o IN wanted
RETURN t.name AS treaty, t.status AS status, o.name AS compared_to, o.year AS its_year, o.status AS its_status,
  COLLECT { MATCH (t)<-[:MENTIONS]-(a:Article)-[:MENTIONS]->(o) RETURN a.name ORDER BY a.name, a.id } AS articles
ORDER BY treaty, compared_to, t.id, o.id
LIMIT $limit
