// How the matrix is shown, kept while the reader looks elsewhere.
const matrix = { folded: true, size: 12 };

views.matrix = {
  title: "Who on whom",
  draw(box, events) {
    const cells = new Map(); // the ids of two to their events
    const totals = new Map();
    const add = (a, b, e) => {
      const key = JSON.stringify([a.id, b.id]);
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(e);
    };
    for (const e of events) {
      const all = pairs(e, matrix.folded);
      for (const [a, b, together] of all) {
        add(a, b, e);
        if (together) add(b, a, e);
      }
      for (const a of new Set(all.flatMap(([x, y]) => [x, y]))) totals.set(a, (totals.get(a) ?? 0) + 1);
    }
    const ranked = [...totals].sort((a, b) => b[1] - a[1]).map(([a]) => a);
    const sides = ranked.slice(0, matrix.size);
    box.append(
      h(
        "p",
        { class: "controls" },
        folding(matrix),
        h("label", {}, "Show ", sizes(matrix, [12, 20, 40]), ` of ${count(ranked.length, "actor")}`),
      ),
    );
    if (!sides.length) return box.append(nothing());
    const most = Math.max(...sides.flatMap((a) => sides.map((b) => cells.get(JSON.stringify([a.id, b.id]))?.length ?? 0)), 1);
    const cell = (a, b) => {
      const list = cells.get(JSON.stringify([a.id, b.id]));
      if (!list) return h("td", { class: a === b ? "self" : "" });
      const name = `${count(list.length, "event")}, ${a.name} on ${b.name}: ${tally(list)
        .filter((t) => t.count)
        .map((t) => `${t.count} ${t.kind.name.toLowerCase()}`)
        .join(", ")}`;
      return h(
        "td",
        {},
        h(
          "a",
          { href: pairAddress(a, b, "", null, matrix.folded), "aria-label": name, title: name },
          h("b", { class: "figure" }, list.length),
          stack(list, list.length),
          h("span", { class: "weight", style: { opacity: Math.sqrt(list.length / most) } }),
        ),
      );
    };
    box.append(
      h(
        "div",
        { class: "scroll", tabindex: 0, role: "region", "aria-label": "Matrix of who acts on whom" },
        h(
          "table",
          { class: "matrix" },
          h(
            "caption",
            {},
            "Rows act on columns. What two do together, such as talks, stands in both directions. The bar in a cell has the kinds of act.",
          ),
          h(
            "thead",
            {},
            h(
              "tr",
              {},
              h("td", { class: "corner" }),
              sides.map((b) => h("th", { scope: "col" }, h("span", {}, link(b)))),
            ),
          ),
          h(
            "tbody",
            {},
            sides.map((a) =>
              h(
                "tr",
                {},
                h("th", { scope: "row" }, link(a)),
                sides.map((b) => cell(a, b)),
              ),
            ),
          ),
        ),
      ),
      legend(),
    );
  },
};

// folding lets officials count as their country, in a view that has such a choice.
function folding(choice) {
  const box = h("input", {
    type: "checkbox",
    onchange: () => {
      choice.folded = box.checked;
      drawView();
    },
  });
  box.checked = choice.folded;
  return h("label", {}, box, "Officials count as their country");
}

function sizes(choice, of) {
  const select = h(
    "select",
    {
      onchange: () => {
        choice.size = Number(select.value);
        drawView();
      },
    },
    of.map((n) => h("option", { value: n, selected: n === choice.size }, n)),
  );
  return select;
}
