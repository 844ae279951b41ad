// filter is what the reader wants to see. A set of what is unwanted, so that an empty
// filter shows everything.
const filter = { types: new Set(), statuses: new Set(), outlets: new Set(), since: "", until: "" };

// shown gives the events that pass the filter.
function shown() {
  return data.events.filter(passes);
}

function passes(e) {
  if (filter.types.has(e.type) || filter.statuses.has(e.status)) return false;
  if (filter.outlets.size && !e.outlets.some((o) => !filter.outlets.has(o))) return false;
  if ((filter.since || filter.until) && !e.date) return false;
  if (filter.since && e.date < filter.since.slice(0, e.date.length)) return false;
  return !filter.until || e.date.slice(0, filter.until.length) <= filter.until;
}

function filtering() {
  return filter.types.size + filter.statuses.size + filter.outlets.size > 0 || filter.since || filter.until;
}

// filterBar makes the controls; changed is called when they have changed the filter.
function filterBar(changed) {
  const state = h("output", { id: "count", "aria-live": "polite" });
  const redraw = [];
  const update = () => {
    redraw.forEach((f) => f());
    const n = shown().length;
    state.replaceChildren(
      n === data.events.length ? count(n, "event") : `${n.toLocaleString("en")} of ${count(data.events.length, "event")}`,
    );
    reset.hidden = !filtering();
  };
  const change = () => {
    update();
    changed();
  };
  const present = (of) => [...new Set(data.events.flatMap(of))];

  // toggles is one checkbox a value; those that are off are in the set unwanted.
  const toggles = (unwanted, values, name) =>
    values.map((v) => {
      const box = h("input", {
        type: "checkbox",
        onchange: () => {
          unwanted[box.checked ? "delete" : "add"](v);
          change();
        },
      });
      redraw.push(() => {
        box.checked = !unwanted.has(v);
      });
      return h("label", { class: "choice" }, box, said(name(v)));
    });
  const menu = (name, unwanted, groups) => {
    const values = groups.flatMap((g) => g.values);
    const summary = h("summary", {});
    redraw.push(() => {
      const on = values.filter((v) => !unwanted.has(v)).length;
      summary.replaceChildren(name, h("span", { class: "quiet" }, on === values.length ? " all" : ` ${on} of ${values.length}`));
    });
    const all = (on) => () => {
      values.forEach((v) => unwanted[on ? "delete" : "add"](v));
      change();
    };
    return h(
      "details",
      { class: "menu", name: "filter" },
      summary,
      h(
        "div",
        { class: "choices", role: "group", "aria-label": name },
        h(
          "p",
          { class: "buttons" },
          h("button", { type: "button", onclick: all(true) }, "All"),
          h("button", { type: "button", onclick: all(false) }, "None"),
        ),
        groups.map((g) => h("div", {}, g.name && h("p", { class: "caption" }, g.name), toggles(unwanted, g.values, g.say))),
      ),
    );
  };
  const date = (field, label) => {
    const input = h("input", {
      type: "text",
      placeholder: "2018-03",
      pattern: "\\d{4}(-\\d\\d(-\\d\\d)?)?",
      size: 10,
      inputmode: "numeric",
      autocomplete: "off",
      title: "a day, a month or a year: 2018-03-17, 2018-03 or 2018",
      oninput: () => {
        if (input.validity.valid) {
          filter[field] = input.value;
          change();
        }
      },
    });
    redraw.push(() => {
      if (document.activeElement !== input) input.value = filter[field];
    });
    return h("label", { class: "date" }, label, input);
  };
  // kind is a switch for all types of a kind of act.
  const kind = (k) => {
    const button = h(
      "button",
      {
        type: "button",
        class: "kind",
        onclick: () => {
          const on = k.types.every((t) => filter.types.has(t));
          k.types.forEach((t) => filter.types[on ? "delete" : "add"](t));
          change();
        },
      },
      swatch(k),
      k.name,
    );
    redraw.push(() => button.setAttribute("aria-pressed", !k.types.every((t) => filter.types.has(t))));
    return button;
  };
  const reset = h(
    "button",
    {
      type: "button",
      class: "reset",
      onclick: () => {
        clearFilter();
        change();
      },
    },
    "Show all",
  );
  const types = present((e) => [e.type]);
  // On a narrow screen the filter is folded away until it is asked for.
  const fold = h(
    "button",
    {
      type: "button",
      class: "fold",
      "aria-expanded": "false",
      onclick: () => fold.setAttribute("aria-expanded", !bar.classList.toggle("folded")),
    },
    "Filter",
  );
  const bar = h(
    "form",
    { id: "filter", class: "folded", "aria-label": "Filter events", onsubmit: (e) => e.preventDefault() },
    fold,
    h("div", { class: "kinds", role: "group", "aria-label": "Kinds of act" }, data.kinds.map(kind)),
    menu(
      "Type",
      filter.types,
      data.kinds
        .map((k) => ({ name: k.name, values: k.types.filter((t) => types.includes(t)), say: title }))
        .filter((g) => g.values.length),
    ),
    menu("Status", filter.statuses, [{ values: data.statuses.filter((x) => data.events.some((e) => e.status === x)), say: title }]),
    menu("Source", filter.outlets, [{ values: present((e) => e.outlets).sort(), say: (o) => o }]),
    h("div", { class: "dates", role: "group", "aria-label": "Dates" }, date("since", "From"), date("until", "to")),
  );
  update();
  // A menu closes when the reader goes elsewhere or presses Escape.
  const close = (except) =>
    bar.querySelectorAll("details[open]").forEach((d) => {
      if (d !== except) d.open = false;
    });
  document.addEventListener("click", (e) => close(e.target.closest?.("#filter details")));
  bar.addEventListener("keydown", (e) => {
    const open = e.key === "Escape" && e.target.closest("details[open]");
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
      e.stopPropagation();
    }
  });
  return { bar, tally: h("div", { class: "tally" }, state, reset), update };
}

function clearFilter() {
  for (const set of [filter.types, filter.statuses, filter.outlets]) set.clear();
  filter.since = filter.until = "";
}
