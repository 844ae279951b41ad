-- name: path
-- about: The shortest way from one actor to another through events and offices, in at most eight steps.
-- param: from  name    required  the first actor's name, alias or id
-- param: to    name    required  the last actor's
-- columns: step, start, link, finish, date, id

WITH RECURSIVE starts AS (
  SELECT actor.id FROM ententealias n JOIN actor ON actor.id = n.means WHERE n.name = lower(:from)
),
ends AS (
  SELECT actor.id FROM ententealias n JOIN actor ON actor.id = n.means
    WHERE n.name = lower(:to) AND actor.id NOT IN (SELECT id FROM starts)
),
link (s, t, way) AS MATERIALIZED (
  SELECT start_id, end_id, 'began' FROM initiated
  UNION SELECT end_id, start_id, 'began' FROM initiated
  UNION SELECT start_id, end_id, 'target of' FROM targeted
  UNION SELECT end_id, start_id, 'target of' FROM targeted
  UNION SELECT start_id, end_id, role FROM affiliated_with
  UNION SELECT end_id, start_id, role FROM affiliated_with
),
-- From the ends backwards: every node that is reached, by so many steps.
reached (id, steps) AS (
  SELECT id, 0 FROM ends
  UNION
  SELECT link.t, reached.steps + 1 FROM reached JOIN link ON link.s = reached.id WHERE reached.steps < 8
),
distance (id, steps) AS MATERIALIZED (
  SELECT id, min(steps) FROM reached GROUP BY id
),
-- Forward again, always to the nearer neighbour with the lowest id.
walk (step, id, steps) AS (
  SELECT 0, id, steps FROM (
    SELECT id, steps FROM distance WHERE id IN (SELECT id FROM starts) ORDER BY steps, id LIMIT 1)
  UNION ALL
  SELECT walk.step + 1,
    (SELECT min(link.t) FROM link JOIN distance ON distance.id = link.t
     WHERE link.s = walk.id AND distance.steps = walk.steps - 1),
    walk.steps - 1
  FROM walk WHERE walk.steps > 0
),
node (id, name, date) AS (
  SELECT id, name, NULL FROM actor WHERE id IN (SELECT id FROM walk)
  UNION ALL
  SELECT id, name, date FROM event WHERE id IN (SELECT id FROM walk)
)
SELECT w.step AS step, s.name AS start,
  (SELECT json_group_array(way ORDER BY way) FROM link WHERE link.s = s.id AND link.t = t.id) AS "link[]",
  t.name AS finish, coalesce(s.date, t.date) AS date, t.id AS id
FROM walk w JOIN walk v ON v.step = w.step - 1 JOIN node s ON s.id = v.id JOIN node t ON t.id = w.id
ORDER BY step
