-- name: treaty-events
-- about: What happened to each treaty, in order: proposals, signatures, suspensions, exits.
-- param: action  string  -         only this: propose, negotiate, sign, ratify, join, extend, suspend, withdraw, violate or reject
-- param: since   date    -         not before this date
-- param: until   date    -         not after this date
-- param: limit   int     50        rows at most
-- columns: treaty, date, action, actors, status, sources, quote, event

WITH found AS (
  SELECT t.id AS treaty, e.id AS event
  FROM treaty t CROSS JOIN concerns k ON k.end_id = t.id CROSS JOIN event e ON e.id = k.start_id
  WHERE (:action = '' OR k.action = lower(:action))
    AND e._order < :until || '~' AND (:since = '' OR e.date >= substr(:since, 1, length(e.date)))
  ORDER BY t.name, t.id, e._order
  LIMIT :limit
)
SELECT t.name AS treaty, e.date AS date, coalesce(k.action, lower(e.type)) AS action,
  (SELECT json_group_array(x.name ORDER BY x.name, x.id) FROM initiated i JOIN actor x ON x.id = i.start_id WHERE i.end_id = e.id) AS "actors[]",
  e.status AS status,
  (SELECT json_group_array(source ORDER BY source) FROM (
         SELECT DISTINCT coalesce(a.outlet, a.name) AS source
         FROM about JOIN makes m ON m.end_id = about.start_id JOIN article a ON a.id = m.start_id
         WHERE about.end_id = e.id)) AS "sources[]",
  (SELECT c.quote FROM about b JOIN claim c ON c.id = b.start_id WHERE b.end_id = e.id ORDER BY c.confidence DESC, c.start, c.id LIMIT 1) AS quote,
  e.id AS event
FROM found f JOIN treaty t ON t.id = f.treaty JOIN event e ON e.id = f.event
JOIN concerns k ON k.start_id = e.id AND k.end_id = t.id
ORDER BY t.name, t.id, e._order
