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
-- From the ends backwards: what is reached by so many steps. Two steps, which mostly
-- do, are tried before all that can be reached is looked at.
near (id, steps) AS (
  SELECT id, 0 FROM ends
  UNION SELECT l.end_id, steps + 1 FROM near r JOIN initiated l ON l.start_id = r.id WHERE steps < 2
  UNION SELECT l.start_id, steps + 1 FROM near r JOIN initiated l ON l.end_id = r.id WHERE steps < 2
  UNION SELECT l.end_id, steps + 1 FROM near r JOIN targeted l ON l.start_id = r.id WHERE steps < 2
  UNION SELECT l.start_id, steps + 1 FROM near r JOIN targeted l ON l.end_id = r.id WHERE steps < 2
  UNION SELECT l.end_id, steps + 1 FROM near r JOIN affiliated_with l ON l.start_id = r.id WHERE steps < 2
  UNION SELECT l.start_id, steps + 1 FROM near r JOIN affiliated_with l ON l.end_id = r.id WHERE steps < 2
),
far (id, steps) AS (
  SELECT id, 0 FROM ends WHERE NOT EXISTS (SELECT 1 FROM near JOIN starts ON starts.id = near.id)
  UNION SELECT l.end_id, steps + 1 FROM far r JOIN initiated l ON l.start_id = r.id WHERE steps < 8
  UNION SELECT l.start_id, steps + 1 FROM far r JOIN initiated l ON l.end_id = r.id WHERE steps < 8
  UNION SELECT l.end_id, steps + 1 FROM far r JOIN targeted l ON l.start_id = r.id WHERE steps < 8
  UNION SELECT l.start_id, steps + 1 FROM far r JOIN targeted l ON l.end_id = r.id WHERE steps < 8
  UNION SELECT l.end_id, steps + 1 FROM far r JOIN affiliated_with l ON l.start_id = r.id WHERE steps < 8
  UNION SELECT l.start_id, steps + 1 FROM far r JOIN affiliated_with l ON l.end_id = r.id WHERE steps < 8
),
distance (id, steps) AS MATERIALIZED (
  SELECT id, min(steps) FROM (SELECT id, steps FROM near UNION ALL SELECT id, steps FROM far) GROUP BY id
),
-- Forward again, always to the nearer neighbour with the lowest id.
walk (step, id, steps) AS (
  SELECT 0, id, steps FROM (
    SELECT id, steps FROM distance WHERE id IN (SELECT id FROM starts) ORDER BY steps, id LIMIT 1)
  UNION ALL
  SELECT walk.step + 1,
    (SELECT min(d.id) FROM (
       SELECT end_id AS id FROM initiated WHERE start_id = walk.id
       UNION ALL SELECT start_id FROM initiated WHERE end_id = walk.id
       UNION ALL SELECT end_id FROM targeted WHERE start_id = walk.id
       UNION ALL SELECT start_id FROM targeted WHERE end_id = walk.id
       UNION ALL SELECT end_id FROM affiliated_with WHERE start_id = walk.id
       UNION ALL SELECT start_id FROM affiliated_with WHERE end_id = walk.id) n
     JOIN distance d ON d.id = n.id WHERE d.steps = walk.steps - 1),
    walk.steps - 1
  FROM walk WHERE walk.steps > 0
),
node (id, name, date) AS (
  SELECT id, name, NULL FROM actor WHERE id IN (SELECT id FROM walk)
  UNION ALL
  SELECT id, name, date FROM event WHERE id IN (SELECT id FROM walk)
)
SELECT w.step AS step, s.name AS start,
  (SELECT json_group_array(way ORDER BY way) FROM (
     SELECT 'began' AS way FROM initiated WHERE start_id IN (s.id, t.id) AND end_id IN (s.id, t.id)
     UNION SELECT 'target of' FROM targeted WHERE start_id IN (s.id, t.id) AND end_id IN (s.id, t.id)
     UNION SELECT role FROM affiliated_with WHERE start_id IN (s.id, t.id) AND end_id IN (s.id, t.id))) AS "link[]",
  t.name AS finish, coalesce(s.date, t.date) AS date, t.id AS id
FROM walk w JOIN walk v ON v.step = w.step - 1 JOIN node s ON s.id = v.id JOIN node t ON t.id = w.id
ORDER BY step
