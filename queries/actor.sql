-- name: actor
-- about: One actor's dossier: names, offices, treaties, what it did and received, with whom, and what it said.
-- param: actor  name    required  an actor's name, alias or id
-- columns: actor, section, what, who, count

WITH a AS (
  SELECT actor.id, actor.name, aliases FROM ententealias n JOIN actor ON actor.id = n.means WHERE n.name = lower(:actor)
),
own (actor, event) AS (
  SELECT start_id, end_id FROM initiated WHERE start_id IN (SELECT id FROM a)
  UNION
  SELECT end_id, start_id FROM targeted WHERE end_id IN (SELECT id FROM a)
),
met (actor, other, event) AS (
  SELECT own.actor, i.start_id, own.event FROM own JOIN initiated i ON i.end_id = own.event
  UNION
  SELECT own.actor, t.end_id, own.event FROM own JOIN targeted t ON t.start_id = own.event
),
dossier (id, part, section, what, who, count) AS (
  SELECT a.id, 1, 'also called', j.value, NULL, NULL
  FROM a, json_each(a.aliases) j
  UNION ALL
  SELECT a.id, 2, 'office', r.role, other.name, NULL
  FROM a JOIN affiliated_with r ON r.start_id = a.id JOIN actor other ON other.id = r.end_id
  UNION ALL
  SELECT a.id, 3, 'official', r.role, other.name, NULL
  FROM a JOIN affiliated_with r ON r.end_id = a.id JOIN actor other ON other.id = r.start_id
  UNION ALL
  SELECT a.id, 4, 'treaty', t.name, t.status, NULL
  FROM a JOIN has_party p ON p.end_id = a.id JOIN treaty t ON t.id = p.start_id
  UNION ALL
  SELECT a.id, 5, 'began', e.type, NULL, count(*)
  FROM a JOIN initiated i ON i.start_id = a.id JOIN event e ON e.id = i.end_id
  GROUP BY a.id, e.type
  UNION ALL
  SELECT a.id, 6, 'target of', e.type, NULL, count(*)
  FROM a JOIN targeted t ON t.end_id = a.id JOIN event e ON e.id = t.start_id
  GROUP BY a.id, e.type
  UNION ALL
  SELECT m.actor, 7, 'met in events', NULL, other.name, count(*)
  FROM met m JOIN actor other ON other.id = m.other
  WHERE m.other <> m.actor
  GROUP BY m.actor, other.id
  UNION ALL
  SELECT a.id, 8, 'said', c.stance, NULL, count(*)
  FROM a JOIN attributed_to s ON s.end_id = a.id JOIN claim c ON c.id = s.start_id
  GROUP BY a.id, c.stance
)
SELECT a.name AS actor, section, what, who, count
FROM dossier JOIN a ON a.id = dossier.id
ORDER BY a.id, part, coalesce(count, 0) DESC, coalesce(what, ''), coalesce(who, '')
