-- name: reports
-- about: Which outlets report an event, when and how: the events that most outlets tell, or one of them.
-- param: event  string  -         only this event: its id
-- param: least  int     2         only events that so many articles report
-- param: limit  int     50        rows at most
-- columns: date, event, outlet, published, title, claims, id

WITH told AS (
  SELECT * FROM event e WHERE :event = '' AND e.articles >= :least
  UNION ALL
  SELECT * FROM event e WHERE e.id IN (lower(:event), 'event:' || lower(:event))
),
found AS (
  SELECT e.id, e.articles, e._order FROM told e
  ORDER BY e.articles DESC, e._order
  LIMIT :limit
)
SELECT e.date AS date, e.name AS event, a.outlet AS outlet, a.published AS published, a.name AS title, count(*) AS claims, e.id AS id
FROM found CROSS JOIN event e ON e.id = found.id
JOIN about b ON b.end_id = e.id JOIN makes m ON m.end_id = b.start_id JOIN article a ON a.id = m.start_id
GROUP BY e.id, a.id
ORDER BY e.articles DESC, e._order, coalesce(a.published, '9999'), a.id
LIMIT :limit
