// name: actor
// about: One actor's dossier: names, offices, treaties, what it did and received, with whom, and what it said.
// param: actor  name    required  an actor's name, alias or id
// columns: actor, section, what, who, count

MATCH (n:EntenteAlias {name: toLower($actor)})
MATCH (a:Actor {id: n.means})
CALL (a) {
  UNWIND a.aliases AS alias
  RETURN 1 AS part, 'also called' AS section, alias AS what, null AS who, null AS count
  UNION ALL
  MATCH (a)-[r:AFFILIATED_WITH]->(other:Actor)
  RETURN 2 AS part, 'office' AS section, r.role AS what, other.name AS who, null AS count
  UNION ALL
  MATCH (a)<-[r:AFFILIATED_WITH]-(other:Actor)
  RETURN 3 AS part, 'official' AS section, r.role AS what, other.name AS who, null AS count
  UNION ALL
  MATCH (a)<-[:HAS_PARTY]-(t:Treaty)
  RETURN 4 AS part, 'treaty' AS section, t.name AS what, t.status AS who, null AS count
  UNION ALL
  MATCH (a)-[:INITIATED]->(e:Event)
  RETURN 5 AS part, 'began' AS section, e.type AS what, null AS who, count(e) AS count
  UNION ALL
  MATCH (a)<-[:TARGETED]-(e:Event)
  RETURN 6 AS part, 'target of' AS section, e.type AS what, null AS who, count(e) AS count
  UNION ALL
  MATCH (a)-[:INITIATED|TARGETED]-(e:Event)-[:INITIATED|TARGETED]-(other:Actor)
  WHERE other <> a
  WITH other, count(DISTINCT e) AS count
  RETURN 7 AS part, 'met in events' AS section, null AS what, other.name AS who, count
  UNION ALL
  MATCH (a)<-[:ATTRIBUTED_TO]-(c:Claim)
  RETURN 8 AS part, 'said' AS section, c.stance AS what, null AS who, count(c) AS count
}
RETURN a.name AS actor, section, what, who, count
ORDER BY a.id, part, coalesce(count, 0) DESC, coalesce(what, ''), coalesce(who, '')
