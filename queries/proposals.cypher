// name: proposals
// about: Open proposals: what was proposed, by whom to whom, unless its treaty was since signed, ratified, joined or rejected.
// param: actor  name    -         only proposals by or to this actor: a name, alias or id
// param: limit  int     50        rows at most
// columns: date, by, to, proposal, sources, quote, event

// With OR instead of CASE, all events would be looked at before the first is given.
CALL () {
  WITH $actor AS given WHERE given = ''
  MATCH (e:Event)
  WHERE e._order >= '' AND e.status IN CASE e.action WHEN 'propose' THEN ['proposed', 'occurred', 'ongoing'] ELSE ['proposed'] END
    AND NOT EXISTS {
      MATCH (e)-[:CONCERNS]->(:Treaty)<-[k:CONCERNS]-(later:Event)
      WHERE k.action IN ['sign', 'ratify', 'join', 'reject'] AND later.status = 'occurred'
        AND coalesce(later.date, '') >= coalesce(e.date, '')
    }
  RETURN e ORDER BY e._order LIMIT $limit
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower($actor)})
  MATCH (:Actor {id: n.means})-[:INITIATED|TARGETED]-(e:Event) RETURN DISTINCT e
}
WITH e
WHERE e.status IN CASE e.action WHEN 'propose' THEN ['proposed', 'occurred', 'ongoing'] ELSE ['proposed'] END
  AND NOT EXISTS {
    MATCH (e)-[:CONCERNS]->(:Treaty)<-[k:CONCERNS]-(later:Event)
    WHERE k.action IN ['sign', 'ratify', 'join', 'reject'] AND later.status = 'occurred'
      AND coalesce(later.date, '') >= coalesce(e.date, '')
  }
WITH e ORDER BY e._order LIMIT $limit
RETURN e.date AS date,
  COLLECT { MATCH (x:Actor)-[:INITIATED]->(e) RETURN x.name ORDER BY x.name, x.id } AS by,
  COLLECT { MATCH (e)-[:TARGETED]->(x:Actor) RETURN x.name ORDER BY x.name, x.id } AS to,
  coalesce(head(COLLECT { MATCH (e)-[:CONCERNS]->(t:Treaty) RETURN t.name ORDER BY t.name, t.id }), e.name) AS proposal,
  COLLECT { MATCH (a:Article)-[:MAKES]->(:Claim)-[:ABOUT]->(e) RETURN DISTINCT coalesce(a.outlet, a.name) AS source ORDER BY source } AS sources,
  head(COLLECT { MATCH (c:Claim)-[:ABOUT]->(e) RETURN c.quote ORDER BY c.confidence DESC, c.start, c.id }) AS quote,
  e.id AS event
ORDER BY e._order
