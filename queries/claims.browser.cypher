// name: claims
// about: What a speaker says, about which events, and where it was reported.
// param: speaker  name    required  an actor's name, alias or id
// param: stance   string  -         only these: asserts, denies, accuses, welcomes or condemns
// param: limit    int     50        rows at most

WITH $speaker AS speaker, $stance AS stance
MATCH (n:EntenteAlias {name: toLower(speaker)})
MATCH p = (:Actor {id: n.means})<-[:ATTRIBUTED_TO]-(c:Claim)<-[:MAKES]-(a:Article)
WHERE stance = '' OR c.stance = toLower(stance)
OPTIONAL MATCH q = (c)-[:ABOUT]->(:Event)
RETURN p, q ORDER BY coalesce(a.published, '9999'), a.id, c.start, c.id LIMIT $limit
