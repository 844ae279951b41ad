-- name: coverage
-- about: What each outlet covers: its articles and events, and how many events it alone reports.
-- param: limit  int     50        rows at most
-- columns: outlet, articles, first, last, events, alone, claims

WITH told AS (
  SELECT DISTINCT b.end_id AS event, coalesce(p.end_id, '') AS outlet
  FROM about b JOIN makes m ON m.end_id = b.start_id LEFT JOIN published_by p ON p.start_id = m.start_id
),
tellers AS (
  SELECT event, count(*) AS outlets FROM told GROUP BY event
)
SELECT o.name AS outlet,
  (SELECT count(*) FROM published_by p WHERE p.end_id = o.id) AS articles,
  (SELECT min(a.published) FROM published_by p JOIN article a ON a.id = p.start_id WHERE p.end_id = o.id) AS first,
  (SELECT max(a.published) FROM published_by p JOIN article a ON a.id = p.start_id WHERE p.end_id = o.id) AS last,
  (SELECT count(*) FROM told WHERE told.outlet = o.id) AS events,
  (SELECT count(*) FROM told JOIN tellers ON tellers.event = told.event WHERE told.outlet = o.id AND tellers.outlets = 1) AS alone,
  (SELECT count(*) FROM published_by p JOIN makes m ON m.start_id = p.start_id WHERE p.end_id = o.id) AS claims
FROM outlet o
ORDER BY articles DESC, events DESC, o.id
LIMIT :limit
