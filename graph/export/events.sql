SELECT e.id AS id, e.name AS name, e.date AS date, e.type AS type, e.mode AS mode, coalesce(e.contexts, '[]') AS "contexts[]",
  e.action AS action, e.status AS status, e.articles AS articles, e.outlets AS outlets, e.texts AS texts,
  (SELECT json_group_array(a.id ORDER BY a.id) FROM initiated i JOIN actor a ON a.id = i.start_id WHERE i.end_id = e.id) AS "actorIDs[]",
  (SELECT json_group_array(a.name ORDER BY a.id) FROM initiated i JOIN actor a ON a.id = i.start_id WHERE i.end_id = e.id) AS "actors[]",
  (SELECT json_group_array(coalesce(a.country, '') ORDER BY a.id) FROM initiated i JOIN actor a ON a.id = i.start_id WHERE i.end_id = e.id) AS "actorCountries[]",
  (SELECT json_group_array(a.id ORDER BY a.id) FROM targeted t JOIN actor a ON a.id = t.end_id WHERE t.start_id = e.id) AS "recipientIDs[]",
  (SELECT json_group_array(a.name ORDER BY a.id) FROM targeted t JOIN actor a ON a.id = t.end_id WHERE t.start_id = e.id) AS "recipients[]",
  (SELECT json_group_array(coalesce(a.country, '') ORDER BY a.id) FROM targeted t JOIN actor a ON a.id = t.end_id WHERE t.start_id = e.id) AS "recipientCountries[]",
  (SELECT json_group_array(t.id ORDER BY t.id) FROM concerns c JOIN treaty t ON t.id = c.end_id WHERE c.start_id = e.id) AS "treatyIDs[]",
  (SELECT json_group_array(t.name ORDER BY t.id) FROM concerns c JOIN treaty t ON t.id = c.end_id WHERE c.start_id = e.id) AS "treaties[]",
  (SELECT json_group_array(p.id ORDER BY p.id) FROM located_in l JOIN place p ON p.id = l.end_id WHERE l.start_id = e.id) AS "placeIDs[]",
  (SELECT json_group_array(p.name ORDER BY p.id) FROM located_in l JOIN place p ON p.id = l.end_id WHERE l.start_id = e.id) AS "places[]",
  (SELECT json_group_array(a.id ORDER BY a.id) FROM article a
    WHERE a.id IN (SELECT m.start_id FROM about b JOIN makes m ON m.end_id = b.start_id WHERE b.end_id = e.id)) AS "articleIDs[]",
  (SELECT json_group_array(coalesce(a.url, a.path, a.id) ORDER BY a.id) FROM article a
    WHERE a.id IN (SELECT m.start_id FROM about b JOIN makes m ON m.end_id = b.start_id WHERE b.end_id = e.id)) AS "sources[]",
  (SELECT c.quote FROM about b JOIN claim c ON c.id = b.start_id WHERE b.end_id = e.id ORDER BY c.confidence DESC, c.start, c.id LIMIT 1) AS quote
FROM event e
WHERE e.id > :after
ORDER BY e.id
LIMIT :limit
