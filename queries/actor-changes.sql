-- name: actor-changes
-- about: What the articles published since a date brought on an actor and its officials: events that were new, and new reports, denials and other words on those known before.
-- param: actor   name    required  an actor's name, alias or id
-- param: since   date    required  articles published on this date or later
-- param: limit   int     50        rows at most
-- columns: published, outlet, change, date, event, status, reports, speakers, quote, id

WITH matched_actor AS (
  SELECT actor.id FROM ententealias n JOIN actor ON actor.id = n.means WHERE n.name = lower(:actor)
),
side_actor AS (
  SELECT id FROM matched_actor
  UNION
  SELECT start_id FROM affiliated_with WHERE end_id IN (SELECT id FROM matched_actor)
),
theirs (event) AS (
  SELECT end_id FROM initiated WHERE start_id IN (SELECT id FROM side_actor)
  UNION
  SELECT start_id FROM targeted WHERE end_id IN (SELECT id FROM side_actor)
),
told AS (
  SELECT b.end_id AS event, a.id AS article, a.published, coalesce(a.outlet, a.name) AS outlet,
    row_number() OVER (PARTITION BY b.end_id ORDER BY coalesce(a.published, '9999'), a.id) > 1 AS known,
    CASE WHEN max(c.stance = 'denies') THEN 'denies' WHEN max(c.stance = 'accuses') THEN 'accuses'
      WHEN max(c.stance = 'condemns') THEN 'condemns' WHEN max(c.stance = 'welcomes') THEN 'welcomes' ELSE '' END AS word
  FROM about b JOIN claim c ON c.id = b.start_id JOIN makes m ON m.end_id = c.id JOIN article a ON a.id = m.start_id
  WHERE b.end_id IN (SELECT event FROM theirs)
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
