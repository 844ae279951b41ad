// The data, its references resolved to the things they mean, and each thing knowing
// what refers to it.
let data;
let things; // by id

// resolve turns the places in d's lists into the things themselves.
function resolve(d) {
  const { actors, treaties, articles, claims, events } = d;
  const kindOf = new Map(d.kinds.flatMap((k) => k.types.map((t) => [t, k])));
  for (const a of actors) {
    Object.assign(a, {
      sort: "actor",
      aliases: a.aliases ?? [],
      roles: (a.roles ?? []).map((r) => ({ role: r.role ?? "", of: actors[r.of] })),
      events: [],
      claims: [],
    });
  }
  for (const a of actors) a.side = a.kind === "country" ? a : (a.roles.find((r) => r.of.kind === "country")?.of ?? a);
  for (const t of treaties) {
    Object.assign(t, {
      sort: "treaty",
      aliases: t.aliases ?? [],
      parties: (t.parties ?? []).map((i) => actors[i]),
      compared: (t.compared ?? []).map((i) => treaties[i]),
      events: [],
    });
  }
  for (const a of articles) Object.assign(a, { sort: "article", claims: [] });
  for (const c of claims) {
    Object.assign(c, { sort: "claim", article: articles[c.article], speaker: actors[c.speaker] });
    c.quote = c.article.text.slice(c.start, c.end);
    c.article.claims.push(c);
    c.speaker?.claims.push(c);
  }
  for (const e of events) {
    Object.assign(e, {
      sort: "event",
      kind: kindOf.get(e.type) ?? d.kinds[0],
      contexts: e.contexts ?? [],
      actors: e.actors.map((i) => actors[i]),
      targets: (e.targets ?? []).map((i) => actors[i]),
      treaties: (e.treaties ?? []).map((i) => treaties[i]),
      claims: e.claims.map((i) => claims[i]),
    });
    for (const c of e.claims) c.event = e;
    for (const a of new Set([...e.actors, ...e.targets])) a.events.push(e);
    for (const t of e.treaties) t.events.push(e);
    e.articles = [...new Set(e.claims.map((c) => c.article))];
    e.outlets = [...new Set(e.articles.map(outlet))].sort();
    e.denied = e.status === "denied" || e.claims.some((c) => c.stance === "denies");
  }
  data = d;
  things = new Map([...actors, ...treaties, ...articles, ...claims, ...events].map((t) => [t.id, t]));
}

// pairs gives who acts on whom in an event, as [from, to]; those who do a thing
// together as [a, b, true]. With folded, an official counts as the country.
function pairs(event, folded) {
  const side = (a) => (folded ? a.side : a);
  const from = [...new Set(event.actors.map(side))];
  const to = [...new Set(event.targets.map(side))].filter((a) => !from.includes(a));
  if (to.length) return from.flatMap((a) => to.map((b) => [a, b, false]));
  return from.flatMap((a, i) => from.slice(i + 1).map((b) => (a.id < b.id ? [a, b, true] : [b, a, true])));
}

// tally counts events by kind.
function tally(events) {
  return data.kinds.map((k) => ({ kind: k, count: events.filter((e) => e.kind === k).length }));
}

// rank groups things by a key and sorts the groups, the largest first.
function rank(items, keysOf) {
  const groups = new Map();
  for (const item of items) {
    for (const key of keysOf(item)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(item);
    }
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}
