// name: evidence
// about: One event's evidence: every sentence about it, who says so, in which article, and the rule that read it.
// param: event  string  required  an event's id, as other queries give it

WITH $event AS event
CALL (event) {
  WITH event AS given WHERE given <> ''
  MATCH (e:Event) WHERE e.id IN [toLower(given), 'event:' + toLower(given)] RETURN e
  UNION ALL
  WITH event AS given WHERE given = ''
  MATCH (e:Event) RETURN e ORDER BY e.texts DESC, COUNT { (e)<-[:ABOUT]-() } DESC, e.id LIMIT 1
}
CALL (e) {
  MATCH p = (e)-[:INITIATED|TARGETED|CONCERNS|LOCATED_IN]-() RETURN p
  UNION
  MATCH p = (e)<-[:ABOUT]-(:Claim)<-[:MAKES]-(:Article)-[:PUBLISHED_BY]->(:Outlet) RETURN p
  UNION
  MATCH p = (e)<-[:ABOUT]-(:Claim)-[:ATTRIBUTED_TO]->(:Actor) RETURN p
}
RETURN p LIMIT 120
