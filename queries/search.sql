-- name: search
-- about: Actors, treaties, events and quotes that have a text in them, whatever the case.
-- param: text   string  required  what to look for, as it stands there
-- param: limit  int     50        rows at most
-- columns: kind, name, date, quote, actor, id

WITH found AS (
  SELECT 1 AS part, 'actor' AS kind, a.name AS name, NULL AS date, NULL AS quote, a.id AS actor, a.id AS id
  FROM actor a
  WHERE instr(lower(a.name), lower(:text)) > 0
     OR EXISTS (SELECT 1 FROM json_each(a.aliases) WHERE instr(lower(value), lower(:text)) > 0)
  UNION ALL
  SELECT 2, 'treaty', t.name, NULL, NULL, NULL, t.id
  FROM treaty t
  WHERE instr(lower(t.name), lower(:text)) > 0
     OR EXISTS (SELECT 1 FROM json_each(t.aliases) WHERE instr(lower(value), lower(:text)) > 0)
  UNION ALL
  SELECT 3, 'event', e.name, e.date, NULL, (SELECT min(start_id) FROM initiated WHERE end_id = e.id), e.id
  FROM event e
  WHERE instr(lower(e.name), lower(:text)) > 0
  UNION ALL
  SELECT DISTINCT 4, 'quote', e.name, e.date, c.quote, (SELECT min(start_id) FROM initiated WHERE end_id = e.id), e.id
  FROM claim c JOIN about b ON b.start_id = c.id JOIN event e ON e.id = b.end_id
  WHERE instr(lower(c.quote), lower(:text)) > 0
)
SELECT kind, name, date, quote, actor, id FROM found
ORDER BY part, coalesce(date, '9999'), name, id, quote
LIMIT :limit
