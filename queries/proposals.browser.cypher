// name: proposals
// about: Open proposals: what was proposed, by whom to whom, unless its treaty was since signed, ratified, joined or rejected.
// param: actor  name    -         only proposals by or to this actor: a name, alias or id
// param: limit  int     50        rows at most

WITH $actor AS actor
CALL (actor) {
  WITH actor AS given WHERE given = ''
  MATCH (e:Event) RETURN e
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower(actor)})
  MATCH (:Actor {id: n.means})-[:INITIATED|TARGETED]-(e:Event) RETURN DISTINCT e
}
WITH e
WHERE (e.status = 'proposed' OR e.action = 'propose' AND e.status IN ['occurred', 'ongoing'])
  AND NOT EXISTS {
    MATCH (e)-[:CONCERNS]->(:Treaty)<-[k:CONCERNS]-(later:Event)
    WHERE k.action IN ['sign', 'ratify', 'join', 'reject'] AND later.status = 'occurred'
      AND coalesce(later.date, '') >= coalesce(e.date, '')
  }
WITH e ORDER BY coalesce(e.date, '9999'), e.id LIMIT $limit
MATCH p = (e)-[:INITIATED|TARGETED|CONCERNS]-()
RETURN p LIMIT 250
