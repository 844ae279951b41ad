// h makes an HTML element. What is given as text is put there as text, whatever it
// holds; attributes that begin with "on" are listeners.
function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

// s makes an SVG element likewise.
function s(tag, attributes, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [p, v] of Object.entries(value)) element.style.setProperty(p, v || null);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((c) => c !== undefined && c !== null && c !== false && c !== ""));
  return element;
}

// said is text from an article or about the world: its direction of writing, and
// whatever would change that, stays within it.
function said(text) {
  return h("bdi", {}, text);
}

// joined puts a separator between things.
function joined(things, separator = ", ") {
  return things.flatMap((t, i) => (i ? [separator, t] : [t]));
}
