let query, everywhere;

// searchBox makes the field in the head of the page.
function searchBox(elsewhere) {
  everywhere = elsewhere;
  query = h("input", {
    type: "search",
    id: "query",
    placeholder: "Actors, treaties, events, words",
    autocomplete: "off",
    spellcheck: "false",
    oninput: () => {
      if (route.view === "search") drawView();
      else if (query.value) location.hash = "#search";
    },
  });
  return h(
    "form",
    {
      role: "search",
      onsubmit: (e) => {
        e.preventDefault();
        location.hash = "#search";
        drawView();
      },
    },
    h("label", { for: "query" }, "Search"),
    query,
  );
}

views.search = {
  title: "Search",
  draw(box) {
    const words = plain(query.value).split(/\s+/).filter(Boolean);
    if (!words.length)
      return box.append(h("p", { class: "nothing" }, "Type a word or more: what has them all is found, whatever the filter."));
    const has = (...texts) => words.every((w) => texts.some((t) => t.includes(w)));
    const groups = [
      [
        "Actors",
        data.actors.filter((a) => has(...(a.plain ??= [a.name, ...a.aliases].map(plain)))),
        (a) =>
          h(
            "li",
            { class: "row" },
            h("div", {}, link(a), " ", h("span", { class: "quiet" }, `${title(a.kind)} · ${count(a.events.length, "event")}`)),
          ),
      ],
      [
        "Treaties",
        data.treaties.filter((t) => has(...(t.plain ??= [t.name, ...t.aliases].map(plain)))),
        (t) => h("li", { class: "row" }, h("div", {}, link(t), " ", h("span", { class: "quiet" }, count(t.events.length, "event")))),
      ],
      ["Events", data.events.filter((e) => has(...(e.plain ??= [plain(e.name)]))), row],
      [
        "Quotes",
        data.claims.filter((c) => has(...(c.plain ??= [plain(c.quote)]))),
        (c) =>
          h("li", {}, c.event && h("p", {}, swatch(c.event.kind), " ", link(c.event, caption(c.event)), " ", badge(c.event)), quote(c)),
      ],
      [
        "Articles",
        data.articles.filter((a) => has(...(a.plain ??= [plain(a.title)]))),
        (a) =>
          h(
            "li",
            { class: "row" },
            h("div", {}, h("a", { href: address(a, "articles") }, said(a.title)), " ", h("span", { class: "quiet" }, said(outlet(a)))),
          ),
      ],
    ].filter(([, found]) => found.length);
    const total = groups.reduce((n, [, found]) => n + found.length, 0);
    box.append(
      h("p", { class: "quiet", role: "status" }, total ? `${total.toLocaleString("en")} found.` : "Nothing here has these words."),
    );
    if (everywhere && Object.keys(data.about).length) box.append(inWhole(query.value));
    for (const [name, found, make] of groups)
      box.append(
        h("h3", {}, name, " ", h("span", { class: "quiet" }, found.length)),
        ...rows(found, make, 20, name === "Quotes" ? "quotes" : "rows"),
      );
  },
};

// inWhole shows what the server finds, when it has found it and the reader has paused.
function inWhole(text) {
  const box = h("div", { class: "whole", "aria-live": "polite" });
  setTimeout(async () => {
    if (query.value !== text) return;
    const hits = await everywhere(text).catch(() => []);
    if (query.value !== text || !hits.length) return;
    box.append(
      h("h3", {}, "In the whole graph ", h("span", { class: "quiet" }, hits.length)),
      ...rows(
        hits,
        (hit) =>
          h(
            "li",
            { class: "row" },
            h("span", { class: "quiet" }, title(hit.kind)),
            h(
              "div",
              {},
              h("a", { href: whole(hit) }, said(hit.name)),
              hit.date && h("span", { class: "quiet" }, ` ${day(hit.date, true)}`),
              hit.quote && h("blockquote", { dir: "auto" }, hit.quote),
            ),
          ),
        20,
      ),
    );
  }, 250);
  return box;
}

// plain makes text fit for comparing: without capitals and accents.
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
