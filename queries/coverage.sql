-- name: coverage
-- about: What each outlet covers: its articles and events, and how many events it alone reports.
-- param: limit  int     50        rows at most
-- columns: outlet, articles, first, last, events, alone, claims

WITH published AS (
  SELECT end_id AS outlet, count(*) AS articles, min(_published) AS first, max(_published) AS last, sum(_claims) AS claims
  FROM published_by
  GROUP BY end_id
),
-- Who tells of an event is looked at once for all events that the same outlets tell of.
told AS (
  SELECT _outlets, count(*) AS events FROM event GROUP BY _outlets
),
counted AS (
  SELECT o.value AS outlet, sum(events) AS events, sum(events) FILTER (WHERE json_array_length(_outlets) = 1) AS alone
  FROM told JOIN json_each(_outlets) o
  GROUP BY o.value
)
SELECT o.name AS outlet, p.articles AS articles, p.first AS first, p.last AS last,
  coalesce(c.events, 0) AS events, coalesce(c.alone, 0) AS alone, p.claims AS claims
FROM published p JOIN outlet o ON o.id = p.outlet LEFT JOIN counted c ON c.outlet = p.outlet
ORDER BY p.articles DESC, events DESC, o.id
LIMIT :limit
