views.timeline = {
  title: "Timeline",
  draw(box, events) {
    if (!events.length) return box.append(nothing());
    const dated = events.filter((e) => e.date);
    if (dated.length > 1) box.append(histogram(dated));
    box.append(legend());
    let year;
    const items = events.flatMap((e) => {
      const is = e.date?.slice(0, 4) ?? "";
      const heading = is === year ? [] : [{ year: (year = is) }];
      return [...heading, e];
    });
    box.append(...rows(items, (i) => (i.sort ? row(i) : h("li", { class: "year" }, h("h3", {}, i.year || "Without a date"))), 400));
  },
};

// histogram draws how many events there are in each year or month: cooperation
// above the line, conflict below. A click on a bar shows only its events.
function histogram(events) {
  const years = events.map((e) => Number(e.date.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const monthly = last - first < 4;
  const slots = [];
  for (let y = first; y <= last; y++) {
    if (monthly) for (let m = 1; m <= 12; m++) slots.push(`${y}-${String(m).padStart(2, "0")}`);
    else slots.push(String(y));
  }
  if (monthly) {
    const dated = events
      .map((e) => e.date.slice(0, 7))
      .filter((d) => d.length === 7)
      .sort(); // no empty months before and after
    if (dated.length) slots.splice(0, slots.length, ...slots.filter((m) => m >= dated[0] && m <= dated.at(-1)));
  }
  const length = monthly ? 7 : 4;
  const bySlot = new Map(
    rank(
      events.filter((e) => e.date.length >= length),
      (e) => [e.date.slice(0, length)],
    ),
  );
  const sides = ["cooperation", "conflict"].map((side) =>
    Math.max(...slots.map((k) => (bySlot.get(k) ?? []).filter((e) => sideOf(e.kind) === side).length)),
  );
  const [width, height] = [1000, 130];
  const unit = height / Math.max(sides[0] + sides[1], 1);
  const middle = sides[0] * unit;
  const step = width / slots.length;
  const bars = slots.map((slot, i) => {
    const parts = tally(bySlot.get(slot) ?? []);
    const draw = (k, at, count) => s("rect", { class: k.id, x: i * step + step * 0.08, width: step * 0.84, y: at, height: count * unit });
    const [accord, help, dispute, force] = parts;
    const total = (bySlot.get(slot) ?? []).length;
    return s(
      "g",
      {
        class: "bar",
        onclick: () => {
          Object.assign(filter, { since: slot, until: slot });
          changed();
        },
      },
      s("rect", { class: "hit", x: i * step, width: step, y: 0, height }),
      draw(help.kind, middle - help.count * unit, help.count),
      draw(accord.kind, middle - (help.count + accord.count) * unit, accord.count),
      draw(force.kind, middle, force.count),
      draw(dispute.kind, middle + force.count * unit, dispute.count),
      s("title", {}, `${day(slot)}: ${count(total, "event")}`),
    );
  });
  return h(
    "figure",
    { class: "histogram" },
    s(
      "svg",
      {
        viewBox: `0 0 ${width} ${height}`,
        role: "img",
        preserveAspectRatio: "none",
        "aria-label": `Events by ${monthly ? "month" : "year"}, from ${day(slots[0])} to ${day(slots.at(-1))}`,
      },
      bars,
      s("line", { x1: 0, x2: width, y1: middle, y2: middle }),
    ),
    ticks(slots, step / 10),
    h(
      "figcaption",
      { class: "quiet" },
      `Events by ${monthly ? "month" : "year"}: cooperation above the line, conflict below. Select a bar to see only its events.`,
    ),
  );
}

// ticks names some of the slots, each so many per cent wide: round years, or the months
// that quarters begin with.
function ticks(slots, width) {
  const every =
    slots[0].length > 4
      ? slots.length > 24
        ? 6
        : slots.length > 12
          ? 3
          : 1
      : ([1, 2, 5, 10, 20, 50, 100, 200].find((n) => slots.length / n <= 14) ?? 500);
  return h(
    "div",
    { class: "ticks", "aria-hidden": "true" },
    slots.map((slot, i) => {
      const number = slot.length > 4 ? Number(slot.slice(5)) - 1 : Number(slot);
      return (
        number % every === 0 &&
        h("span", { style: { left: `${(i + 0.5) * width}%`, translate: i * width > 96 && "-100%" } }, day(slot, true))
      );
    }),
  );
}
