-- name: proposals
-- about: Open proposals: what was proposed, by whom to whom, unless its treaty was since signed, ratified, joined or rejected.
-- param: actor  name    -         only proposals by or to this actor: a name, alias or id
-- param: limit  int     50        rows at most
-- columns: date, by, to, proposal, sources, quote, event

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
  WHERE (e.status = 'proposed' OR e.action = 'propose' AND e.status IN ('occurred', 'ongoing'))
    AND NOT EXISTS (
      SELECT 1 FROM concerns k CROSS JOIN concerns l ON l.end_id = k.end_id CROSS JOIN event later ON later.id = l.start_id
      WHERE k.start_id = e.id AND l.action IN ('sign', 'ratify', 'join', 'reject') AND later.status = 'occurred'
        AND coalesce(later.date, '') >= coalesce(e.date, ''))
  ORDER BY e._order
  LIMIT :limit
)
SELECT e.date AS date,
  (SELECT json_group_array(x.name ORDER BY x.name, x.id) FROM initiated i JOIN actor x ON x.id = i.start_id WHERE i.end_id = e.id) AS "by[]",
  (SELECT json_group_array(x.name ORDER BY x.name, x.id) FROM targeted t JOIN actor x ON x.id = t.end_id WHERE t.start_id = e.id) AS "to[]",
  coalesce((SELECT t.name FROM concerns k JOIN treaty t ON t.id = k.end_id WHERE k.start_id = e.id ORDER BY t.name, t.id LIMIT 1), e.name) AS proposal,
  (SELECT json_group_array(source ORDER BY source) FROM (
         SELECT DISTINCT coalesce(a.outlet, a.name) AS source
         FROM about JOIN makes m ON m.end_id = about.start_id JOIN article a ON a.id = m.start_id
         WHERE about.end_id = e.id)) AS "sources[]",
  (SELECT c.quote FROM about b JOIN claim c ON c.id = b.start_id WHERE b.end_id = e.id ORDER BY c.confidence DESC, c.start, c.id LIMIT 1) AS quote,
  e.id AS event
FROM found CROSS JOIN event e ON e.id = found.id
ORDER BY e._order
