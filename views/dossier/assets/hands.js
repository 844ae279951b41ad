// hands lets the reader move the picture with pointer and keyboard.
function hands(svg, nodes, view, act) {
  let held, moved;
  svg.addEventListener("dragstart", (e) => e.preventDefault());
  svg.addEventListener("pointerdown", (e) => {
    if (e.button) return;
    held = { node: nodes.find((n) => n.element.contains(e.target)), x: e.clientX, y: e.clientY };
    moved = false;
  });
  svg.addEventListener("pointermove", (e) => {
    if (!held) return;
    const [dx, dy] = [e.clientX - held.x, e.clientY - held.y];
    if (!moved && Math.hypot(dx, dy) < 4) return;
    if (!moved) svg.setPointerCapture(e.pointerId);
    moved = true;
    Object.assign(held, { x: e.clientX, y: e.clientY });
    if (held.node) {
      held.node.x += dx / view.k;
      held.node.y += dy / view.k;
      act.moved(held.node);
    } else {
      view.x += dx;
      view.y += dy;
      act.apply();
    }
  });
  for (const end of ["pointerup", "pointercancel"])
    svg.addEventListener(end, () => {
      held = undefined;
    });
  svg.addEventListener(
    "click",
    (e) => {
      if (moved) {
        e.preventDefault();
        moved = false;
      }
    },
    true,
  );
  svg.addEventListener(
    "wheel",
    (e) => {
      if (!e.ctrlKey && !e.metaKey) return;
      e.preventDefault();
      const box = svg.getBoundingClientRect();
      act.zoom(Math.exp(-e.deltaY * 0.002), e.clientX - box.left, e.clientY - box.top);
    },
    { passive: false },
  );
  const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  svg.addEventListener("keydown", (e) => {
    const at = nodes.find((n) => n.element === document.activeElement);
    const way = ways[e.key];
    if (way && at && e.shiftKey) {
      at.x += (way[0] * 15) / view.k;
      at.y += (way[1] * 15) / view.k;
      act.moved(at);
    } else if (way && at) step(nodes, at, way);
    else if (e.key === "+" || e.key === "=") act.zoom(1.4);
    else if (e.key === "-") act.zoom(1 / 1.4);
    else if (e.key === "0") act.fit();
    else return;
    e.preventDefault();
  });
}

// step puts the focus on the nearest node that lies in a direction.
function step(nodes, at, [wx, wy]) {
  let best,
    least = Infinity;
  for (const n of nodes) {
    const ahead = (n.x - at.x) * wx + (n.y - at.y) * wy;
    const aside = Math.abs((n.x - at.x) * wy) + Math.abs((n.y - at.y) * wx);
    if (n !== at && ahead > 0 && ahead + 2 * aside < least) [best, least] = [n, ahead + 2 * aside];
  }
  if (!best) return;
  at.element.setAttribute("tabindex", -1);
  best.element.setAttribute("tabindex", 0);
  best.element.focus();
}
