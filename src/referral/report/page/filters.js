// Which charges and elements are shown: all, those with a gap, those of one accused.

const onlyGaps = document.getElementById("only-gaps");
const accused = document.getElementById("accused");
const openAll = document.getElementById("open-all");
const MOST_OPENED = 400; // elements that are opened at one stroke

let isPrinting = false; // on paper no filter holds
let opensGap = new Set(); // elements that have a gap now that items are excluded

function isGapsOnly() {
  return !isPrinting && onlyGaps.getAttribute("aria-pressed") === "true";
}

function isGap(charge, element) {
  const found = charges.get(charge);
  return found.gaps.includes(element) || opensGap.has(`${charge} ${element}`);
}

function isShown(charge) {
  const found = charges.get(charge);
  if (!found) return true;
  const isHis = isPrinting || !accused.value || found.key === accused.value;
  return isHis && (!isGapsOnly() || found.elements.some((one) => isGap(charge, one.id)));
}

function filter() {
  const gapsOnly = isGapsOnly();
  for (const node of document.querySelectorAll("[data-charge]")) node.hidden = !isShown(node.dataset.charge);
  for (const node of document.querySelectorAll("details.element"))
    node.hidden = !isShown(node.dataset.charge) || (gapsOnly && !isGap(node.dataset.charge, node.dataset.element));
  for (const table of document.querySelectorAll("table.matrix")) filterTable(table, gapsOnly);
  listContradictions();
}

function filterTable(table, gapsOnly) {
  for (const row of table.tBodies[0].rows) {
    const holes = [...row.cells].filter((cell) => cell.dataset.cell && !cell.hidden && isGap(...cell.dataset.cell.split(" ")));
    row.hidden = gapsOnly && !holes.length;
  }
  table.parentElement.hidden = !table.dataset.charges.split(" ").some(isShown);
}

function told() {
  const shown = data.charges.filter((charge) => isShown(charge.id));
  const gaps = shown.reduce((sum, charge) => sum + charge.elements.filter((one) => isGap(charge.id, one.id)).length, 0);
  announce(filled(words.shown, { charges: shown.length, gaps }));
}

function toggle(node) {
  node.setAttribute("aria-pressed", String(node.getAttribute("aria-pressed") === "false"));
}

function fillElement(node) {
  node.querySelector("[data-items]").append(...elementBody(node));
}

function startFilters() {
  onlyGaps.addEventListener("click", () => {
    toggle(onlyGaps);
    filter();
    told();
  });
  accused.addEventListener("change", () => {
    filter();
    told();
  });
  openAll.addEventListener("click", () => {
    toggle(openAll);
    const isOpen = openAll.getAttribute("aria-pressed") === "true";
    const shown = [...document.querySelectorAll("details.element")].filter((node) => !node.hidden);
    for (const node of shown.slice(0, isOpen ? MOST_OPENED : shown.length)) node.open = isOpen;
    announce(isOpen ? filled(words.opened, { n: Math.min(shown.length, MOST_OPENED) }) : words.closed);
  });
  for (const node of document.querySelectorAll("details.element")) onOpening(node, () => fillElement(node));
  if (data.only_holes) onlyGaps.click();
}

// An address may be mistyped: what is no encoding of anything names nothing.
function named(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

// A link to an element opens it, and the keyboard goes on from there.
function openTarget() {
  const target = document.getElementById(named(location.hash.slice(1)));
  if (!target || !target.matches("details.element, section.charge")) return;
  if (target.hidden) {
    onlyGaps.setAttribute("aria-pressed", "false");
    accused.value = "";
    filter();
  }
  if (target.matches("details")) {
    target.open = true;
    build(target);
    target.querySelector("summary").focus({ preventScroll: true });
  }
  target.scrollIntoView();
}
