// name: search
// about: Actors, treaties, events and quotes that have a text in them, whatever the case.
// param: text   string  required  what to look for, as it stands there
// param: limit  int     50        rows at most

WITH $text AS text
CALL (text) {
  MATCH (x:Actor|Treaty)
  WHERE toLower(x.name) CONTAINS toLower(text) OR any(alias IN x.aliases WHERE toLower(alias) CONTAINS toLower(text))
  MATCH p = (x)-[:INITIATED|TARGETED|CONCERNS|HAS_PARTY|AFFILIATED_WITH]-() RETURN p
  UNION
  MATCH (e:Event) WHERE toLower(e.name) CONTAINS toLower(text)
  MATCH p = (e)-[:INITIATED|TARGETED|CONCERNS]-() RETURN p
  UNION
  MATCH p = (c:Claim)-[:ABOUT]->(:Event) WHERE toLower(c.quote) CONTAINS toLower(text) RETURN p
}
RETURN p LIMIT $limit
