// name: actor-changes
// about: What the articles published since a date brought on an actor and its officials: events that were new, and new reports, denials and other words on those known before.
// param: actor   name    required  an actor's name, alias or id
// param: since   date    required  articles published on this date or later
// param: limit   int     50        rows at most
// columns: published, outlet, change, date, event, status, reports, speakers, quote, id

MATCH (n:EntenteAlias {name: toLower($actor)})
MATCH (x:Actor {id: n.means})
OPTIONAL MATCH (official:Actor)-[:AFFILIATED_WITH]->(x)
WITH collect(DISTINCT x) + collect(DISTINCT official) AS side
UNWIND side AS y
MATCH (y)-[:INITIATED|TARGETED]-(e:Event)
WITH DISTINCT e
MATCH (e)<-[:ABOUT]-(c:Claim)<-[:MAKES]-(a:Article)
WHERE a.published >= left($since, size(a.published))
WITH e, a, collect(c.stance) AS stances
ORDER BY a._order, e._order LIMIT $limit
WITH e, a, stances, EXISTS { MATCH (e)<-[:ABOUT]-(:Claim)<-[:MAKES]-(earlier:Article) WHERE earlier._order < a._order } AS known
WITH e, a, known, CASE WHEN known THEN coalesce(head([s IN ['denies', 'accuses', 'condemns', 'welcomes'] WHERE s IN stances]), '') ELSE '' END AS word
RETURN a.published AS published, coalesce(a.outlet, a.name) AS outlet,
  CASE WHEN NOT known THEN 'new' WHEN word = 'denies' THEN 'denial' WHEN word = 'accuses' THEN 'accusation'
    WHEN word = 'condemns' THEN 'condemnation' WHEN word = 'welcomes' THEN 'welcome' ELSE 'report' END AS change,
  e.date AS date, e.name AS event, e.status AS status, e.articles AS reports,
  COLLECT { MATCH (a)-[:MAKES]->(c:Claim)-[:ABOUT]->(e) MATCH (c)-[:ATTRIBUTED_TO]->(s:Actor)
    WITH DISTINCT s RETURN s.name ORDER BY s.name, s.id } AS speakers,
  head(COLLECT { MATCH (a)-[:MAKES]->(c:Claim)-[:ABOUT]->(e) RETURN c.quote ORDER BY c.stance <> word, c.confidence DESC, c.start, c.id }) AS quote,
  e.id AS id
ORDER BY a._order, e._order
