// name: evidence
// about: One event's evidence: every sentence about it, who says so, in which article, and the rule that read it.
// param: event  string  required  an event's id, as other queries give it
// columns: published, outlet, speaker, stance, quote, confidence, rule, article

MATCH (e:Event)<-[:ABOUT]-(c:Claim)<-[:MAKES]-(a:Article)
WHERE e.id IN [toLower($event), 'event:' + toLower($event)]
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Actor)
RETURN a.published AS published, coalesce(a.outlet, a.name) AS outlet, coalesce(s.name, 'the report itself') AS speaker, c.stance AS stance,
  c.quote AS quote, c.confidence AS confidence, c.rule AS rule, a.id AS article
ORDER BY coalesce(a.published, '9999'), a.id, c.start, c.id
