// name: reports
// about: Which outlets report an event, when and how: the events that most outlets tell, or one of them.
// param: event  string  -         only this event: its id
// param: least  int     2         only events that so many articles report
// param: limit  int     50        rows at most
// columns: date, event, outlet, published, title, claims, id

CALL () {
  WITH $event AS given WHERE given = ''
  MATCH (e:Event) WHERE e.articles >= $least RETURN e ORDER BY e.articles DESC, e._order LIMIT $limit
  UNION ALL
  MATCH (e:Event) WHERE e.id IN [toLower($event), 'event:' + toLower($event)] RETURN e
}
WITH e ORDER BY e.articles DESC, e._order LIMIT $limit
MATCH (e)<-[:ABOUT]-(c:Claim)<-[:MAKES]-(a:Article)
WITH e, a, count(c) AS claims
RETURN e.date AS date, e.name AS event, a.outlet AS outlet, a.published AS published, a.name AS title, claims, e.id AS id
ORDER BY e.articles DESC, e._order, coalesce(a.published, '9999'), a.id
LIMIT $limit
