const route = { view: "overview", item: "" };
const order = ["overview", "graph", "timeline", "matrix", "treaties", "disputes", "articles"];
let main, aside, nav, changed, opener;

// start builds the page around the data. Where a server has more than the page, elsewhere
// searches it.
function start(d, elsewhere) {
  resolve(d);
  main = h("main", { id: "main", tabindex: -1 });
  aside = h("aside", { id: "panel", "aria-label": "Details", hidden: true });
  nav = h(
    "nav",
    { "aria-label": "Views" },
    order.map((v) => h("a", { href: `#${v}`, "data-view": v }, views[v].title)),
  );
  const { bar, tally, update } = filterBar(() => changed());
  changed = () => {
    update();
    drawView();
    drawPanel();
  };
  document.body.append(
    h(
      "a",
      {
        class: "skip",
        href: "#main",
        onclick: (e) => {
          e.preventDefault();
          main.focus();
        },
      },
      "Skip to the content",
    ),
    h(
      "header",
      { id: "head" },
      h("div", { class: "masthead" }, h("p", { class: "kicker" }, "Entente dossier"), h("h1", {}, heading()), selection(elsewhere)),
      searchBox(elsewhere),
    ),
    h("div", { class: "tools" }, nav, tally, bar),
    h("div", { class: "frame" }, main, aside),
    h("footer", {}, "Made by Entente from the words of the articles alone. Every event has its sentence: follow it before you print it."),
  );
  addEventListener("hashchange", follow);
  addEventListener("keydown", (e) => {
    if (e.key === "Escape" && !aside.hidden) closePanel();
  });
  addEventListener("beforeprint", drawAll);
  addEventListener("afterprint", drawView);
  follow();
}

function heading() {
  const { actor, treaty } = data.about;
  return [
    actor && said(actor),
    actor && treaty && " and the ",
    treaty && said(treaty),
    !actor && !treaty && "Who did what to whom, and who says so",
  ];
}

// selection says what was left out when the dossier was made.
function selection(beyond) {
  const { actor, treaty, since, until, leftOut } = data.about;
  const words = [since && `from ${day(since)}`, until && `to ${day(until)}`].filter(Boolean).join(" ");
  return [
    words && h("p", { class: "quiet" }, `Events ${words}.`),
    (actor || treaty || words) && beyond && h("p", { class: "quiet" }, h("a", { href: "./" }, "The whole graph")),
    leftOut &&
      h(
        "p",
        { class: "notice", role: "note" },
        `${count(leftOut, "event")} more would belong here: these are the ${count(data.events.length, "event")} that most independent texts report.`,
      ),
  ];
}

// follow shows what the address says.
function follow() {
  const [view, ...rest] = location.hash.slice(1).split("/");
  let item = "";
  try {
    item = decodeURIComponent(rest.join("/"));
  } catch {
    /* an address that somebody has mistyped */
  }
  const next = Object.hasOwn(views, view) ? view : "overview";
  const moved = next !== route.view || !main.hasChildNodes();
  const first = !main.hasChildNodes();
  Object.assign(route, { view: next, item });
  const turned = next === "articles" && articleOf(item) !== reading;
  drawPanel();
  if (moved || turned) drawView();
  else views[next].turned?.();
  if (first || next === "search") return;
  if (moved || turned) {
    if (!main.querySelector("a.mark.here")) scrollTo(0, 0);
    if (aside.hidden) main.querySelector("h2")?.focus({ preventScroll: true });
  }
  if (!aside.hidden && !main.querySelector("a.mark.here")) aside.querySelector("h2").focus();
}

function drawView() {
  document.body.classList.remove("printing");
  const box = viewOf(route.view);
  main.replaceChildren(box);
  nav
    .querySelectorAll("a")
    .forEach((a) => (a.dataset.view === route.view ? a.setAttribute("aria-current", "page") : a.removeAttribute("aria-current")));
  const current = nav.querySelector("[aria-current]");
  if (current) nav.scrollLeft = current.offsetLeft - nav.offsetLeft - 40;
  views[route.view].drawn?.(box);
}

function viewOf(name) {
  const box = h("section", { class: `view ${name}`, id: `view-${name}` }, h("h2", { tabindex: -1 }, views[name].title));
  views[name].draw(box, shown());
  return box;
}

// relink makes the links of a view that stays keep pointing into it.
function relink() {
  main.querySelectorAll("[aria-current=true]").forEach((a) => a.removeAttribute("aria-current"));
  if (route.item)
    main.querySelectorAll("a").forEach((a) => {
      if (a.getAttribute("href") === `#${route.view}/${encodeURIComponent(route.item)}`) a.setAttribute("aria-current", "true");
    });
}

function drawPanel() {
  const content = route.item ? panel(route.item) : undefined;
  aside.hidden = !content;
  document.body.classList.toggle("with-panel", Boolean(content));
  if (!content) return aside.replaceChildren();
  if (!aside.contains(document.activeElement)) opener = document.activeElement;
  aside.replaceChildren();
  fill(aside, {}, [h("button", { type: "button", class: "close", onclick: closePanel, "aria-label": "Close details" }, "×"), content]);
  aside.scrollTop = 0;
  relink();
}

function closePanel() {
  const back = opener;
  history.replaceState(null, "", `#${route.view}`);
  const was = route.item;
  route.item = "";
  drawPanel();
  if (route.view === "articles") return;
  const link = [...main.querySelectorAll("a")].find((a) => a.getAttribute("href")?.endsWith(`/${encodeURIComponent(was)}`));
  (link ?? (back?.isConnected ? back : main)).focus();
}

// drawAll puts all views below one another, for printing.
function drawAll() {
  document.body.classList.add("printing");
  main.replaceChildren();
  for (const name of order) {
    const box = viewOf(name);
    main.append(box);
    views[name].drawn?.(box);
  }
}

// begin takes the data that is in the page, or else asks the server for it.
function begin() {
  const own = document.getElementById("data").textContent;
  if (own.trim()) return start(JSON.parse(own));
  live();
}

begin();
