// name: evidence
// about: One event's evidence: every sentence about it, who says so, in which article, and the rule that read it.
// param: event  string  required  an event's id, as other queries give it

MATCH (e:Event)
WHERE e.id IN [toLower($event), 'event:' + toLower($event)]
MATCH p = (e)<-[:ABOUT]-(c:Claim)<-[:MAKES]-(:Article)-[:PUBLISHED_BY]->(:Outlet)
OPTIONAL MATCH q = (c)-[:ATTRIBUTED_TO]->(:Actor)
OPTIONAL MATCH r = (:Actor)-[:INITIATED|TARGETED]-(e)
RETURN p, q, r
