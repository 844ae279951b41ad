-- name: corroborated
-- about: How well each event is attested: by how many articles, outlets and independent texts, and who speaks for and against it.
-- param: actor  name    -         only events of this actor: a name, alias or id
-- param: least  int     2         only events that so many independent texts carry
-- param: since  date    -         not before this date
-- param: until  date    -         not after this date
-- param: limit  int     50        rows at most
-- columns: date, event, status, texts, outlets, articles, asserting, denying, id

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
  SELECT e.id, e.texts, e.outlets, e.articles, e._order FROM events e
  WHERE e.texts >= :least
    AND (:since = '' OR e.date >= substr(:since, 1, length(e.date)))
    AND (:until = '' OR substr(e.date, 1, length(:until)) <= :until)
  ORDER BY e.texts DESC, e.outlets DESC, e.articles DESC, e._order
  LIMIT :limit
)
SELECT e.date AS date, e.name AS event, e.status AS status, e.texts AS texts, e.outlets AS outlets, e.articles AS articles,
  (SELECT count(*) FROM about b JOIN claim c ON c.id = b.start_id WHERE b.end_id = e.id AND c.stance <> 'denies') AS asserting,
  (SELECT count(*) FROM about b JOIN claim c ON c.id = b.start_id WHERE b.end_id = e.id AND c.stance = 'denies') AS denying,
  e.id AS id
FROM found CROSS JOIN event e ON e.id = found.id
ORDER BY e.texts DESC, e.outlets DESC, e.articles DESC, e._order
