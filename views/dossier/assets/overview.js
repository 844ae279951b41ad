views.overview = {
  title: "Overview",
  draw(box, events) {
    if (!events.length) return box.append(nothing());
    const actors = rank(events, (e) => new Set([...e.actors, ...e.targets]));
    const disputed = events.filter((e) => e.denied).sort((a, b) => b.claims.length - a.claims.length);
    const reported = events.filter((e) => e.outlets.length > 1).sort((a, b) => b.texts - a.texts || b.outlets.length - a.outlets.length);
    const meet = rank(events, (e) => pairs(e, true).map(([a, b, together]) => JSON.stringify([a.id, b.id, together])));
    const treaties = rank(events, (e) => e.treaties);
    box.append(
      h("p", { class: "lead" }, lead(events, actors.length, treaties.length, disputed.length)),
      h(
        "div",
        { class: "cards" },
        card(
          "Most active",
          "graph",
          h(
            "ol",
            { class: "ranking" },
            actors.slice(0, 10).map(([a, list]) => h("li", {}, link(a), h("b", {}, list.length), stack(list, actors[0][1].length))),
          ),
          legend(),
        ),
        card(
          "Most disputed",
          "disputes",
          disputed.length
            ? h("ol", { class: "rows" }, disputed.slice(0, 6).map(row))
            : h("p", { class: "quiet" }, "Nobody denies anything."),
        ),
        card(
          "Who acts on whom most",
          "matrix",
          h(
            "ol",
            { class: "ranking" },
            meet.slice(0, 10).map(([key, list]) => {
              const [from, to, together] = JSON.parse(key);
              const [a, b] = [things.get(from), things.get(to)];
              return h(
                "li",
                {},
                h("a", { href: pairAddress(a, b, "", together, true) }, said(a.name), together ? " and " : " → ", said(b.name)),
                h("b", {}, list.length),
                stack(list, meet[0][1].length),
              );
            }),
          ),
        ),
        card(
          "Most widely reported",
          "timeline",
          reported.length
            ? h("ol", { class: "rows" }, reported.slice(0, 6).map(row))
            : h("p", { class: "quiet" }, "Each event is told by one source only."),
        ),
        treaties.length > 0 &&
          card(
            "Treaties",
            "treaties",
            h(
              "ol",
              { class: "ranking" },
              treaties.slice(0, 10).map(([t, list]) => h("li", {}, link(t), h("b", {}, list.length), stack(list, treaties[0][1].length))),
            ),
          ),
        h(
          "section",
          { class: "card note" },
          h("h3", {}, "How to read this"),
          h(
            "p",
            {},
            "A program has read the articles; it misses some things and misreads others. So behind every name, line and number stand the words of an article: follow a link to see them.",
          ),
          h("p", {}, "It says who says what, and never who is right. Where somebody denies an event, both sides' words are kept."),
        ),
      ),
    );
  },
};

// lead says in a sentence or two what there is.
function lead(events, actors, treaties, disputed) {
  const articles = new Set(events.flatMap((e) => e.articles));
  const outlets = new Set([...articles].map(outlet));
  const dates = [...articles]
    .map((a) => a.published)
    .filter(Boolean)
    .sort();
  const when =
    dates.length === 0
      ? ""
      : dates[0] === dates.at(-1)
        ? `, published ${day(dates[0])},`
        : `, published between ${day(dates[0])} and ${day(dates.at(-1))},`;
  const told = [
    h("b", {}, count(articles.size, "article")),
    ` of ${count(outlets.size, "outlet")}${when} ${articles.size === 1 ? "tells" : "tell"} of `,
    h("b", {}, count(events.length, "event")),
    ` between ${count(actors, "actor")}`,
    treaties > 0 && `, under ${count(treaties, "treaty")}`,
    ". ",
  ];
  return [
    told,
    disputed
      ? [h("b", {}, String(disputed)), disputed === 1 ? " of the events is disputed." : " of the events are disputed."]
      : "None of the events is disputed.",
  ];
}

function card(name, view, ...content) {
  return h("section", { class: "card" }, h("h3", {}, h("a", { href: `#${view}` }, name)), content);
}
