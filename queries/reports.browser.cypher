// name: reports
// about: Which outlets report an event, when and how: the events that most outlets tell, or one of them.
// param: event  string  -         only this event: its id
// param: least  int     2         only events that so many articles report
// param: limit  int     50        rows at most

WITH $event AS event, $least AS least
CALL (event, least) {
  WITH event AS given, least WHERE given = ''
  MATCH (e:Event) WHERE e.articles >= least RETURN e
  UNION ALL
  MATCH (e:Event) WHERE e.id IN [toLower(event), 'event:' + toLower(event)] RETURN e
}
WITH e ORDER BY e.articles DESC, coalesce(e.date, '9999'), e.id LIMIT $limit
MATCH p = (e)<-[:ABOUT]-(:Claim)<-[:MAKES]-(:Article)-[:PUBLISHED_BY]->(:Outlet)
RETURN p LIMIT 100
