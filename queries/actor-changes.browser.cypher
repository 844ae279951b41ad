// name: actor-changes
// about: What the articles published since a date brought on an actor and its officials: events that were new, and new reports, denials and other words on those known before.
// param: actor   name    required  an actor's name, alias or id
// param: since   date    required  articles published on this date or later
// param: limit   int     50        rows at most

WITH $actor AS actor, $since AS since
MATCH (n:EntenteAlias {name: toLower(actor)})
MATCH (:Actor {id: n.means})<-[:AFFILIATED_WITH*0..1]-(:Actor)-[:INITIATED|TARGETED]-(e:Event)
MATCH (e)<-[:ABOUT]-(:Claim)<-[:MAKES]-(a:Article)
WHERE a.published >= left(since, size(a.published))
WITH DISTINCT a, e ORDER BY a.published, a.id, coalesce(e.date, '9999'), e.id LIMIT $limit
CALL (a, e) {
  MATCH p = (a)-[:MAKES]->(:Claim)-[:ABOUT]->(e) RETURN p
  UNION
  MATCH p = (a)-[:PUBLISHED_BY]->(:Outlet) RETURN p
  UNION
  MATCH p = (e)-[:INITIATED|TARGETED|CONCERNS]-() RETURN p
}
RETURN p LIMIT 200
