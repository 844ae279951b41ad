// name: years
// about: Cooperation and conflict by year, in words and in deeds.
// param: actor  name    -         only events of this actor: a name, alias or id
// columns: year, events, words_of_cooperation, deeds_of_cooperation, words_of_conflict, deeds_of_conflict

CALL () {
  WITH $actor AS given WHERE given = ''
  MATCH (e:Event) RETURN e
  UNION ALL
  MATCH (n:EntenteAlias {name: toLower($actor)})
  MATCH (:Actor {id: n.means})-[:INITIATED|TARGETED]-(e:Event) RETURN DISTINCT e
}
WITH left(e.date, 4) AS year, e.type AS type
RETURN year, count(*) AS events,
  count(CASE WHEN type IN ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE'] THEN 1 END) AS words_of_cooperation,
  count(CASE WHEN type IN ['COOPERATE', 'AID', 'RETREAT'] THEN 1 END) AS deeds_of_cooperation,
  count(CASE WHEN type IN ['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'] THEN 1 END) AS words_of_conflict,
  count(CASE WHEN type IN ['PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'] THEN 1 END) AS deeds_of_conflict
ORDER BY coalesce(year, '9999')
