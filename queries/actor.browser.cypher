// name: actor
// about: One actor's dossier: names, offices, treaties, what it did and received, with whom, and what it said.
// param: actor  name    required  an actor's name, alias or id

WITH $actor AS actor
MATCH (n:EntenteAlias {name: toLower(actor)})
MATCH (a:Actor {id: n.means})
CALL (a) {
  MATCH p = (a)-[:AFFILIATED_WITH]-(:Actor) RETURN p LIMIT 50
  UNION
  MATCH p = (a)<-[:HAS_PARTY]-(:Treaty) RETURN p LIMIT 50
  UNION
  MATCH (a)-[:INITIATED|TARGETED]-(e:Event)
  WITH DISTINCT e ORDER BY e.texts DESC, e.date DESC, e.id LIMIT 50
  MATCH p = (e)-[:INITIATED|TARGETED|CONCERNS]-() RETURN p LIMIT 150
}
RETURN p LIMIT 250
