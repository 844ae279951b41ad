-- name: claims
-- about: What a speaker says, about which events, and where it was reported.
-- param: speaker  name    required  an actor's name, alias or id
-- param: stance   string  -         only these: asserts, denies, accuses, welcomes or condemns
-- param: limit    int     50        rows at most
-- columns: published, speaker, stance, quote, event, outlet, id

SELECT a.published AS published, s.name AS speaker, c.stance AS stance, c.quote AS quote, e.name AS event,
  coalesce(a.outlet, a.name) AS outlet, e.id AS id
FROM actor s
JOIN attributed_to t ON t.end_id = s.id JOIN claim c ON c.id = t.start_id
JOIN makes m ON m.end_id = c.id JOIN article a ON a.id = m.start_id
LEFT JOIN about b ON b.start_id = c.id LEFT JOIN event e ON e.id = b.end_id
WHERE (:stance = '' OR c.stance = lower(:stance))
  AND s.id IN (
  SELECT actor.id FROM ententealias n JOIN actor ON actor.id = n.means WHERE n.name = lower(:speaker))
ORDER BY coalesce(a.published, '9999'), s.id, a.id, c.start, c.id, coalesce(e.id, '')
LIMIT :limit
