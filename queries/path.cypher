// name: path
// about: The shortest way from one actor to another through events and offices, in at most eight steps.
// param: from  name    required  the first actor's name, alias or id
// param: to    name    required  the last actor's
// columns: step, start, link, finish, date, id

MATCH (n:EntenteAlias {name: toLower($from)})
MATCH (a:Actor {id: n.means})
WITH collect(a) AS starts
MATCH (m:EntenteAlias {name: toLower($to)})
MATCH (b:Actor {id: m.means})
WHERE NOT b IN starts
UNWIND starts AS a
MATCH p = allShortestPaths((a)-[:INITIATED|TARGETED|AFFILIATED_WITH*..8]-(b))
WITH p ORDER BY length(p), [n IN nodes(p) | n.id] LIMIT 1
UNWIND range(1, length(p)) AS step
WITH step, nodes(p)[step - 1] AS s, nodes(p)[step] AS t
RETURN step, s.name AS start,
  COLLECT {
    MATCH (s)-[r:INITIATED|TARGETED|AFFILIATED_WITH]-(t)
    RETURN DISTINCT CASE type(r) WHEN 'INITIATED' THEN 'began' WHEN 'TARGETED' THEN 'target of' ELSE r.role END AS way
    ORDER BY way
  } AS link,
  t.name AS finish, coalesce(s.date, t.date) AS date, t.id AS id
ORDER BY step
