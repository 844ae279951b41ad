-- name: treaty-changes
-- about: What the articles published since a date brought on a treaty: events that were new, and new reports, denials and other words on those known before.
-- param: treaty  name    required  a treaty's name, alias or id
-- param: since   date    required  articles published on this date or later
-- param: limit   int     50        rows at most
-- columns: published, outlet, change, date, event, status, reports, speakers, quote, id

WITH wanted AS (
  SELECT treaty.id FROM ententealias n JOIN treaty ON treaty.id = n.means WHERE n.name = lower(:treaty)
),
told AS (
  SELECT b.end_id AS event, a.id AS article, a.published, coalesce(a.outlet, a.name) AS outlet,
    row_number() OVER (PARTITION BY b.end_id ORDER BY coalesce(a.published, '9999'), a.id) > 1 AS known,
    CASE WHEN max(c.stance = 'denies') THEN 'denies' WHEN max(c.stance = 'accuses') THEN 'accuses'
      WHEN max(c.stance = 'condemns') THEN 'condemns' WHEN max(c.stance = 'welcomes') THEN 'welcomes' ELSE '' END AS word
  FROM about b JOIN claim c ON c.id = b.start_id JOIN makes m ON m.end_id = c.id JOIN article a ON a.id = m.start_id
  WHERE b.end_id IN (SELECT start_id FROM concerns WHERE end_id IN (SELECT id FROM wanted))
  GROUP BY b.end_id, a.id
),
found AS (
  SELECT t.published, t.outlet, t.article, e.*, known, CASE WHEN known THEN word ELSE '' END AS word
  FROM told t JOIN event e ON e.id = t.event
  WHERE t.published >= substr(:since, 1, length(t.published))
  ORDER BY t.published, t.article, coalesce(e.date, '9999'), e.id
  LIMIT :limit
)
SELECT f.published AS published, f.outlet AS outlet,
  CASE WHEN NOT known THEN 'new' WHEN word = 'denies' THEN 'denial' WHEN word = 'accuses' THEN 'accusation'
    WHEN word = 'condemns' THEN 'condemnation' WHEN word = 'welcomes' THEN 'welcome' ELSE 'report' END AS change,
  f.date AS date, f.name AS event, f.status AS status, f.articles AS reports,
  (SELECT json_group_array(name ORDER BY name, id) FROM (
     SELECT DISTINCT s.name, s.id
     FROM makes m JOIN about b ON b.start_id = m.end_id JOIN attributed_to t ON t.start_id = m.end_id JOIN actor s ON s.id = t.end_id
     WHERE m.start_id = f.article AND b.end_id = f.id)) AS "speakers[]",
  (SELECT c.quote FROM makes m JOIN about b ON b.start_id = m.end_id JOIN claim c ON c.id = m.end_id
   WHERE m.start_id = f.article AND b.end_id = f.id ORDER BY c.stance <> word, c.confidence DESC, c.start, c.id LIMIT 1) AS quote,
  f.id AS id
FROM found f
ORDER BY published, article, coalesce(date, '9999'), f.id
