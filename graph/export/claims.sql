SELECT c.id AS id, c.quote AS quote, c.stance AS stance,
  (SELECT json_group_array(m.start_id ORDER BY m.start_id) FROM makes m WHERE m.end_id = c.id) AS "articleIDs[]",
  (SELECT json_group_array(b.end_id ORDER BY b.end_id) FROM about b WHERE b.start_id = c.id) AS "eventIDs[]",
  (SELECT json_group_array(t.end_id ORDER BY t.end_id) FROM attributed_to t WHERE t.start_id = c.id) AS "speakerIDs[]"
FROM claim c
WHERE c.id > :after
ORDER BY c.id
LIMIT :limit
