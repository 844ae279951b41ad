-- name: reports
-- about: Which outlets report an event, when and how: the events that most outlets tell, or one of them.
-- param: event  string  -         only this event: its id
-- param: least  int     2         only events that so many articles report
-- param: limit  int     50        rows at most
-- columns: date, event, outlet, published, title, claims, id

SELECT e.date AS date, e.name AS event, a.outlet AS outlet, a.published AS published, a.name AS title, count(*) AS claims, e.id AS id
FROM event e
JOIN about b ON b.end_id = e.id JOIN makes m ON m.end_id = b.start_id JOIN article a ON a.id = m.start_id
WHERE :event = '' AND e.articles >= :least OR e.id = lower(:event) OR e.id = 'event:' || lower(:event)
GROUP BY e.id, a.id
ORDER BY e.articles DESC, coalesce(e.date, '9999'), e.id, coalesce(a.published, '9999'), a.id
LIMIT :limit
