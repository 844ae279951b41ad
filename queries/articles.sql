-- name: articles
-- about: The articles in the graph, with what was found in each.
-- param: outlet  name    -         only this outlet's
-- param: since   date    -         not before this date
-- param: until   date    -         not after this date
-- param: limit   int     50        rows at most
-- columns: published, outlet, title, events, claims, id

WITH wanted AS (
  SELECT outlet.id FROM ententealias n JOIN outlet ON outlet.id = n.means WHERE n.name = lower(:outlet)
),
published AS (
  SELECT * FROM article WHERE :outlet = ''
  UNION ALL
  SELECT * FROM article WHERE id IN (SELECT start_id FROM published_by WHERE end_id IN (SELECT id FROM wanted))
),
found AS (
  SELECT a.id, a._order FROM published a
  WHERE a._order >= substr(:since, 1, 4) AND a._order < :until || '~'
    AND (:since = '' OR a.published >= substr(:since, 1, length(a.published)))
  ORDER BY a._order
  LIMIT :limit
)
SELECT a.published AS published, a.outlet AS outlet, a.name AS title,
  (SELECT count(DISTINCT b.end_id) FROM makes m JOIN about b ON b.start_id = m.end_id WHERE m.start_id = a.id) AS events,
  (SELECT count(*) FROM makes m WHERE m.start_id = a.id) AS claims,
  a.id AS id
FROM found CROSS JOIN article a ON a.id = found.id
ORDER BY a._order
