// name: actor
// about: One actor's dossier: names, offices, treaties, what it did and received, with whom, and what it said.
// param: actor  string  required  an actor's name, alias or id

MATCH (a:Actor)
WHERE (a.id = toLower($actor) OR toLower(a.name) = toLower($actor)
   OR any(alias IN a.aliases WHERE toLower(alias) = toLower($actor)))
MATCH p = (a)-[:INITIATED|TARGETED|AFFILIATED_WITH|HAS_PARTY|ATTRIBUTED_TO]-()
RETURN p LIMIT 200
