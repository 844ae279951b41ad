// How the graph is shown, kept while the reader looks elsewhere; and where its nodes
// are, by id.
const network = { folded: false, size: 40, treaties: true, spots: new Map() };

views.graph = {
  title: "Graph",
  draw(box, events) {
    const { nodes, strands, all } = web(events);
    const treaties = h("input", { type: "checkbox", onchange: () => { network.treaties = treaties.checked; drawView(); } });
    treaties.checked = network.treaties;
    const zoom = (by) => () => box.drawing.zoom(by);
    box.append(h("p", { class: "controls" }, h("label", {}, "Show ", sizes(network, [20, 40, 80, 160, 300]), ` of ${count(all, "actor")}`),
      folding(network), h("label", {}, treaties, "Treaties"),
      h("span", { class: "buttons", role: "group", "aria-label": "Zoom" }, h("button", { type: "button", onclick: zoom(1.4), "aria-label": "Zoom in" }, "+"),
        h("button", { type: "button", onclick: zoom(1 / 1.4), "aria-label": "Zoom out" }, "−"), h("button", { type: "button", onclick: () => box.drawing.fit() }, "Fit"))));
    if (!nodes.length) return box.append(events.length ? h("p", { class: "nothing" }, "None of these events has two sides to draw.") : nothing());
    layout(nodes, strands, innerWidth > 700 ? 1.9 : 0.8);
    for (const n of nodes) network.spots.set(n.thing.id, n);
    box.drawing = drawing(nodes, strands);
    box.append(box.drawing.svg, h("ul", { class: "legend" }, h("li", {}, h("span", { class: "line accord" }), " cooperation"), h("li", {}, h("span", { class: "line force" }), " conflict"),
      h("li", {}, h("span", { class: "line dashed" }), " only alleged, denied or yet to come"), ["country", "organization", "person", "treaty"].map((k) => h("li", {}, h("span", { class: `shape ${k}` }), ` ${k}`))),
    h("p", { class: "quiet hint" }, "Drag to move, Ctrl and scroll to zoom. Follow a line to its events. With the keyboard: arrows go from node to node, Enter opens, Shift and arrows move, + and − zoom."),
    h("details", { class: "aslist" }, h("summary", {}, "The same as a list"), h("ul", {}, strands.slice(0, 200).map((t) =>
      h("li", {}, h("a", { href: t.href }, strandName(t)))))));
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
  const actors = rank([...found.values()].flatMap((t) => t.events.map((e) => [t, e])), ([t, e]) => [t.from, t.to]).map(([a, list]) => [a, new Set(list.map(([, e]) => e)).size]);
  const kept = new Map(actors.sort((x, y) => y[1] - x[1]).slice(0, network.size));
  if (network.treaties) {
    for (const e of events) {
      for (const t of e.treaties) for (const a of new Set(e.actors.map((x) => (network.folded ? x.side : x)))) if (kept.has(a)) join(a, t, false, e);
    }
    for (const [t, list] of rank(events, (e) => e.treaties).slice(0, Math.ceil(network.size / 2))) kept.set(t, list.length);
  }
  const nodes = new Map();
  const strands = [...found.values()].filter((t) => kept.has(t.from) && kept.has(t.to));
  for (const t of strands) {
    for (const thing of [t.from, t.to]) {
      const { x, y } = network.spots.get(thing.id) ?? {};
      if (!nodes.has(thing)) nodes.set(thing, { thing, x, y, count: kept.get(thing), r: 5 + 1.7 * Math.sqrt(kept.get(thing)), strands: [] });
    }
    Object.assign(t, { a: nodes.get(t.from), b: nodes.get(t.to), weight: t.events.length, href: pairAddress(t.from, t.to, t.side, t.together, network.folded) });
    t.a.strands.push(t);
    t.b.strands.push(t);
  }
  strands.sort((x, y) => y.weight - x.weight);
  return { nodes: [...nodes.values()].sort((x, y) => y.count - x.count), strands, all: actors.length };
}

function strandName(t) {
  return `${t.from.name} ${t.together ? "and" : "→"} ${t.to.name}: ${count(t.weight, "event")} of ${t.side}`;
}

// drawing makes the picture, and what moves it.
function drawing(nodes, strands) {
  const space = s("g", {});
  const svg = s("svg", { class: `network ${strands.length > 300 ? "crowded" : ""}`, role: "application", "aria-roledescription": "graph", "aria-label": `Graph of ${count(nodes.length, "actor and treaty", "actors and treaties")}. Arrow keys go from node to node.` },
    s("defs", {}, arrow("cooperation"), arrow("conflict")), space);
  const view = { x: 0, y: 0, k: 1, w: 1, h: 1 };
  const sharing = new Map(); // how many strands lie between the same two
  for (const t of strands) {
    const pair = [t.from.id, t.to.id].sort().join(" ");
    t.turn = sharing.get(pair) ?? 0;
    sharing.set(pair, t.turn + 1);
    t.flip = t.from.id < t.to.id ? 1 : -1;
    t.path = s("path", { class: "line", "marker-end": t.together ? undefined : `url(#to-${t.side})`, style: { "stroke-width": `${Math.min(1 + Math.sqrt(t.weight - 1) * 1.3, 8)}px` } });
    t.hit = s("path", { class: "hit" });
    t.unsure = t.events.every((e) => e.denied || (e.status !== "occurred" && e.status !== "ongoing"));
    t.element = s("a", { class: `strand ${t.side} ${t.unsure ? "unsure" : ""}`, href: t.href, tabindex: -1, "aria-label": strandName(t) }, t.hit, t.path, s("title", {}, strandName(t)));
    space.append(t.element);
  }
  for (const n of nodes) {
    const treaty = n.thing.sort === "treaty";
    const name = n.thing.name.length > 30 ? n.thing.name.slice(0, 28) + "…" : n.thing.name;
    n.label = s("text", { "text-anchor": "middle" }, name);
    n.element = s("a", { class: `node ${treaty ? "treaty" : n.thing.kind}`, href: address(n.thing), tabindex: -1, draggable: "false",
      "aria-label": `${name === n.thing.name ? "" : name + ", "}${n.thing.name}, ${treaty ? "treaty" : n.thing.kind}, ${count(n.count, "event")}` },
    treaty ? s("rect", { x: -n.r * 0.8, y: -n.r * 0.8, width: n.r * 1.6, height: n.r * 1.6 }) : s("circle", { r: n.r }), s("title", {}, `${n.thing.name}: ${count(n.count, "event")}`), n.label);
    n.place = () => n.element.setAttribute("transform", `translate(${n.x.toFixed(1)} ${n.y.toFixed(1)})`);
    n.element.addEventListener("focus", () => light(n));
    n.element.addEventListener("pointerenter", () => light(n));
    n.element.addEventListener("pointerleave", () => light());
    n.element.addEventListener("blur", () => light());
  }
  for (const n of [...nodes].reverse()) space.append(n.element); // the busiest on top
  nodes[0].element.setAttribute("tabindex", 0);

  // light makes a node and its neighbours stand out.
  const light = (n) => {
    svg.classList.toggle("lit", Boolean(n));
    const near = new Set(n?.strands.flatMap((t) => [t.a, t.b]));
    for (const o of nodes) o.element.classList.toggle("near", o === n || near.has(o));
    for (const t of strands) t.element.classList.toggle("near", t.a === n || t.b === n);
  };
  const place = () => { nodes.forEach((n) => n.place()); strands.forEach(curve); };
  const apply = () => {
    space.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.k})`);
    svg.style.setProperty("--zoom", view.k);
    labels(nodes, view);
  };
  const zoom = (by, x = view.w / 2, y = view.h / 2) => {
    const k = Math.min(8, Math.max(0.1, view.k * by));
    Object.assign(view, { x: x - (x - view.x) * (k / view.k), y: y - (y - view.y) * (k / view.k), k });
    apply();
  };
  const fit = () => {
    const paper = document.body.classList.contains("printing");
    Object.assign(view, paper ? { w: 720, h: 600 } : { w: svg.clientWidth || 1000, h: svg.clientHeight || 620 });
    svg.setAttribute("viewBox", `0 0 ${view.w} ${view.h}`);
    const [left, right] = [Math.min(...nodes.map((n) => n.x - n.r)) - 40, Math.max(...nodes.map((n) => n.x + n.r)) + 40];
    const [top, bottom] = [Math.min(...nodes.map((n) => n.y - n.r)) - 12, Math.max(...nodes.map((n) => n.y + n.r)) + 26];
    view.k = Math.min(view.w / (right - left), view.h / (bottom - top), 2);
    view.x = (view.w - (left + right) * view.k) / 2;
    view.y = (view.h - (top + bottom) * view.k) / 2;
    apply();
  };
  place();
  // resize keeps what the reader looks at where it can be seen, as when details open beside it.
  const resize = () => {
    const [w, h] = [svg.clientWidth, svg.clientHeight];
    if (!w || (w === view.w && h === view.h) || document.body.classList.contains("printing")) return;
    const at = nodes.find((n) => n.element.hasAttribute("aria-current"));
    Object.assign(view, { x: view.x + (w - view.w) / 2, y: view.y + (h - view.h) / 2, w, h });
    if (at) {
      const within = (n, from, to) => Math.min(Math.max(n, from), to);
      const [x, y] = [at.x * view.k + view.x, at.y * view.k + view.y];
      Object.assign(view, { x: view.x + within(x, w * 0.25, w * 0.75) - x, y: view.y + within(y, h * 0.15, h * 0.85) - y });
    }
    svg.setAttribute("viewBox", `0 0 ${w} ${h}`);
    apply();
  };
  new ResizeObserver(resize).observe(svg);
  hands(svg, nodes, view, { apply, zoom, fit, moved: (n) => { n.place(); n.strands.forEach(curve); labels(nodes, view); } });
  return { svg, zoom, fit };
}

function arrow(side) {
  return s("marker", { id: `to-${side}`, class: side, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" }, s("path", { d: "M0 0 8 4 0 8z" }));
}

// curve draws a strand from rim to rim, bent so that it doesn't cover others between
// the same two.
function curve(t) {
  const [x, y] = [t.b.x - t.a.x, t.b.y - t.a.y];
  const far = Math.hypot(x, y) || 1;
  const bend = (t.turn ? Math.ceil(t.turn / 2) * (t.turn % 2 ? 1 : -1) * 0.16 : 0.05) * t.flip;
  const [mx, my] = [t.a.x + x / 2 - y * bend, t.a.y + y / 2 + x * bend];
  const rim = (n, gap) => {
    const d = Math.hypot(mx - n.x, my - n.y) || 1;
    return `${(n.x + ((mx - n.x) / d) * (n.r + gap)).toFixed(1)} ${(n.y + ((my - n.y) / d) * (n.r + gap)).toFixed(1)}`;
  };
  const d = far < t.a.r + t.b.r ? "" : `M${rim(t.a, 1)}Q${mx.toFixed(1)} ${my.toFixed(1)} ${rim(t.b, t.together ? 1 : 3)}`;
  t.path.setAttribute("d", d);
  t.hit.setAttribute("d", d);
}

// labels shows the names for which there is room, the busiest nodes' first.
function labels(nodes, view) {
  const taken = nodes.slice(0, 60).map((n) => [n.x * view.k - n.r * view.k * 0.7, n.y * view.k - n.r * view.k * 0.7, n.r * view.k * 1.4, n.r * view.k * 1.4, n]);
  for (const n of nodes) {
    const width = n.label.textContent.length * 6.6 + 4;
    const box = [n.x * view.k - width / 2, (n.y + n.r) * view.k + 2, width, 14];
    const free = taken.every(([x, y, w, h, owner]) => owner === n || box[0] > x + w || x > box[0] + box[2] || box[1] > y + h || y > box[1] + box[3]);
    n.element.classList.toggle("unnamed", !free);
    n.label.setAttribute("y", n.r + 13 / view.k);
    if (free) taken.push(box);
  }
}

// hands lets the reader move the picture with pointer and keyboard.
function hands(svg, nodes, view, act) {
  let held, moved;
  svg.addEventListener("dragstart", (e) => e.preventDefault());
  svg.addEventListener("pointerdown", (e) => {
    if (e.button) return;
    held = { node: nodes.find((n) => n.element.contains(e.target)), x: e.clientX, y: e.clientY };
    moved = false;
  });
  svg.addEventListener("pointermove", (e) => {
    if (!held) return;
    const [dx, dy] = [e.clientX - held.x, e.clientY - held.y];
    if (!moved && Math.hypot(dx, dy) < 4) return;
    if (!moved) svg.setPointerCapture(e.pointerId);
    moved = true;
    Object.assign(held, { x: e.clientX, y: e.clientY });
    if (held.node) { held.node.x += dx / view.k; held.node.y += dy / view.k; act.moved(held.node); }
    else { view.x += dx; view.y += dy; act.apply(); }
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => { held = undefined; });
  svg.addEventListener("click", (e) => { if (moved) { e.preventDefault(); moved = false; } }, true);
  svg.addEventListener("wheel", (e) => {
    if (!e.ctrlKey && !e.metaKey) return;
    e.preventDefault();
    const box = svg.getBoundingClientRect();
    act.zoom(Math.exp(-e.deltaY * 0.002), e.clientX - box.left, e.clientY - box.top);
  }, { passive: false });
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  svg.addEventListener("keydown", (e) => {
    const at = nodes.find((n) => n.element === document.activeElement);
    const way = ways[e.key];
    if (way && at && e.shiftKey) { at.x += (way[0] * 15) / view.k; at.y += (way[1] * 15) / view.k; act.moved(at); }
    else if (way && at) step(nodes, at, way);
    else if (e.key === "+" || e.key === "=") act.zoom(1.4);
    else if (e.key === "-") act.zoom(1 / 1.4);
    else if (e.key === "0") act.fit();
    else return;
    e.preventDefault();
  });
}

// step puts the focus on the nearest node that lies in a direction.
function step(nodes, at, [wx, wy]) {
  let best, least = Infinity;
  for (const n of nodes) {
    const ahead = (n.x - at.x) * wx + (n.y - at.y) * wy;
    const aside = Math.abs((n.x - at.x) * wy) + Math.abs((n.y - at.y) * wx);
    if (n !== at && ahead > 0 && ahead + 2 * aside < least) [best, least] = [n, ahead + 2 * aside];
  }
  if (!best) return;
  at.element.setAttribute("tabindex", -1);
  best.element.setAttribute("tabindex", 0);
  best.element.focus();
}
