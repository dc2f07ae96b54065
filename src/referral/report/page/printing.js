// On paper nothing stays folded and no filter holds; afterwards the page is as it was. Without this script the style
// sheet unfolds what it can.

const MOST_PRINTED = 4000; // mappings, facts and items that are all unfolded; of more, elements only
const PRINTED = "main > section:not(#tools) details:not([open])";

let unfolded = [];

function isLarge() {
  return [data.mappings, data.facts, data.evidence].reduce((sum, one) => sum + Object.keys(one).length, 0) > MOST_PRINTED;
}

function unfold(selector) {
  const folded = [...document.querySelectorAll(selector)];
  for (const node of folded) {
    build(node);
    node.open = true;
  }
  unfolded.push(...folded);
  return folded.length;
}

function unpage() {
  const bars = [...document.querySelectorAll("main > section:not(#tools) .pages")];
  return bars.filter((bar) => pagers.get(bar).whole()).length;
}

function beforePrint() {
  isPrinting = true;
  filter();
  document.getElementById("print-limit").hidden = !isLarge();
  if (isLarge()) unfold("details.element:not([open])");
  else while (unfold(PRINTED) + unpage());
}

function afterPrint() {
  for (const node of unfolded) node.open = false;
  for (const bar of document.querySelectorAll(".pages")) pagers.get(bar).back();
  unfolded = [];
  document.getElementById("print-limit").hidden = true;
  isPrinting = false;
  filter();
}

function startPrinting() {
  window.addEventListener("beforeprint", beforePrint);
  window.addEventListener("afterprint", afterPrint);
}
