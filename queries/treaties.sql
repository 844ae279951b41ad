-- name: treaties
-- about: Treaties with where they stand, their parties, and how much was done to them.
-- param: actor   string  -         only treaties with this party: a name, alias or id
-- param: status  string  -         only these: proposed, signed, in_force, suspended, withdrawn, concluded or expired
-- param: limit   int     50        rows at most
-- columns: treaty, year, status, parties, events, latest, articles

WITH wanted AS (
  SELECT id FROM actor
    WHERE id = lower(:actor) OR lower(name) = lower(:actor)
       OR EXISTS (SELECT 1 FROM json_each(aliases) WHERE lower(value) = lower(:actor))
)
SELECT t.name AS treaty, t.year AS year, t.status AS status,
  (SELECT json_group_array(x.name ORDER BY x.name, x.id) FROM has_party p JOIN actor x ON x.id = p.end_id WHERE p.start_id = t.id) AS "parties[]",
  (SELECT count(*) FROM concerns k WHERE k.end_id = t.id) AS events,
  (SELECT max(e.date) FROM concerns k JOIN event e ON e.id = k.start_id WHERE k.end_id = t.id) AS latest,
  (SELECT count(*) FROM mentions m WHERE m.end_id = t.id) AS articles
FROM treaty t
WHERE (:status = '' OR t.status = lower(:status))
  AND (:actor = '' OR t.id IN (SELECT start_id FROM has_party WHERE end_id IN (SELECT id FROM wanted)))
ORDER BY events DESC, articles DESC, t.id
LIMIT :limit
