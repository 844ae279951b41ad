// live takes the data from the server that the page came from, and says when the graph
// there has changed.
async function live() {
  const source = `data${location.search}`;
  const answer = await fetch(source);
  if (!answer.ok)
    return document.body.append(
      h(
        "main",
        { class: "frame" },
        h("p", { class: "notice", role: "alert" }, said(await answer.text()), " ", h("a", { href: "./" }, "Show the whole graph")),
      ),
    );
  start(await answer.json(), searchServer);
  document.title = `${document.querySelector("h1").textContent} · Entente`;
  const version = answer.headers.get("etag");
  addEventListener("focus", async () => {
    const now = await fetch(source, { method: "HEAD" }).catch(() => undefined);
    if (!now?.ok || now.headers.get("etag") === version || document.getElementById("changed")) return;
    document
      .getElementById("head")
      .append(
        h(
          "p",
          { id: "changed", class: "notice", role: "status" },
          "The graph has changed. ",
          h("button", { type: "button", onclick: () => location.reload() }, "Show it as it is now"),
        ),
      );
  });
}

// searchServer finds what is in the whole graph, of which the page may show a part.
async function searchServer(text) {
  const answer = await fetch(`search?${new URLSearchParams({ text })}`);
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

// whole is the address of a hit's own dossier.
function whole(hit) {
  if (hit.kind === "treaty") return `./?${new URLSearchParams({ treaty: hit.id })}#treaties`;
  return `./?${new URLSearchParams({ actor: hit.actor })}${hit.kind === "actor" ? "" : `#timeline/${encodeURIComponent(hit.id)}`}`;
}
