-- name: actors
-- about: The most active actors: how many events each began, was the target of, and how many claims it made.
-- param: kind   string  -         only these: country, person, organization or group
-- param: since  date    -         not before this date
-- param: until  date    -         not after this date
-- param: limit  int     20        rows at most
-- columns: actor, kind, began, target_of, claims, id

WITH e AS (
  SELECT id FROM event e
  WHERE e._order >= substr(:since, 1, 4) AND e._order < :until || '~'
    AND (:since = '' OR e.date >= substr(:since, 1, length(e.date)))
),
counted AS MATERIALIZED (
  SELECT a.name AS actor, a.kind AS kind,
    (SELECT count(*) FROM initiated i WHERE i.start_id = a.id AND (NOT dated OR i.end_id IN (SELECT id FROM e))) AS began,
    (SELECT count(*) FROM targeted t WHERE t.end_id = a.id AND (NOT dated OR t.start_id IN (SELECT id FROM e))) AS target_of,
    (SELECT count(*) FROM attributed_to s JOIN about b ON b.start_id = s.start_id
     WHERE s.end_id = a.id AND (NOT dated OR b.end_id IN (SELECT id FROM e))) AS claims,
    a.id AS id
  FROM actor a, (SELECT :since || :until <> '' AS dated)
  WHERE :kind = '' OR a.kind = lower(:kind)
)
SELECT actor, kind, began, target_of, claims, id FROM counted
WHERE began + target_of + claims > 0
ORDER BY began + target_of DESC, claims DESC, id
LIMIT :limit
