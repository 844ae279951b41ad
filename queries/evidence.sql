-- name: evidence
-- about: One event's evidence: every sentence about it, who says so, in which article, and the rule that read it.
-- param: event  string  required  an event's id, as other queries give it
-- columns: published, outlet, speaker, stance, quote, confidence, rule, article

SELECT a.published AS published, coalesce(a.outlet, a.name) AS outlet, coalesce(s.name, 'the report itself') AS speaker, c.stance AS stance,
  c.quote AS quote, c.confidence AS confidence, c.rule AS rule, a.id AS article
FROM event e
JOIN about b ON b.end_id = e.id JOIN claim c ON c.id = b.start_id
JOIN makes m ON m.end_id = c.id JOIN article a ON a.id = m.start_id
LEFT JOIN attributed_to t ON t.start_id = c.id LEFT JOIN actor s ON s.id = t.end_id
WHERE e.id IN (lower(:event), 'event:' || lower(:event))
ORDER BY coalesce(a.published, '9999'), a.id, c.start, c.id
