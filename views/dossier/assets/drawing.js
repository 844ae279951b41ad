// drawing makes the picture, and what moves it.
function drawing(nodes, strands) {
  const space = s("g", {});
  const svg = s(
    "svg",
    {
      class: `network ${strands.length > 300 ? "crowded" : ""}`,
      role: "application",
      "aria-roledescription": "graph",
      "aria-label": `Graph of ${count(nodes.length, "actor and treaty", "actors and treaties")}. Arrow keys go from node to node.`,
    },
    s("defs", {}, arrow("cooperation"), arrow("conflict")),
    space,
  );
  const view = { x: 0, y: 0, k: 1, w: 1, h: 1 };
  const sharing = new Map(); // how many strands lie between the same two
  for (const t of strands) {
    const pair = [t.from.id, t.to.id].sort().join(" ");
    t.turn = sharing.get(pair) ?? 0;
    sharing.set(pair, t.turn + 1);
    t.flip = t.from.id < t.to.id ? 1 : -1;
    t.path = s("path", {
      class: "line",
      "marker-end": t.together ? undefined : `url(#to-${t.side})`,
      style: { "stroke-width": `${Math.min(1 + Math.sqrt(t.weight - 1) * 1.3, 8)}px` },
    });
    t.hit = s("path", { class: "hit" });
    t.unsure = t.events.every((e) => e.denied || (e.status !== "occurred" && e.status !== "ongoing"));
    t.element = s(
      "a",
      { class: `strand ${t.side} ${t.unsure ? "unsure" : ""}`, href: t.href, tabindex: -1, "aria-label": strandName(t) },
      t.hit,
      t.path,
      s("title", {}, strandName(t)),
    );
    space.append(t.element);
  }
  for (const n of nodes) {
    const treaty = n.thing.sort === "treaty";
    const name = n.thing.name.length > 30 ? n.thing.name.slice(0, 28) + "…" : n.thing.name;
    n.label = s("text", { "text-anchor": "middle" }, name);
    n.element = s(
      "a",
      {
        class: `node ${treaty ? "treaty" : n.thing.kind}`,
        href: address(n.thing),
        tabindex: -1,
        draggable: "false",
        "aria-label": `${name === n.thing.name ? "" : name + ", "}${n.thing.name}, ${treaty ? "treaty" : n.thing.kind}, ${count(n.count, "event")}`,
      },
      treaty ? s("rect", { x: -n.r * 0.8, y: -n.r * 0.8, width: n.r * 1.6, height: n.r * 1.6 }) : s("circle", { r: n.r }),
      s("title", {}, `${n.thing.name}: ${count(n.count, "event")}`),
      n.label,
    );
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
  const place = () => {
    nodes.forEach((n) => n.place());
    strands.forEach(curve);
  };
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
    const [left, right] = [Math.min(...nodes.map((n) => n.x - n.r)) - 75, Math.max(...nodes.map((n) => n.x + n.r)) + 75];
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
  hands(svg, nodes, view, {
    apply,
    zoom,
    fit,
    moved: (n) => {
      n.place();
      n.strands.forEach(curve);
      labels(nodes, view);
    },
  });
  return { svg, zoom, fit };
}

function arrow(side) {
  return s(
    "marker",
    {
      id: `to-${side}`,
      class: side,
      viewBox: "0 0 8 8",
      refX: 7,
      refY: 4,
      markerWidth: 8,
      markerHeight: 8,
      markerUnits: "userSpaceOnUse",
      orient: "auto",
    },
    s("path", { d: "M0 0 8 4 0 8z" }),
  );
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
  const taken = nodes
    .slice(0, 60)
    .map((n) => [n.x * view.k - n.r * view.k * 0.7, n.y * view.k - n.r * view.k * 0.7, n.r * view.k * 1.4, n.r * view.k * 1.4, n]);
  for (const n of nodes) {
    const width = n.label.textContent.length * 6.6 + 4;
    const box = [n.x * view.k - width / 2, (n.y + n.r) * view.k + 2, width, 14];
    const free = taken.every(
      ([x, y, w, h, owner]) => owner === n || box[0] > x + w || x > box[0] + box[2] || box[1] > y + h || y > box[1] + box[3],
    );
    n.element.classList.toggle("unnamed", !free);
    n.label.setAttribute("y", n.r + 13 / view.k);
    if (free) taken.push(box);
  }
}
