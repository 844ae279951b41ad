-- name: articles
-- about: The articles in the graph, with what was found in each.
-- param: outlet  string  -         only this outlet's
-- param: since   date    -         not before this date
-- param: until   date    -         not after this date
-- param: limit   int     50        rows at most
-- columns: published, outlet, title, events, claims, id

SELECT a.published AS published, a.outlet AS outlet, a.name AS title,
  (SELECT count(DISTINCT b.end_id) FROM makes m JOIN about b ON b.start_id = m.end_id WHERE m.start_id = a.id) AS events,
  (SELECT count(*) FROM makes m WHERE m.start_id = a.id) AS claims,
  a.id AS id
FROM article a
WHERE (:outlet = '' OR lower(a.outlet) = lower(:outlet))
  AND (:since = '' OR a.published >= substr(:since, 1, length(a.published)))
  AND (:until = '' OR substr(a.published, 1, length(:until)) <= :until)
ORDER BY coalesce(a.published, '9999'), id
LIMIT :limit
