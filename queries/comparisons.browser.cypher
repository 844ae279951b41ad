// name: comparisons
// about: Which treaties are compared to which others, and in which articles.
// param: treaty  string  -         only comparisons with this treaty: a name, alias or id
// param: limit   int     50        rows at most

MATCH (t:Treaty)-[c:COMPARED_TO]->(o:Treaty)
WHERE $treaty = '' OR any(x IN [t, o] WHERE (x.id = toLower($treaty) OR toLower(x.name) = toLower($treaty)
   OR any(alias IN x.aliases WHERE toLower(alias) = toLower($treaty))))
MATCH p = (t)-[:COMPARED_TO]->(o)
RETURN p LIMIT $limit
