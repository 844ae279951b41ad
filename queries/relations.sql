-- name: relations
-- about: How one actor stands with others: events of cooperation and of conflict between them.
-- param: actor  name    required  an actor's name, alias or id
-- param: since  date    -         not before this date
-- param: until  date    -         not after this date
-- param: limit  int     50        rows at most
-- columns: actor, other, cooperation, conflict, latest, id

WITH wanted AS (
  SELECT actor.id FROM ententealias n JOIN actor ON actor.id = n.means WHERE n.name = lower(:actor)
),
own (actor, event) AS (
  SELECT start_id, end_id FROM initiated WHERE start_id IN (SELECT id FROM wanted)
  UNION
  SELECT end_id, start_id FROM targeted WHERE end_id IN (SELECT id FROM wanted)
),
met (actor, other, event) AS (
  SELECT own.actor, i.start_id, own.event FROM own JOIN initiated i ON i.end_id = own.event
  UNION
  SELECT own.actor, t.end_id, own.event FROM own JOIN targeted t ON t.start_id = own.event
),
shared AS (
  SELECT m.actor AS a, m.other AS o, e.type AS type, e.date AS date
  FROM met m JOIN event e ON e.id = m.event
  WHERE m.other <> m.actor
    AND (:since = '' OR e.date >= substr(:since, 1, length(e.date)))
    AND (:until = '' OR substr(e.date, 1, length(:until)) <= :until)
)
SELECT a.name AS actor, o.name AS other,
  count(*) FILTER (WHERE type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT')) AS cooperation,
  count(*) FILTER (WHERE type NOT IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT')) AS conflict,
  max(date) AS latest, o.id AS id
FROM shared JOIN actor a ON a.id = shared.a JOIN actor o ON o.id = shared.o
GROUP BY a.id, o.id
ORDER BY a.id, count(*) DESC, o.id
LIMIT :limit
