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
  SELECT DISTINCT a.id AS article, e.id AS event, a._order AS came, e._order AS happened
  FROM event e CROSS JOIN about b ON b.end_id = e.id CROSS JOIN makes m ON m.end_id = b.start_id CROSS JOIN article a ON a.id = m.start_id
  WHERE e.id IN (SELECT event FROM theirs) AND a.published >= substr(:since, 1, length(a.published))
  ORDER BY came, happened
  LIMIT :limit
),
compared AS MATERIALIZED (
  SELECT article, event, EXISTS (
      SELECT 1 FROM about b JOIN makes m ON m.end_id = b.start_id JOIN article earlier ON earlier.id = m.start_id
      WHERE b.end_id = event AND earlier._order < came) AS known
  FROM told
),
found AS MATERIALIZED (
  SELECT article, event, known, CASE WHEN known THEN coalesce((
      SELECT c.stance FROM makes m JOIN about b ON b.start_id = m.end_id JOIN claim c ON c.id = m.end_id
      WHERE m.start_id = article AND b.end_id = event AND c.stance IN ('denies', 'accuses', 'condemns', 'welcomes')
      ORDER BY instr('denies accuses condemns welcomes', c.stance) LIMIT 1), '') ELSE '' END AS word
  FROM compared
)
SELECT a.published AS published, coalesce(a.outlet, a.name) AS outlet,
  CASE WHEN NOT known THEN 'new' WHEN word = 'denies' THEN 'denial' WHEN word = 'accuses' THEN 'accusation'
    WHEN word = 'condemns' THEN 'condemnation' WHEN word = 'welcomes' THEN 'welcome' ELSE 'report' END AS change,
  e.date AS date, e.name AS event, e.status AS status, e.articles AS reports,
  (SELECT json_group_array(name ORDER BY name, id) FROM (
     SELECT DISTINCT s.name, s.id
     FROM makes m JOIN about b ON b.start_id = m.end_id JOIN attributed_to t ON t.start_id = m.end_id JOIN actor s ON s.id = t.end_id
     WHERE m.start_id = a.id AND b.end_id = e.id)) AS "speakers[]",
  (SELECT c.quote FROM makes m JOIN about b ON b.start_id = m.end_id JOIN claim c ON c.id = m.end_id
   WHERE m.start_id = a.id AND b.end_id = e.id ORDER BY c.stance <> word, c.confidence DESC, c.start, c.id LIMIT 1) AS quote,
  e.id AS id
FROM found f CROSS JOIN article a ON a.id = f.article CROSS JOIN event e ON e.id = f.event
ORDER BY a._order, e._order
