// name: claims
// about: What a speaker says, about which events, and where it was reported.
// param: speaker  name    required  an actor's name, alias or id
// param: stance   string  -         only these: asserts, denies, accuses, welcomes or condemns
// param: limit    int     50        rows at most
// columns: published, speaker, stance, quote, event, outlet, id

MATCH (n:EntenteAlias {name: toLower($speaker)})
MATCH (s:Actor {id: n.means})
MATCH (s)<-[:ATTRIBUTED_TO]-(c:Claim)<-[:MAKES]-(a:Article)
WHERE $stance = '' OR c.stance = toLower($stance)
OPTIONAL MATCH (c)-[:ABOUT]->(e:Event)
RETURN a.published AS published, s.name AS speaker, c.stance AS stance, c.quote AS quote, e.name AS event,
  coalesce(a.outlet, a.name) AS outlet, e.id AS id
ORDER BY coalesce(a.published, '9999'), s.id, a.id, c.start, c.id, coalesce(e.id, '')
LIMIT $limit
