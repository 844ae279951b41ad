-- name: comparisons
-- about: Which treaties are compared to which others, and in which articles.
-- param: treaty  string  -         only comparisons with this treaty: a name, alias or id
-- param: limit   int     50        rows at most
-- columns: treaty, status, compared_to, its_year, its_status, articles

WITH wanted AS (
  SELECT id FROM treaty
    WHERE id = lower(:treaty) OR lower(name) = lower(:treaty)
       OR EXISTS (SELECT 1 FROM json_each(aliases) WHERE lower(value) = lower(:treaty))
)
SELECT t.name AS treaty, t.status AS status, o.name AS compared_to, o.year AS its_year, o.status AS its_status,
  (SELECT json_group_array(a.name ORDER BY a.name, a.id)
   FROM mentions m JOIN mentions n ON n.start_id = m.start_id JOIN article a ON a.id = m.start_id
   WHERE m.end_id = t.id AND n.end_id = o.id) AS "articles[]"
FROM compared_to c JOIN treaty t ON t.id = c.start_id JOIN treaty o ON o.id = c.end_id
WHERE :treaty = '' OR t.id IN (SELECT id FROM wanted) OR o.id IN (SELECT id FROM wanted)
ORDER BY treaty, compared_to, t.id, o.id
LIMIT :limit
