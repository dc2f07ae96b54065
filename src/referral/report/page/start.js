// The page comes to life: controls appear, lists are built when they are asked for.

function fill(selector, nodes) {
  for (const place of document.querySelectorAll(selector)) place.append(...nodes());
}

function fillOnOpening(id, selector, nodes) {
  const list = document.getElementById(id);
  if (list) onOpening(list, () => fill(selector, nodes));
}

function contradictions() {
  const opposing = Object.entries(data.mappings).filter(([, mapping]) => ["contradicts", "qualifies"].includes(mapping.bearing));
  const rank = ([, mapping]) => (mapping.bearing === "contradicts" ? 0 : 2) + (mapping.answered ? 1 : 0);
  return opposing.sort((one, other) => rank(one) - rank(other)).map(([id]) => id);
}

// Those of the charges that are shown; the list is built anew only if there are others than before.
let opposing = null;

function listContradictions() {
  const found = contradictions().filter((id) => isShown(data.mappings[id].charge));
  const ids = found.join(" ");
  if (ids === opposing) return;
  opposing = ids;
  for (const place of document.querySelectorAll("[data-contradictions]"))
    place.replaceChildren(...(found.length ? paged(found, opposed) : []));
}

function opposed(id) {
  const mapping = data.mappings[id];
  const answer = mapping.bearing !== "contradicts" ? "" : mapping.answered ? words.report.answered : words.no_answer;
  const classes = mapping.disclosure.map((one) => words.disclosure[one]).join(", ");
  const text = ` – ${words.bearing[mapping.bearing]}. ${answer} ${words.field.disclosure}: ${classes}.`;
  return [el("p", null, place(mapping.charge, mapping.element), text), itemCard(id)];
}

function loss(entry) {
  const opened = entry.changes.filter((change) => change.opens_hole).length;
  const inside = entry.changes.length ? filled(words.loses, { n: entry.changes.length, gaps: opened }) : "";
  const outside = entry.elsewhere ? filled(words.report.elsewhere, { n: entry.elsewhere }) : "";
  const count = [inside, outside].filter(Boolean).join("; ");
  const summary = [el("b", null, entry.item), " ", said(data.evidence[entry.item].text), " ", el("span", { class: "small" }, count)];
  return details({ class: "item", "data-item": entry.item }, summary, () => {
    if (!entry.changes.length) return [excludeButton(entry.item)];
    const table = el("table", null, el("caption", null, words.report.changes), el("tbody", null, entry.changes.map(changeRow)));
    return [excludeButton(entry.item), table];
  });
}

function orphan(id) {
  const item = data.evidence[id];
  return [evidenceCard(id), el("p", { class: "small" }, words.disclosure[item.disclosure])];
}

function happened(id) {
  return [el("p", { class: "small" }, data.timeline.dates[id] || ""), data.facts[id] ? factCard(id) : incidentCard(id)];
}

function answer(one) {
  const concern = one.concern ? ` (${words.report.concern})` : "";
  const reason = one.text ? [": ", said(one.text), " ", el("span", { class: "small" }, `(${one.by})`)] : [];
  const facts = (one.facts || []).map(([id]) => factCard(id));
  const attributes = charges.has(one.target) ? { "data-charge": one.target, hidden: !isShown(one.target) } : null;
  const line = el("p", null, targetOf(one.target), " – ", el("b", null, one.answer), concern, reason);
  return el("div", attributes, line, facts.length ? el("p", { class: "small" }, words.report.facts) : null, facts);
}

function targetOf(target) {
  const item = data.evidence[target];
  const charge = charges.get(target);
  if (item) return [`${target}: `, said(item.text)];
  return charge ? [`${target}: `, said(charge.accused)] : [target];
}

function question(one) {
  const count = filled(words.open_of, { open: one.open, all: one.asked.length });
  const summary = [one.question, " ", el("span", { class: "small" }, `[${one.basis}] ${count}`)];
  const articles = one.articles.length ? el("p", { class: "small" }, `${words.report.articles} ${one.articles.join("; ")}`) : null;
  return details({ class: "item" }, summary, () => [articles, ...paged(one.asked, answer)]);
}

function screen(group) {
  const count = filled(words.open_of, { open: group.open, all: group.all });
  const summary = [el("b", null, group.title), " ", el("span", { class: "small" }, count)];
  return details({ class: "item" }, summary, () => paged(group.questions, question, group.title));
}

for (const controls of document.querySelectorAll("#tools")) controls.hidden = false;
startFilters();
startSearch();
startExclusion();
startPrinting();
listContradictions();
if (data.losses && data.losses.length) fill("[data-losses]", () => paged(data.losses, loss));
fill("[data-evidence]", () => paged(Object.keys(data.evidence), (id) => evidenceCard(id)));
if (data.orphans.length) fill("[data-orphans]", () => paged(data.orphans, orphan));
if (data.questions) fill("[data-questions]", () => data.questions.map(screen));
fillOnOpening("chronology", "[data-chronology]", () => paged(data.timeline.order, happened));
fillOnOpening("undated", "[data-undated]", () => paged(data.timeline.undated, happened));
window.addEventListener("hashchange", openTarget);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link && link.hash === location.hash) openTarget();
});
openTarget();
// The rules stand open to whoever wants to ask them from the console of the browser, and to our tests.
if (reckoning) window.referral = Object.freeze({ without: (ids) => reckoning.without(ids).changes });
