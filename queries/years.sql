-- name: years
-- about: Cooperation and conflict by year, in words and in deeds.
-- param: actor  name    -         only events of this actor: a name, alias or id
-- columns: year, events, words_of_cooperation, deeds_of_cooperation, words_of_conflict, deeds_of_conflict

WITH wanted AS (
  SELECT actor.id FROM ententealias n JOIN actor ON actor.id = n.means WHERE n.name = lower(:actor)
),
theirs (event) AS (
  SELECT end_id FROM initiated WHERE start_id IN (SELECT id FROM wanted)
  UNION
  SELECT start_id FROM targeted WHERE end_id IN (SELECT id FROM wanted)
),
events AS (
  SELECT _order, type FROM event WHERE :actor = ''
  UNION ALL
  SELECT _order, type FROM event WHERE id IN (SELECT event FROM theirs)
),
counted AS (
  SELECT nullif(substr(_order, 1, 4), '9999') AS year, type, count(*) AS n FROM events GROUP BY 1, 2
)
SELECT year, sum(n) AS events,
  sum(n * (type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE'))) AS words_of_cooperation,
  sum(n * (type IN ('COOPERATE', 'AID', 'RETREAT'))) AS deeds_of_cooperation,
  sum(n * (type IN ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN'))) AS words_of_conflict,
  sum(n * (type IN ('PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'))) AS deeds_of_conflict
FROM counted
GROUP BY year
ORDER BY coalesce(year, '9999')
