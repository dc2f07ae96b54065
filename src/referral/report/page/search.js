// Search in facts, incidents, items of evidence, mappings and elements: every word must stand in the entry, in any order.

const WAIT = 200; // milliseconds after the last key
let index = null;

function folded(text) {
  return text.toLowerCase().replace(/[’ʼ`´‘′]/g, "'");
}

function textOf(value) {
  return typeof value === "string" ? value : value[0];
}

function rowText(rows) {
  return rows.map(([, value]) => textOf(value)).join(" ");
}

function indexed() {
  const entry = (parts, card) => ({ text: folded(parts.join(" ")), card });
  const found = [];
  for (const charge of data.charges)
    for (const one of charge.elements) found.push(entry([charge.id, one.id, one.text], () => elementLine(charge, one)));
  for (const [id, fact] of Object.entries(data.facts))
    found.push(entry([id, textOf(fact.text), rowText(fact.rows)], () => factCard(id)));
  for (const [id, incident] of Object.entries(data.incidents))
    found.push(entry([id, textOf(incident.text), rowText(incident.rows)], () => incidentCard(id)));
  for (const [id, item] of Object.entries(data.evidence))
    found.push(entry([id, textOf(item.text), rowText(item.rows), textOf(data.sources[item.source].name)], () => evidenceCard(id)));
  for (const [id, mapping] of Object.entries(data.mappings))
    found.push(entry([id, mapping.of, rowText(mapping.rows)], () => itemCard(id)));
  return found;
}

function elementLine(charge, element) {
  return el("p", null, place(charge.id, element.id), " ", state(element.state), " ", element.text);
}

function search(text) {
  const found = document.getElementById("found");
  const asked = folded(text).split(/\s+/).filter(Boolean);
  found.hidden = !asked.length;
  if (!asked.length) {
    found.replaceChildren();
    announce("");
    return;
  }
  index = index || indexed();
  const hits = index.filter((entry) => asked.every((word) => entry.text.includes(word)));
  found.replaceChildren(...(hits.length ? paged(hits, (entry) => entry.card(), words.found_label) : []));
  announce(filled(words.found, { n: hits.length }));
}

function startSearch() {
  const field = document.getElementById("search");
  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => search(field.value), WAIT);
  });
}
