-- name: new
-- about: What an article added: the events, actors and treaties that no other article tells of, and those that others do.
-- param: article  string  required  an article's id, path or URL
-- columns: kind, name, new, elsewhere, id

WITH a AS (
  SELECT id FROM article WHERE id = :article OR path = :article OR url = :article
),
told AS MATERIALIZED (
  SELECT DISTINCT b.end_id AS thing, m.start_id AS article FROM about b JOIN makes m ON m.end_id = b.start_id
  UNION
  SELECT end_id, start_id FROM mentions
),
thing (part, kind, id, name) AS (
  SELECT 1, 'event', id, name FROM event
  UNION ALL
  SELECT 2, 'treaty', id, name FROM treaty
  UNION ALL
  SELECT 3, kind, id, name FROM actor
),
found AS (
  SELECT a.id AS article, part, kind, name, thing.id AS id,
    (SELECT json_group_array(source ORDER BY source) FROM (
       SELECT DISTINCT coalesce(b.outlet, b.name) AS source
       FROM told o JOIN article b ON b.id = o.article
       WHERE o.thing = thing.id AND b.id <> a.id)) AS elsewhere
  FROM a JOIN told ON told.article = a.id JOIN thing ON thing.id = told.thing
)
SELECT kind, name, elsewhere = '[]' AS "new?", elsewhere AS "elsewhere[]", id
FROM found
ORDER BY article, part, elsewhere <> '[]', kind, name, id
