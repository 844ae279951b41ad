// name: coverage
// about: What each outlet covers: its articles and events, and how many events it alone reports.
// param: limit  int     50        rows at most
// columns: outlet, articles, first, last, events, alone, claims

CALL () {
  MATCH (:Article)-[p:PUBLISHED_BY]->(o:Outlet)
  RETURN o.id AS id, count(p) AS articles, min(p._published) AS first, max(p._published) AS last, sum(p._claims) AS claims,
    0 AS events, 0 AS alone
  UNION ALL
  // Who tells of an event is looked at once for all events that the same outlets tell of.
  MATCH (e:Event)
  WITH e._outlets AS outlets, count(e) AS told
  UNWIND outlets AS id
  RETURN id, 0 AS articles, null AS first, null AS last, 0 AS claims,
    sum(told) AS events, sum(CASE size(outlets) WHEN 1 THEN told ELSE 0 END) AS alone
}
WITH id, sum(articles) AS articles, min(first) AS first, max(last) AS last, sum(claims) AS claims, sum(events) AS events, sum(alone) AS alone
MATCH (o:Outlet {id: id})
RETURN o.name AS outlet, articles, first, last, events, alone, claims
ORDER BY articles DESC, events DESC, o.id
LIMIT $limit
