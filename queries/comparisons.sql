-- name: comparisons
-- about: Which treaties are compared to which others, and in which articles.
-- param: treaty  name    -         only comparisons with this treaty: a name, alias or id
-- param: limit   int     50        rows at most
-- columns: treaty, status, compared_to, its_year, its_status, articles

WITH wanted AS (
  SELECT treaty.id FROM ententealias n JOIN treaty ON treaty.id = n.means WHERE n.name = lower(:treaty)
),
compared (t, o) AS (
  SELECT start_id, end_id FROM compared_to WHERE :treaty = ''
  UNION
  SELECT start_id, end_id FROM compared_to WHERE start_id IN (SELECT id FROM wanted)
  UNION
  SELECT start_id, end_id FROM compared_to WHERE end_id IN (SELECT id FROM wanted)
)
SELECT t.name AS treaty, t.status AS status, o.name AS compared_to, o.year AS its_year, o.status AS its_status,
  (SELECT json_group_array(a.name ORDER BY a.name, a.id)
   FROM mentions m JOIN mentions n ON n.start_id = m.start_id JOIN article a ON a.id = m.start_id
   WHERE m.end_id = t.id AND n.end_id = o.id) AS "articles[]"
FROM compared c JOIN treaty t ON t.id = c.t JOIN treaty o ON o.id = c.o
ORDER BY treaty, compared_to, t.id, o.id
LIMIT :limit
