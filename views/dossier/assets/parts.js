// swatch is the sign of a kind of act: a circle for cooperation, a diamond for conflict,
// hollow for words and filled for deeds, so that it needs no colour.
function swatch(kind) {
  const conflict = kind.id === "dispute" || kind.id === "force";
  const shape = conflict ? s("path", { d: "M6 .8 11.2 6 6 11.2.8 6z" }) : s("circle", { cx: 6, cy: 6, r: 4.6 });
  return s("svg", { class: `swatch ${kind.id}`, viewBox: "0 0 12 12", "aria-hidden": "true" }, shape);
}

// address is where a thing is shown beside the present view.
function address(thing, view = route.view) {
  return `#${view}/${encodeURIComponent(thing.id)}`;
}

function link(thing, text = thing.name) {
  return h("a", { href: address(thing) }, said(text));
}

function links(list) {
  return joined(list.map((t) => link(t)));
}

function badge(e) {
  if (e.status === "occurred") return e.denied && h("span", { class: "badge denied" }, "Denied");
  return h("span", { class: `badge ${e.denied ? "denied" : ""}` }, title(e.denied ? "denied" : e.status));
}

// caption is an event's name without its status, which stands beside it.
function caption(e) {
  return e.name.endsWith(` (${e.status})`) ? e.name.slice(0, -e.status.length - 3) : e.name;
}

// row shows an event on a line or two.
function row(e) {
  return h(
    "li",
    { class: "row" },
    h("time", { class: "quiet" }, day(e.date, true)),
    h(
      "div",
      {},
      swatch(e.kind),
      " ",
      h("span", { class: "hidden" }, e.kind.name + ": "),
      link(e, caption(e)),
      " ",
      badge(e),
      h(
        "div",
        { class: "quiet" },
        [title(e.type), e.treaties.length && joined(e.treaties.map((t) => said(t.name))), sources(e)]
          .filter(Boolean)
          .flatMap((x, i) => (i ? [" · ", x] : [x])),
      ),
    ),
  );
}

function sources(e) {
  return e.outlets.length === 1 ? said(e.outlets[0]) : count(e.outlets.length, "source");
}

// rows shows the first of many, and a button for more.
function rows(list, make, first = 100, className = "rows") {
  const ol = h("ol", { class: className });
  let at = 0;
  const more = h("button", { type: "button", class: "more", onclick: () => add(first * 5) });
  const add = (n) => {
    const next = list.slice(at, at + n).map(make);
    ol.append(...next);
    if (at) next[0].querySelector("a")?.focus();
    at += next.length;
    more.hidden = at >= list.length;
    more.textContent = `Show more: ${(list.length - at).toLocaleString("en")} are left`;
  };
  add(first);
  return [ol, more];
}

// stack is a bar of the kinds of act, its length a share of most.
function stack(events, most) {
  const parts = tally(events).filter((t) => t.count);
  return h(
    "span",
    { class: "stack", role: "img", "aria-label": parts.map((t) => `${t.kind.name}: ${t.count}`).join(", ") },
    parts.map((t) => h("span", { class: t.kind.id, style: { width: `${(100 * t.count) / most}%` }, title: `${t.kind.name}: ${t.count}` })),
  );
}

// quote is a piece of evidence with whose word it is.
function quote(c) {
  return h(
    "figure",
    { class: `quote ${c.stance}` },
    h("blockquote", { dir: "auto" }, c.quote),
    h(
      "figcaption",
      {},
      c.speaker ? [link(c.speaker), ` ${stances[c.stance] ?? c.stance}, in `] : [c.stance === "denies" ? "denied in " : ""],
      h("cite", {}, said(outlet(c.article))),
      c.article.published && `, ${day(c.article.published)}`,
      " · ",
      h("a", { href: address(c, "articles") }, "in the article"),
    ),
  );
}

// legend explains the signs.
function legend() {
  return h(
    "ul",
    { class: "legend kinds", "aria-label": "Signs" },
    data.kinds.map((k) => h("li", {}, swatch(k), " ", k.name)),
  );
}

function nothing() {
  return h(
    "p",
    { class: "nothing" },
    data.events.length ? "No event passes the filter." : "There are no events in this dossier.",
    data.events.length > 0 && [
      " ",
      h(
        "button",
        {
          type: "button",
          onclick: () => {
            clearFilter();
            changed();
          },
        },
        "Show all",
      ),
    ],
  );
}
