-- name: treaties
-- about: Treaties with where they stand, their parties, and how much was done to them.
-- param: actor   name    -         only treaties with this party: a name, alias or id
-- param: status  string  -         only these: proposed, signed, in_force, suspended, withdrawn, concluded or expired
-- param: limit   int     50        rows at most
-- columns: treaty, year, status, parties, events, latest, articles

WITH wanted AS (
  SELECT actor.id FROM ententealias n JOIN actor ON actor.id = n.means WHERE n.name = lower(:actor)
),
chosen AS (
  SELECT * FROM treaty WHERE :actor = ''
  UNION ALL
  SELECT * FROM treaty WHERE id IN (SELECT start_id FROM has_party WHERE end_id IN (SELECT id FROM wanted))
),
found AS (
  SELECT t.id,
    (SELECT count(*) FROM concerns k WHERE k.end_id = t.id) AS events,
    (SELECT count(*) FROM mentions m WHERE m.end_id = t.id) AS articles
  FROM chosen t
  WHERE :status = '' OR t.status = lower(:status)
  ORDER BY events DESC, articles DESC, t.id
  LIMIT :limit
)
SELECT t.name AS treaty, t.year AS year, t.status AS status,
  (SELECT json_group_array(x.name ORDER BY x.name, x.id) FROM has_party p JOIN actor x ON x.id = p.end_id WHERE p.start_id = t.id) AS "parties[]",
  f.events AS events,
  (SELECT max(e.date) FROM concerns k JOIN event e ON e.id = k.start_id WHERE k.end_id = t.id) AS latest,
  f.articles AS articles
FROM found f JOIN treaty t ON t.id = f.id
ORDER BY events DESC, articles DESC, t.id
