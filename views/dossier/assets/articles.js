let reading; // the article that is being read

views.articles = {
  title: "Articles",
  draw(box, events) {
    reading = articleOf(route.item);
    if (document.body.classList.contains("printing")) return box.append(...data.articles.map((a) => article(a, "h3")));
    if (reading) return box.replaceChildren(h("p", {}, h("a", { href: "#articles" }, "← All articles")), article(reading, "h2"));
    const inIt = new Map(rank(events, (e) => e.articles));
    if (!data.articles.length) return box.append(h("p", { class: "nothing" }, "There are no articles in this dossier."));
    box.append(
      ...rows(
        data.articles,
        (a) =>
          h(
            "li",
            { class: "row" },
            h("time", { class: "quiet" }, day(a.published, true)),
            h("div", {}, link(a, a.title), h("div", { class: "quiet" }, said(outlet(a)), " · ", count(inIt.get(a)?.length ?? 0, "event"))),
          ),
        200,
      ),
    );
  },
  drawn: showWords,
  turned: showWords,
};

// showWords brings the words that the address names into sight.
function showWords() {
  const marks = [...main.querySelectorAll("a.mark")].filter((m) => m.dataset.claims.split(" ").includes(route.item));
  main.querySelectorAll("a.mark.here").forEach((m) => m.classList.remove("here"));
  marks.forEach((m) => m.classList.add("here"));
  const box = marks[0]?.getBoundingClientRect();
  // On a narrow screen the details cover the lower part.
  const below = getComputedStyle(aside).position === "fixed" && !aside.hidden ? aside.getBoundingClientRect().top : innerHeight;
  if (box && (box.top < 120 || box.bottom > below - 20)) scrollBy(0, box.top - Math.max(130, below / 3));
  if (marks.length && document.activeElement !== marks[0]) marks[0].focus({ preventScroll: true });
}

// articleOf is the article that an address is about: itself, that of a claim, or the
// one being read when something else is looked up meanwhile.
function articleOf(item) {
  const thing = things.get(item);
  if (thing?.sort === "article") return thing;
  if (thing?.sort === "claim") return thing.article;
  return item ? reading : undefined;
}

function article(a, heading) {
  return h(
    "article",
    { class: "text" },
    h("p", { class: "kicker" }, said(outlet(a)), a.published && ` · ${day(a.published)}`, source(a)),
    h(heading, { tabindex: -1 }, said(a.title)),
    paragraphs(a),
  );
}

// source links to where an article came from, if that is on the web.
function source(a) {
  if (!/^https?:\/\//i.test(a.url ?? "")) return "";
  return [" · ", h("a", { href: a.url, rel: "noopener noreferrer", target: "_blank" }, "source")];
}

// paragraphs gives the text with its evidence marked: cut wherever a claim begins
// or ends, so that each piece links to the claims it belongs to.
function paragraphs(a) {
  const cuts = [...new Set(a.claims.flatMap((c) => [c.start, c.end]))].sort((x, y) => x - y);
  return [...a.text.matchAll(/[^\n]+/g)].map((match) => {
    const [from, to] = [match.index, match.index + match[0].length];
    const edges = [from, ...cuts.filter((c) => c > from && c < to), to];
    return h(
      "p",
      { dir: "auto" },
      edges.slice(1).map((end, i) => {
        const words = a.text.slice(edges[i], end);
        const claims = a.claims.filter((c) => c.start <= edges[i] && c.end >= end);
        const first = claims.find((c) => c.event && passes(c.event)) ?? claims[0];
        return first && words.trim() ? mark(words, first, claims) : words;
      }),
    );
  });
}

function mark(words, claim, claims) {
  const what = claims.map((c) => c.event?.name ?? "a statement").join("; ");
  return h(
    "a",
    {
      class: `mark ${claim.event?.kind.id ?? ""} ${claim.stance}`,
      href: address(claim, "articles"),
      "data-claims": claims.map((c) => c.id).join(" "),
      title: what,
    },
    words,
    claims.length > 1 && h("sup", { "aria-label": `, evidence of ${claims.length} events` }, claims.length),
  );
}
