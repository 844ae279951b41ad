// name: actors
// about: The most active actors: how many events each began or was the target of.
// columns: id
RETURN 1 AS id
