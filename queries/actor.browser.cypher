// name: actor
// about: One actor's dossier: names, offices, treaties, what it did and received, with whom, and what it said.
// param: actor  name    required  an actor's name, alias or id

MATCH (n:EntenteAlias {name: toLower($actor)})
MATCH (a:Actor {id: n.means})
MATCH p = (a)-[:INITIATED|TARGETED|AFFILIATED_WITH|HAS_PARTY|ATTRIBUTED_TO]-()
RETURN p LIMIT 200
