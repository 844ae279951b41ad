-- name: between
-- about: What two actors, or their officials, did to or with each other.
-- param: a      name    required  one actor's name, alias or id
-- param: b      name    required  the other's
-- param: since  date    -         not before this date
-- param: until  date    -         not after this date
-- param: limit  int     50        rows at most
-- columns: date, type, actors, targets, action, status, reports, quote, event

WITH matched_a AS (
  SELECT actor.id FROM ententealias n JOIN actor ON actor.id = n.means WHERE n.name = lower(:a)
),
side_a AS (
  SELECT id FROM matched_a
  UNION
  SELECT start_id FROM affiliated_with WHERE end_id IN (SELECT id FROM matched_a)
),
matched_b AS (
  SELECT actor.id FROM ententealias n JOIN actor ON actor.id = n.means WHERE n.name = lower(:b)
),
side_b AS (
  SELECT id FROM matched_b
  UNION
  SELECT start_id FROM affiliated_with WHERE end_id IN (SELECT id FROM matched_b)
),
of_a (actor, event) AS (
  SELECT start_id, end_id FROM initiated WHERE start_id IN (SELECT id FROM side_a)
  UNION
  SELECT end_id, start_id FROM targeted WHERE end_id IN (SELECT id FROM side_a)
),
of_b (actor, event) AS (
  SELECT start_id, end_id FROM initiated WHERE start_id IN (SELECT id FROM side_b)
  UNION
  SELECT end_id, start_id FROM targeted WHERE end_id IN (SELECT id FROM side_b)
),
found AS (
  SELECT e.id FROM event e
  WHERE e.id IN (SELECT x.event FROM of_a x JOIN of_b y ON y.event = x.event AND y.actor <> x.actor)
    AND (:since = '' OR e.date >= substr(:since, 1, length(e.date)))
    AND (:until = '' OR substr(e.date, 1, length(:until)) <= :until)
  ORDER BY coalesce(e.date, '9999'), e.id
  LIMIT :limit
)
SELECT e.date AS date, e.type AS type,
  (SELECT json_group_array(x.name ORDER BY x.name, x.id) FROM initiated i JOIN actor x ON x.id = i.start_id WHERE i.end_id = e.id) AS "actors[]",
  (SELECT json_group_array(x.name ORDER BY x.name, x.id) FROM targeted t JOIN actor x ON x.id = t.end_id WHERE t.start_id = e.id) AS "targets[]",
  e.action AS action, e.status AS status, e.articles AS reports,
  (SELECT c.quote FROM about b JOIN claim c ON c.id = b.start_id WHERE b.end_id = e.id ORDER BY c.confidence DESC, c.start, c.id LIMIT 1) AS quote,
  e.id AS event
FROM found JOIN event e ON e.id = found.id
ORDER BY coalesce(e.date, '9999'), event
