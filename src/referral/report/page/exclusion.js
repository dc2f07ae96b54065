// What if items are lost: the reader chooses, the rules reckon, the matrix shows what becomes of each element.
// A page for others than those who draw up the case has no model to reckon with, and shows none of this.

const chosen = new Map(); // name → the ids that are lost with it
const reckoning = data.model ? reckoner(data.model) : null;
let gone = new Set();

function lostIds() {
  return [...new Set([...chosen.values()].flat())];
}

function excludeButton(id) {
  if (!reckoning) return null;
  const node = button(words.exclude_item, { "aria-pressed": String(chosen.has(id)), "data-exclude": id });
  node.addEventListener("click", () => (chosen.has(id) ? restore(id) : exclude(id, [id])));
  return node;
}

function exclude(name, ids) {
  chosen.set(name, ids);
  reckon();
}

function restore(name) {
  chosen.delete(name);
  reckon();
}

// A card of what is gone says so in words; colour alone would not do.
function markLost(node) {
  const id = node.dataset.mapping || node.dataset.item;
  const old = node.querySelector(":scope > summary > .gone");
  if (old) old.remove();
  if (gone.has(id)) node.firstChild.append(" ", el("span", { class: "gone" }, words.gone));
}

function reckon() {
  const answer = reckoning.without(lostIds());
  gone = chosen.size ? answer.gone : new Set();
  const changes = answer.changes.filter((change) => elementOf(change.charge, change.element));
  showChosen();
  showChanges(changes, answer.changes.length - changes.length);
  showInMatrix(changes);
  opensGap = new Set(changes.filter((change) => change.opens_hole).map((change) => `${change.charge} ${change.element}`));
  if (isGapsOnly()) filter();
  for (const node of document.querySelectorAll("[data-mapping], [data-item]")) markLost(node);
  for (const node of document.querySelectorAll("[data-exclude]"))
    node.setAttribute("aria-pressed", String(chosen.has(node.dataset.exclude)));
  const opened = changes.filter((change) => change.opens_hole).length;
  announce(chosen.size ? filled(words.reckoned, { names: [...chosen.keys()].join(", "), n: changes.length, gaps: opened }) : words.whole);
}

function showChosen() {
  const list = document.getElementById("excluded");
  const focused = list.contains(document.activeElement);
  const chip = (name) => el("li", null, `${name} `, button(words.restore, { "aria-label": `${words.restore} ${name}`, click: () => restore(name) }));
  list.replaceChildren(...[...chosen.keys()].map(chip));
  if (focused) document.getElementById("exclude-what").focus();
}

function showChanges(changes, elsewhere) {
  const box = document.getElementById("changes");
  if (!chosen.size) return box.replaceChildren();
  const title = el("p", null, el("b", null, words.report.without), ` ${[...chosen.keys()].join(", ")}`);
  const outside = elsewhere ? [el("p", { class: "elsewhere" }, filled(words.report.elsewhere, { n: elsewhere }))] : [];
  if (!changes.length) return box.replaceChildren(title, el("p", null, words.report[elsewhere ? "no_change_here" : "no_change"]), ...outside);
  const head = [words.report.element, words.report.before, words.report.after].map((name) => el("th", { scope: "col" }, name));
  const table = el("table", null, el("caption", null, words.report.changes), el("thead", null, el("tr", null, head)));
  table.append(el("tbody", null, changes.map(changeRow)));
  return box.replaceChildren(title, table, ...outside);
}

function changeRow(change) {
  const opens = change.opens_hole ? [" ", el("b", null, words.report.opens_gap)] : [];
  const cells = [place(change.charge, change.element), state(change.before), [state(change.after), ...opens]];
  return el("tr", null, cells.map((cell) => el("td", null, cell)));
}

function showInMatrix(changes) {
  for (const node of document.querySelectorAll(".then")) node.remove();
  for (const change of changes) {
    const cell = document.querySelector(`[data-cell="${CSS.escape(change.charge)} ${CSS.escape(change.element)}"]`);
    const opens = change.opens_hole ? [" ", el("b", null, words.report.opens_gap)] : [];
    if (cell) cell.append(el("span", { class: "then" }, `${words.then} `, state(change.after), ...opens));
  }
}

function known(name) {
  if (data.offers[name]) return data.offers[name].lost;
  return data.model.evidence[name] || data.sources[name] ? [name] : null;
}

function add(event) {
  event.preventDefault();
  const field = document.getElementById("exclude-what");
  const names = field.value.split(/[\s,;]+/).filter(Boolean);
  const wrong = names.filter((name) => !known(name));
  if (wrong.length || !names.length) {
    field.setAttribute("aria-invalid", "true");
    announce(filled(words.unknown, { names: wrong.join(", ") || "–" }));
    return;
  }
  field.removeAttribute("aria-invalid");
  field.value = "";
  for (const name of names) chosen.set(name, known(name));
  reckon();
}

const MOST_OFFERED = 300; // single items in the list of suggestions

function startExclusion() {
  if (!reckoning) return;
  const items = Object.keys(data.evidence).length > MOST_OFFERED ? [] : Object.entries(data.evidence);
  const offered = [...Object.entries(data.offers).map(([name, offer]) => [name, offer.label]), ...items.map(([id, item]) => [id, textOf(item.text)])];
  document.getElementById("offers").append(...offered.map(([value, label]) => el("option", { value, label: label || null })));
  document.getElementById("what-if").hidden = false;
  document.getElementById("exclude").addEventListener("submit", add);
  document.getElementById("restore-all").addEventListener("click", () => {
    chosen.clear();
    reckon();
  });
  data.without.forEach((name) => chosen.set(name, known(name) || data.lost));
  if (chosen.size) reckon();
}
