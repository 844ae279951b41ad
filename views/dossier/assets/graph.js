// How the graph is shown, kept while the reader looks elsewhere; and where its nodes
// are, by id.
const network = { folded: false, size: 40, treaties: true, spots: new Map() };

views.graph = {
  title: "Graph",
  draw(box, events) {
    const { nodes, strands, all } = web(events);
    const treaties = h("input", {
      type: "checkbox",
      onchange: () => {
        network.treaties = treaties.checked;
        drawView();
      },
    });
    treaties.checked = network.treaties;
    const zoom = (by) => () => box.drawing.zoom(by);
    box.append(
      h(
        "p",
        { class: "controls" },
        h("label", {}, "Show ", sizes(network, [20, 40, 80, 160, 300]), ` of ${count(all, "actor")}`),
        folding(network),
        h("label", {}, treaties, "Treaties"),
        h(
          "span",
          { class: "buttons", role: "group", "aria-label": "Zoom" },
          h("button", { type: "button", onclick: zoom(1.4), "aria-label": "Zoom in" }, "+"),
          h("button", { type: "button", onclick: zoom(1 / 1.4), "aria-label": "Zoom out" }, "−"),
          h("button", { type: "button", onclick: () => box.drawing.fit() }, "Fit"),
        ),
      ),
    );
    if (!nodes.length)
      return box.append(events.length ? h("p", { class: "nothing" }, "None of these events has two sides to draw.") : nothing());
    layout(nodes, strands, innerWidth > 700 ? 1.9 : 0.8);
    for (const n of nodes) network.spots.set(n.thing.id, n);
    box.drawing = drawing(nodes, strands);
    box.append(
      box.drawing.svg,
      h(
        "ul",
        { class: "legend" },
        h("li", {}, h("span", { class: "line accord" }), " cooperation"),
        h("li", {}, h("span", { class: "line force" }), " conflict"),
        h("li", {}, h("span", { class: "line dashed" }), " only alleged, denied or yet to come"),
        ["country", "organization", "person", "treaty"].map((k) => h("li", {}, h("span", { class: `shape ${k}` }), ` ${k}`)),
      ),
      h(
        "p",
        { class: "quiet hint" },
        "Drag to move, Ctrl and scroll to zoom. Follow a line to its events. With the keyboard: arrows go from node to node, Enter opens, Shift and arrows move, + and − zoom.",
      ),
      h(
        "details",
        { class: "aslist" },
        h("summary", {}, "The same as a list"),
        h(
          "ul",
          {},
          strands.slice(0, 200).map((t) => h("li", {}, h("a", { href: t.href }, strandName(t)))),
        ),
      ),
    );
  },
  drawn(box) {
    box.drawing?.fit();
    showParts();
  },
  turned: showParts,
};

// showParts points out who and what has a part in the event that is shown beside the graph.
function showParts() {
  const thing = things.get(route.item);
  const event = thing?.sort === "claim" ? thing.event : thing;
  const parts = event?.sort === "event" ? [...event.actors, ...event.targets, ...event.treaties] : [];
  const hrefs = parts.flatMap((p) => [p, p.side ?? p]).map((p) => address(p));
  main.querySelectorAll(".node").forEach((n) => n.classList.toggle("part", hrefs.includes(n.getAttribute("href"))));
}

// web makes nodes and strands of events: a strand is all that one does to another, of
// one side: cooperation or conflict.
function web(events) {
  const found = new Map();
  const join = (a, b, together, e) => {
    const key = JSON.stringify([a.id, b.id, sideOf(e.kind), together]);
    if (!found.has(key)) found.set(key, { from: a, to: b, side: sideOf(e.kind), together, events: [] });
    found.get(key).events.push(e);
  };
  for (const e of events) for (const [a, b, together] of pairs(e, network.folded)) join(a, b, together, e);
  const actors = rank(
    [...found.values()].flatMap((t) => t.events.map((e) => [t, e])),
    ([t, e]) => [t.from, t.to],
  ).map(([a, list]) => [a, new Set(list.map(([, e]) => e)).size]);
  const kept = new Map(actors.sort((x, y) => y[1] - x[1]).slice(0, network.size));
  if (network.treaties) {
    for (const e of events) {
      for (const t of e.treaties)
        for (const a of new Set(e.actors.map((x) => (network.folded ? x.side : x)))) if (kept.has(a)) join(a, t, false, e);
    }
    for (const [t, list] of rank(events, (e) => e.treaties).slice(0, Math.ceil(network.size / 2))) kept.set(t, list.length);
  }
  const most = Math.max(...kept.values());
  const radius = (n) => 5 + Math.min(1.7 * Math.sqrt(n), 16 * Math.sqrt(n / most));
  const nodes = new Map();
  const strands = [...found.values()].filter((t) => kept.has(t.from) && kept.has(t.to));
  for (const t of strands) {
    for (const thing of [t.from, t.to]) {
      const { x, y } = network.spots.get(thing.id) ?? {};
      if (!nodes.has(thing)) nodes.set(thing, { thing, x, y, count: kept.get(thing), r: radius(kept.get(thing)), strands: [] });
    }
    Object.assign(t, {
      a: nodes.get(t.from),
      b: nodes.get(t.to),
      weight: t.events.length,
      href: pairAddress(t.from, t.to, t.side, t.together, network.folded),
    });
    t.a.strands.push(t);
    t.b.strands.push(t);
  }
  strands.sort((x, y) => y.weight - x.weight);
  return { nodes: [...nodes.values()].sort((x, y) => y.count - x.count), strands, all: actors.length };
}

function strandName(t) {
  return `${t.from.name} ${t.together ? "and" : "→"} ${t.to.name}: ${count(t.weight, "event")} of ${t.side}`;
}
