// name: treaty-changes
// about: What the articles published since a date brought on a treaty: events that were new, and new reports, denials and other words on those known before.
// param: treaty  name    required  a treaty's name, alias or id
// param: since   date    required  articles published on this date or later
// param: limit   int     50        rows at most

WITH $treaty AS treaty, $since AS since
MATCH (n:EntenteAlias {name: toLower(treaty)})
MATCH (:Treaty {id: n.means})<-[:CONCERNS]-(e:Event)<-[:ABOUT]-(:Claim)<-[:MAKES]-(a:Article)
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
