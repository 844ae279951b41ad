-- name: treaty-history
-- about: What was done to a treaty, by whom, when, and which articles say so.
-- param: treaty  name    required  a treaty's name, alias or id
-- param: limit   int     50        rows at most
-- columns: date, action, actors, status, articles, quote

SELECT e.date AS date, coalesce(k.action, lower(e.type)) AS action,
  (SELECT json_group_array(x.name ORDER BY x.name, x.id) FROM initiated i JOIN actor x ON x.id = i.start_id WHERE i.end_id = e.id) AS "actors[]",
  e.status AS status,
  (SELECT json_group_array(source ORDER BY source) FROM (
         SELECT DISTINCT coalesce(a.outlet, a.name) AS source
         FROM about JOIN makes m ON m.end_id = about.start_id JOIN article a ON a.id = m.start_id
         WHERE about.end_id = e.id)) AS "articles[]",
  (SELECT c.quote FROM about b JOIN claim c ON c.id = b.start_id WHERE b.end_id = e.id ORDER BY c.confidence DESC, c.start, c.id LIMIT 1) AS quote
FROM treaty t JOIN concerns k ON k.end_id = t.id JOIN event e ON e.id = k.start_id
WHERE t.id IN (
  SELECT treaty.id FROM ententealias n JOIN treaty ON treaty.id = n.means WHERE n.name = lower(:treaty))
ORDER BY coalesce(e.date, '9999'), e.id, t.id
LIMIT :limit
