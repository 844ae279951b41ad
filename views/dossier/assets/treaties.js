// steps says what an action on a treaty is.
const steps = {
  propose: "Proposal",
  negotiate: "Talks",
  sign: "Signing",
  ratify: "Ratification",
  join: "Accession",
  extend: "Extension",
  suspend: "Suspension",
  withdraw: "Withdrawal",
  violate: "Breach",
  reject: "Rejection",
};

views.treaties = {
  title: "Treaties",
  draw(box, events) {
    const treaties = rank(events, (e) => e.treaties);
    if (!treaties.length)
      return box.append(data.treaties.length ? nothing() : h("p", { class: "nothing" }, "No event here concerns a treaty."));
    box.append(
      ...rows(
        treaties,
        ([t, list]) => h("li", { class: "entry" }, h("div", {}, h("h3", {}, link(t)), treatyFacts(t)), life(t, list)),
        60,
        "treatylist",
      ),
    );
  },
};

function treatyFacts(t) {
  return facts(
    ["Year", t.year],
    ["Now", t.status && title(t.status)],
    ["Parties", links(t.parties)],
    ["Also called", joined(proper(t.aliases).map(said))],
    ["Likened to", links(t.compared)],
  );
}

// life lists what was done to a treaty, in the order of time.
function life(t, events) {
  if (!events.length) return h("p", { class: "quiet" }, "Nothing is told of it here.");
  return h(
    "ol",
    { class: "life" },
    events.map((e) =>
      h(
        "li",
        { class: e.kind.id },
        h("time", {}, day(e.date, true)),
        swatch(e.kind),
        h(
          "div",
          {},
          h("a", { href: address(e) }, h("b", {}, steps[e.action] ?? title(e.type)), " ", said(list(e.actors.map((a) => a.name)))),
          " ",
          badge(e),
          h("div", { class: "quiet" }, sources(e)),
        ),
      ),
    ),
  );
}
