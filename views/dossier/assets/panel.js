// panel gives what is shown beside a view for the thing of an id, or nothing.
function panel(id) {
  if (id.startsWith("pair:")) return pairPanel(id);
  const thing = things.get(id);
  switch (thing?.sort) {
    case "event":
      return eventPanel(thing);
    case "claim":
      return [thing.event ? eventPanel(thing.event) : claimPanel(thing), besides(thing)];
    case "actor":
      return actorPanel(thing);
    case "treaty":
      return treatyPanel(thing);
  }
}

// facts is a list of what is known, without what isn't.
function facts(...pairs) {
  const known = pairs.filter(([, value]) => (Array.isArray(value) ? value.length : value));
  return h(
    "dl",
    { class: "facts" },
    known.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
  );
}

function head(kicker, name) {
  return [h("p", { class: "kicker" }, kicker), h("h2", { tabindex: -1 }, said(name))];
}

function eventPanel(e) {
  const together = !e.targets.length;
  const sides = [
    ["Who says so", e.claims.filter((c) => c.stance !== "denies")],
    ["Who denies it", e.claims.filter((c) => c.stance === "denies")],
  ];
  const evidence = e.denied ? sides : [["Evidence", e.claims]];
  return [
    head([swatch(e.kind), " ", e.kind.name, " · ", title(e.type), e.mode && `: ${e.mode.replaceAll("_", " ")}`, " ", badge(e)], caption(e)),
    facts(
      ["When", day(e.date)],
      ["Where", e.place && said(e.place)],
      ["Who", links(e.actors)],
      [together ? "" : "To whom", together ? [] : links(e.targets)],
      ["Treaty", e.treaties.length > 0 && [links(e.treaties), e.action && ` (${e.action})`]],
      ["Status", title(e.status)],
      ["Context", e.contexts.join(", ")],
      ["Reported by", [count(e.outlets.length, "source"), e.texts > 1 ? `, in ${count(e.texts, "independent text")}` : ""]],
    ),
    evidence
      .filter(([, claims]) => claims.length)
      .map(([name, claims]) => [
        h("h3", {}, name, " ", h("span", { class: "quiet" }, claims.length)),
        rows(claims, (c) => h("li", {}, quote(c)), 8, "quotes"),
      ]),
  ];
}

function claimPanel(c) {
  return [
    head("Statement", c.speaker ? `${c.speaker.name} ${stances[c.stance] ?? c.stance}` : outlet(c.article)),
    quote(c),
    h("p", { class: "quiet" }, "A statement about no event."),
  ];
}

// besides lists what else the words of a claim are evidence of.
function besides(c) {
  const events = new Set(
    c.article.claims.filter((o) => o.start < c.end && c.start < o.end && o.event && o.event !== c.event).map((o) => o.event),
  );
  return events.size > 0 && [h("h3", {}, "The same words also tell of"), h("ol", { class: "rows" }, [...events].map(row))];
}

function actorPanel(a) {
  const events = a.events.filter(passes);
  const [acts, meets] = [events.filter((e) => e.actors.includes(a)), events.filter((e) => !e.actors.includes(a))];
  const most = Math.max(acts.length, meets.length, 1);
  const others = rank(events, (e) => [...e.actors, ...e.targets].filter((o) => o !== a)).slice(0, 8);
  return [
    head(title(a.kind), a.name),
    facts(
      [
        "Office",
        joined(
          a.roles.map((r) => [said(r.role || "of"), ", ", link(r.of)]),
          "; ",
        ),
      ],
      ["Also called", joined(proper(a.aliases).map(said))],
      ["With", joined(others.map(([o, list]) => [link(o), ` ${list.length}`]))],
    ),
    h(
      "dl",
      { class: "bars" },
      [
        ["Acts", acts],
        ["Is acted on", meets],
      ].map(([name, list]) => [h("dt", {}, name, " ", h("b", {}, list.length)), h("dd", {}, stack(list, most))]),
    ),
    h("h3", {}, "Events ", h("span", { class: "quiet" }, events.length)),
    events.length ? rows(events, row, 40) : nothing(),
    a.claims.length > 0 && [
      h("h3", {}, "Its words ", h("span", { class: "quiet" }, a.claims.length)),
      rows(a.claims, (c) => h("li", {}, quote(c)), 10, "quotes"),
    ],
  ];
}

function treatyPanel(t) {
  return [
    head(["Treaty", t.status && ` · ${t.status.replaceAll("_", " ")}`], t.name),
    treatyFacts(t),
    h("h3", {}, "Its life"),
    life(t, t.events.filter(passes)),
  ];
}

// pairAddress is where the events are listed in which one acts on another: of one side, or
// of both if that is ""; those done together, those that aren't, or both if together is null.
function pairAddress(from, to, side, together, folded) {
  return `#${route.view}/${encodeURIComponent("pair:" + JSON.stringify([from.id, to.id, side, together, folded]))}`;
}

// conflict and cooperation are the two sides that kinds of act fall into.
function sideOf(kind) {
  return kind.id === "accord" || kind.id === "help" ? "cooperation" : "conflict";
}

function pairPanel(id) {
  let parts;
  try {
    parts = JSON.parse(id.slice("pair:".length));
  } catch {
    /* an address that somebody has mistyped */
  }
  if (!Array.isArray(parts)) return undefined;
  const [from, to, side, together, folded] = parts;
  const [a, b] = [things.get(from), things.get(to)];
  if (!a || !b) return undefined;
  const events = shown().filter(
    (e) =>
      (!side || sideOf(e.kind) === side) &&
      (b.sort === "treaty"
        ? e.treaties.includes(b) && e.actors.some((x) => (folded ? x.side : x) === a)
        : pairs(e, folded).some(([x, y, joint]) =>
            joint ? together !== false && [x, y].includes(a) && [x, y].includes(b) : !together && x === a && y === b,
          )),
  );
  return [
    head(side ? title(side) : "Events", `${a.name} ${together ? "and" : "→"} ${b.name}`),
    h("p", {}, link(a), " and ", link(b), `: ${count(events.length, "event")}.`),
    h("p", {}, stack(events, Math.max(events.length, 1))),
    rows(events, row, 40),
  ];
}
