// layout gives every node a place, x and y, so that those who deal with each other are
// together and groups stand apart. There is no chance in it: the same graph looks the
// same. A node that has a place already starts from there. The time it takes grows with
// the square of the nodes, which are some hundreds at most.
function layout(nodes, strands, ratio) {
  const fresh = nodes.filter((n) => n.x === undefined).length > nodes.length / 3;
  nodes.forEach((n, i) => {
    n.mass = 1 + n.strands.length;
    if (n.x !== undefined) return;
    const angle = i * 2.399963; // the golden angle: a sunflower, the busiest at its heart
    n.x = 60 * Math.sqrt(i + 0.5) * Math.cos(angle);
    n.y = 60 * Math.sqrt(i + 0.5) * Math.sin(angle);
  });
  if (fresh) part(nodes, strands);
  spread(nodes, strands, ratio, fresh ? 260 : 60);
  for (let round = 0; round < 80; round++) {
    // nothing may cover another, nor its name
    still(nodes);
    push(nodes, (a, b, far) => Math.max(0, a.r + b.r + 24 - far) / 2);
    move(nodes, 12);
  }
}

// part puts groups apart: strands pull at far nodes hardly more than at near ones, and
// nodes push by how many strands they have (Noack's LinLog model).
function part(nodes, strands) {
  const rounds = 300;
  for (let round = 0; round < rounds; round++) {
    still(nodes);
    for (const n of nodes) pull(n, { x: 0, y: 0 }, n.mass * 0.8);
    push(nodes, (a, b, far) => (a.mass * b.mass * 9) / far);
    for (const t of strands) both(t, (far) => 3 * Math.sqrt(t.weight) * Math.log(1 + far));
    move(nodes, 15 * Math.sqrt(nodes.length) * (1 - round / rounds) ** 2);
  }
  const size = Math.max(...nodes.map((n) => Math.hypot(n.x, n.y)), 1) / (45 * Math.sqrt(nodes.length));
  for (const n of nodes) {
    n.x /= size;
    n.y /= size;
  }
}

// spread evens out what part has put in order: strands want one length, and the whole
// the ratio of the drawing.
function spread(nodes, strands, ratio, rounds) {
  for (let round = 0; round < rounds; round++) {
    still(nodes);
    for (const n of nodes) {
      n.dx -= (n.x * 0.02) / ratio;
      n.dy -= n.y * 0.02 * ratio;
    }
    push(nodes, (a, b, far) => 9000 / (far * far) + 60 / far);
    for (const t of strands) both(t, (far) => ((far - 70 - t.a.r - t.b.r) * 0.12) / Math.sqrt(Math.min(t.a.mass, t.b.mass)));
    move(nodes, 20 * (1 - round / rounds) + 1);
  }
}

function still(nodes) {
  for (const n of nodes) n.dx = n.dy = 0;
}

function pull(n, to, force) {
  const [x, y] = [to.x - n.x, to.y - n.y];
  const far = Math.hypot(x, y) || 1;
  n.dx += (x / far) * force;
  n.dy += (y / far) * force;
}

// both pulls the ends of a strand together, with a force of its length.
function both(strand, force) {
  const f = force(Math.hypot(strand.a.x - strand.b.x, strand.a.y - strand.b.y));
  pull(strand.a, strand.b, f);
  pull(strand.b, strand.a, f);
}

// push adds a force between every two nodes, of their distance.
function push(nodes, force) {
  for (let i = 0; i < nodes.length; i++) {
    const a = nodes[i];
    for (let j = 0; j < i; j++) {
      const b = nodes[j];
      const x = a.x - b.x || 0.1,
        y = a.y - b.y || 0.1;
      const far = Math.max(Math.sqrt(x * x + y * y), 1);
      const f = force(a, b, far) / far;
      a.dx += x * f;
      a.dy += y * f;
      b.dx -= x * f;
      b.dy -= y * f;
    }
  }
}

// move lets the forces on the nodes move them, no farther than most.
function move(nodes, most) {
  for (const n of nodes) {
    const fast = Math.hypot(n.dx, n.dy) || 1;
    n.x += (n.dx / fast) * Math.min(fast, most);
    n.y += (n.dy / fast) * Math.min(fast, most);
  }
}
