-- name: accusations
-- about: Accusations and denials: who accuses whom of what, and who denies it.
-- param: actor  name    -         only what this actor says or is accused of: a name, alias or id
-- param: since  date    -         not before this date
-- param: until  date    -         not after this date
-- param: limit  int     50        rows at most
-- columns: date, speaker, stance, event, quote, outlet, id

WITH wanted AS (
  SELECT actor.id FROM ententealias n JOIN actor ON actor.id = n.means WHERE n.name = lower(:actor)
),
theirs (event) AS (
  SELECT end_id FROM initiated WHERE start_id IN (SELECT id FROM wanted)
  UNION
  SELECT start_id FROM targeted WHERE end_id IN (SELECT id FROM wanted)
),
first (event) AS (
  SELECT e.id FROM event e
  WHERE :actor = ''
    AND (e.type = 'ACCUSE' OR EXISTS (
      SELECT 1 FROM about b JOIN claim c ON c.id = b.start_id WHERE b.end_id = e.id AND c.stance IN ('accuses', 'denies', 'condemns')))
    AND e._order >= substr(:since, 1, 4) AND e._order < :until || '~'
    AND (:since = '' OR e.date >= substr(:since, 1, length(e.date)))
  ORDER BY e._order
  LIMIT :limit
),
told (claim, event) AS (
  SELECT start_id, end_id FROM about WHERE end_id IN (SELECT event FROM first)
  UNION ALL
  SELECT start_id, end_id FROM about
  WHERE start_id IN (SELECT start_id FROM attributed_to WHERE end_id IN (SELECT id FROM wanted))
     OR end_id IN (SELECT event FROM theirs)
)
SELECT e.date AS date, coalesce(s.name, 'the report itself') AS speaker, c.stance AS stance, e.name AS event,
  c.quote AS quote, coalesce(a.outlet, a.name) AS outlet, e.id AS id
FROM told
JOIN claim c ON c.id = told.claim JOIN event e ON e.id = told.event
JOIN makes m ON m.end_id = c.id JOIN article a ON a.id = m.start_id
LEFT JOIN attributed_to t ON t.start_id = c.id LEFT JOIN actor s ON s.id = t.end_id
WHERE (c.stance IN ('accuses', 'denies', 'condemns') OR e.type = 'ACCUSE')
  AND (:since = '' OR e.date >= substr(:since, 1, length(e.date)))
  AND (:until = '' OR substr(e.date, 1, length(:until)) <= :until)
ORDER BY coalesce(e.date, '9999'), e.id, c.stance, speaker, a.id, c.id
LIMIT :limit
