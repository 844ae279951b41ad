-- name: new
-- about: What an article added: the events, actors and treaties that no other article tells of, and those that others do.
-- param: article  string  required  an article's id, path or URL
-- columns: kind, name, new, elsewhere, id

WITH a AS (
  SELECT id FROM article WHERE id = :article OR path = :article OR url = :article
),
thing (article, part, kind, id, name) AS (
  SELECT DISTINCT a.id, 1, 'event', e.id, e.name
  FROM a JOIN makes m ON m.start_id = a.id JOIN about o ON o.start_id = m.end_id JOIN event e ON e.id = o.end_id
  UNION ALL
  SELECT a.id, 2, 'treaty', t.id, t.name FROM a JOIN mentions m ON m.start_id = a.id JOIN treaty t ON t.id = m.end_id
  UNION ALL
  SELECT a.id, 3, x.kind, x.id, x.name FROM a JOIN mentions m ON m.start_id = a.id JOIN actor x ON x.id = m.end_id
),
found AS MATERIALIZED (
  SELECT article, part, kind, name, id,
    (SELECT json_group_array(source ORDER BY source) FROM (
       SELECT DISTINCT coalesce((SELECT name FROM outlet WHERE id = teller), (SELECT name FROM article WHERE id = teller)) AS source FROM (
         SELECT coalesce(p.end_id, m.start_id) AS teller
         FROM about o JOIN makes m ON m.end_id = o.start_id LEFT JOIN published_by p ON p.start_id = m.start_id
         WHERE o.end_id = thing.id AND m.start_id <> thing.article
         UNION
         SELECT coalesce(p.end_id, m.start_id)
         FROM mentions m LEFT JOIN published_by p ON p.start_id = m.start_id
         WHERE m.end_id = thing.id AND m.start_id <> thing.article))) AS elsewhere
  FROM thing
)
SELECT kind, name, elsewhere = '[]' AS "new?", elsewhere AS "elsewhere[]", id
FROM found
ORDER BY article, part, elsewhere <> '[]', kind, name, id
