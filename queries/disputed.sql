-- name: disputed
-- about: Events that somebody denies: who said what about them, when and where it was reported.
-- param: actor  name    -         only events of this actor: a name, alias or id
-- param: since  date    -         not before this date
-- param: until  date    -         not after this date
-- param: limit  int     100       rows at most
-- columns: date, event, speaker, stance, quote, published, outlet, id

WITH wanted AS (
  SELECT actor.id FROM ententealias n JOIN actor ON actor.id = n.means WHERE n.name = lower(:actor)
),
theirs (event) AS (
  SELECT end_id FROM initiated WHERE start_id IN (SELECT id FROM wanted)
  UNION
  SELECT start_id FROM targeted WHERE end_id IN (SELECT id FROM wanted)
),
events AS (
  SELECT * FROM event WHERE :actor = ''
  UNION ALL
  SELECT * FROM event WHERE id IN (SELECT event FROM theirs)
),
found AS (
  SELECT e.id, e._order FROM events e
  WHERE e.status = 'denied'
    AND e._order >= substr(:since, 1, 4) AND e._order < :until || '~'
    AND (:since = '' OR e.date >= substr(:since, 1, length(e.date)))
  ORDER BY e._order
  LIMIT :limit
)
SELECT e.date AS date, e.name AS event, coalesce(s.name, 'the report itself') AS speaker, c.stance AS stance, c.quote AS quote, a.published AS published,
  coalesce(a.outlet, a.name) AS outlet, e.id AS id
FROM found CROSS JOIN event e ON e.id = found.id
JOIN about b ON b.end_id = e.id JOIN claim c ON c.id = b.start_id
JOIN makes m ON m.end_id = c.id JOIN article a ON a.id = m.start_id
LEFT JOIN attributed_to t ON t.start_id = c.id LEFT JOIN actor s ON s.id = t.end_id
ORDER BY e._order, coalesce(a.published, '9999'), c.stance <> 'denies', speaker, a.id, c.id
LIMIT :limit
