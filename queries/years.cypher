// name: years
// about: Cooperation and conflict by year, in words and in deeds.
// param: actor  string  -         only events of this actor: a name, alias or id
// columns: year, events, words_of_cooperation, deeds_of_cooperation, words_of_conflict, deeds_of_conflict

OPTIONAL MATCH (w:Actor)
WHERE (w.id = toLower($actor) OR toLower(w.name) = toLower($actor)
   OR any(alias IN w.aliases WHERE toLower(alias) = toLower($actor)))
WITH collect(w) AS wanted
MATCH (e:Event)
WHERE $actor = '' OR EXISTS { MATCH (x:Actor)-[:INITIATED|TARGETED]-(e) WHERE x IN wanted }
WITH left(e.date, 4) AS year, e.type AS type
RETURN year, count(*) AS events,
  count(CASE WHEN type IN ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE'] THEN 1 END) AS words_of_cooperation,
  count(CASE WHEN type IN ['COOPERATE', 'AID', 'RETREAT'] THEN 1 END) AS deeds_of_cooperation,
  count(CASE WHEN type IN ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'] THEN 1 END) AS words_of_conflict,
  count(CASE WHEN type IN ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'] THEN 1 END) AS deeds_of_conflict
ORDER BY coalesce(year, '9999')
