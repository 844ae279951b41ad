-- name: search
-- about: Actors, treaties, events and quotes that have a text in them, whatever the case.
-- param: text   string  required  what to look for, as it stands there
-- param: limit  int     50        rows at most
-- columns: kind, name, date, quote, actor, id

-- LIKE has no regard for case in ASCII, as lower has none, and takes half the time.
WITH asked (text) AS (
  SELECT '%' || replace(replace(replace(:text, '\', '\\'), '%', '\%'), '_', '\_') || '%'
),
found AS (
  SELECT 1 AS part, 'actor' AS kind, a.name AS name, NULL AS date, '9999' AS day, NULL AS quote, a.id AS id
  FROM actor a
  WHERE a.name LIKE (SELECT text FROM asked) ESCAPE '\'
     OR EXISTS (SELECT 1 FROM json_each(a.aliases) WHERE value LIKE (SELECT text FROM asked) ESCAPE '\')
  UNION ALL
  SELECT 2, 'treaty', t.name, NULL, '9999', NULL, t.id
  FROM treaty t
  WHERE t.name LIKE (SELECT text FROM asked) ESCAPE '\'
     OR EXISTS (SELECT 1 FROM json_each(t.aliases) WHERE value LIKE (SELECT text FROM asked) ESCAPE '\')
  UNION ALL
  SELECT 3, 'event', e.name, e.date, coalesce(e.date, '9999'), NULL, e.id
  FROM event named CROSS JOIN event e ON e.rowid = named.rowid -- named reads names off an index, which is narrower than the table
  WHERE named.name LIKE (SELECT text FROM asked) ESCAPE '\'
  UNION ALL
  SELECT DISTINCT 4, 'quote', e.name, e.date, coalesce(e.date, '9999'), c.quote, e.id
  FROM claim c CROSS JOIN about b ON b.start_id = c.id CROSS JOIN event e ON e.id = b.end_id
  WHERE c.quote LIKE (SELECT text FROM asked) ESCAPE '\'
  ORDER BY part, day, name, id, quote
  LIMIT :limit
)
SELECT kind, name, date, quote,
  CASE part WHEN 1 THEN id ELSE (SELECT min(start_id) FROM initiated WHERE end_id = found.id) END AS actor, id
FROM found
ORDER BY part, day, name, id, quote
