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
met AS (
  SELECT start_id AS actor, end_id AS event FROM initiated
  UNION
  SELECT end_id, start_id FROM targeted
),
shared AS (
  SELECT x.actor AS a, y.actor AS o, e.type AS type, e.date AS date
  FROM met x JOIN met y ON y.event = x.event AND y.actor <> x.actor JOIN event e ON e.id = x.event
  WHERE x.actor IN (SELECT id FROM wanted)
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
