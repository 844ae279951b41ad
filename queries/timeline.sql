-- name: timeline
-- about: Events in the order they happened, of everyone or of one actor and its officials.
-- param: actor  name    -         only this actor's events: a name, alias or id
-- param: type   string  -         only events of this type, as AGREE or SANCTION
-- param: since  date    -         not before this date
-- param: until  date    -         not after this date
-- param: limit  int     50        rows at most
-- columns: date, type, actors, targets, treaties, status, reports, quote, event

WITH matched_actor AS (
  SELECT actor.id FROM ententealias n JOIN actor ON actor.id = n.means WHERE n.name = lower(:actor)
),
side_actor AS (
  SELECT id FROM matched_actor
  UNION
  SELECT start_id FROM affiliated_with WHERE end_id IN (SELECT id FROM matched_actor)
),
theirs (event) AS (
  SELECT end_id FROM initiated WHERE start_id IN (SELECT id FROM side_actor)
  UNION
  SELECT start_id FROM targeted WHERE end_id IN (SELECT id FROM side_actor)
),
events AS (
  SELECT * FROM event WHERE :actor = ''
  UNION ALL
  SELECT * FROM event WHERE id IN (SELECT event FROM theirs)
),
found AS (
  SELECT e.id, e._order FROM events e
  WHERE (:type = '' OR e.type = upper(:type))
    AND e._order >= substr(:since, 1, 4) AND e._order < :until || '~'
    AND (:since = '' OR e.date >= substr(:since, 1, length(e.date)))
  ORDER BY e._order
  LIMIT :limit
)
SELECT e.date AS date, e.type AS type,
  (SELECT json_group_array(x.name ORDER BY x.name, x.id) FROM initiated i JOIN actor x ON x.id = i.start_id WHERE i.end_id = e.id) AS "actors[]",
  (SELECT json_group_array(x.name ORDER BY x.name, x.id) FROM targeted t JOIN actor x ON x.id = t.end_id WHERE t.start_id = e.id) AS "targets[]",
  (SELECT json_group_array(t.name ORDER BY t.name, t.id) FROM concerns k JOIN treaty t ON t.id = k.end_id WHERE k.start_id = e.id) AS "treaties[]",
  e.status AS status, e.articles AS reports,
  (SELECT c.quote FROM about b JOIN claim c ON c.id = b.start_id WHERE b.end_id = e.id ORDER BY c.confidence DESC, c.start, c.id LIMIT 1) AS quote,
  e.id AS event
FROM found CROSS JOIN event e ON e.id = found.id
ORDER BY e._order
