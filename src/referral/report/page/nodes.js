// Elements from words. Words become text and nothing else; there is no way from data to markup here.

const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;

function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") node.addEventListener(key, value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== ""));
  return node;
}

// Words of the case: a text, or a text and its language where that is not the language of the page.
function said(value) {
  if (typeof value === "string") return [value];
  const [text, lang] = value;
  return [el("span", { lang }, text), " ", el("span", { class: "mark" }, `[${words.translation}]`)];
}

function filled(phrase, values) {
  return phrase.replace(/\{([a-z]+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

function state(code) {
  return el("span", { class: `state s-${code}` }, words.state[code]);
}

function rowsOf(rows, labels) {
  return el("dl", null, rows.map(([name, value]) => el("div", null, el("dt", null, labels[name]), el("dd", null, said(value)))));
}

function button(label, attributes) {
  return el("button", { type: "button", ...attributes }, label);
}

function announce(text) {
  document.getElementById("status").textContent = text;
}

const charges = new Map(data.charges.map((charge) => [charge.id, charge]));

function elementOf(charge, element) {
  const found = charges.get(charge);
  return found && found.elements.find((one) => one.id === element);
}

// A link to an element of a charge; what the page does not hold is named without one.
function place(charge, element) {
  const found = elementOf(charge, element);
  if (!found) return el("span", null, `${charge}, ${element}`);
  const target = `${charge}:${element}`;
  return el("a", { href: `#${encodeURIComponent(target)}` }, `${charge}, ${words.element} ${found.number}`);
}

const unbuilt = new WeakMap(); // cards whose body is built when they are opened for the first time

function onOpening(node, fill) {
  unbuilt.set(node, fill);
  node.addEventListener("toggle", () => {
    if (node.open) build(node);
  });
}

function build(node) {
  const fill = unbuilt.get(node);
  unbuilt.delete(node);
  if (fill) fill();
}

function details(attributes, summary, fill) {
  const node = el("details", attributes, el("summary", null, summary));
  onOpening(node, () => node.append(el("div", { class: "body" }, fill())));
  return node;
}
