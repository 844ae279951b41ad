MATCH (c:Claim)
WHERE c.id > $after
WITH c ORDER BY c.id LIMIT $limit
RETURN c.id AS id, c.quote AS quote, c.stance AS stance,
  COLLECT { MATCH (a:Article)-[:MAKES]->(c) RETURN a.id ORDER BY a.id } AS articleIDs,
  COLLECT { MATCH (c)-[:ABOUT]->(e:Event) RETURN e.id ORDER BY e.id } AS eventIDs,
  COLLECT { MATCH (c)-[:ATTRIBUTED_TO]->(a:Actor) RETURN a.id ORDER BY a.id } AS speakerIDs
ORDER BY id
