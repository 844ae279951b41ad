views.disputes = {
  title: "Disputes",
  draw(box, events) {
    const disputed = events.filter((e) => e.denied).sort((a, b) => b.claims.length - a.claims.length);
    if (!disputed.length) return box.append(events.length ? h("p", { class: "nothing" }, "Nobody denies any of these events.") : nothing());
    box.append(
      h("p", { class: "quiet" }, `${count(disputed.length, "event")} that somebody denies, those with most evidence first.`),
      ...rows(disputed, contested, 50, "disputelist"),
    );
  },
};

// contested sets both sides' words beside each other.
function contested(e) {
  const side = (name, claims, none) =>
    h(
      "div",
      {},
      h("h4", {}, name),
      claims.length ? rows(claims, (c) => h("li", {}, quote(c)), 5, "quotes") : h("p", { class: "quiet" }, none),
    );
  return h(
    "li",
    { class: "contested" },
    h("h3", {}, swatch(e.kind), " ", link(e, caption(e)), " ", h("time", { class: "quiet" }, day(e.date))),
    h(
      "div",
      { class: "sides" },
      side(
        "Says so",
        e.claims.filter((c) => c.stance !== "denies"),
        "No words of this side are in these articles.",
      ),
      side(
        "Denies it",
        e.claims.filter((c) => c.stance === "denies"),
        "The articles report a denial without its words.",
      ),
    ),
  );
}
