// What a reader sees who goes down: element → item → fact → citation → evidence with its source, files and way.

const BEARINGS = ["supports", "contradicts", "qualifies", "context"];

// A title inside an entry: no heading, because entries nest in many places.
function label(text) {
  return el("p", { class: "label" }, text);
}

function itemCard(id) {
  const mapping = data.mappings[id];
  const fact = data.facts[mapping.of];
  const text = fact ? fact.text : data.evidence[mapping.of].text;
  const summary = [el("b", null, `${id} · ${mapping.of}`), " ", said(text), " ", el("span", { class: "small" }, mapping.weight)];
  const node = details({ class: "item", "data-mapping": id }, summary, () => [
    mapping.beside.length ? el("p", { class: "lack beside" }, filled(words.report.beside, { facts: mapping.beside.join(", ") })) : null,
    rowsOf(mapping.rows, words.field),
    mapping.bearing === "contradicts" && !mapping.answered ? el("p", { class: "lack" }, words.no_answer) : null,
    fact ? factBody(fact) : evidenceCard(mapping.of),
  ]);
  markLost(node);
  return node;
}

function factBody(fact) {
  return [
    label(words.fact),
    rowsOf(fact.rows, words.field),
    label(words.citations),
    el("ul", { class: "items" }, fact.cites.map((cited) => el("li", null, citationCard(cited)))),
  ];
}

function citationCard(cited) {
  const speaker = cited.speaker ? [` (${words.speaker} `, said(cited.speaker), ")"] : [];
  const line = [el("b", null, cited.evidence), `, ${cited.place}: `, said(data.evidence[cited.evidence].text), ...speaker];
  return evidenceCard(cited.evidence, line, cited.quote);
}

function factCard(id) {
  const fact = data.facts[id];
  return details({ class: "item" }, [el("b", null, id), " ", said(fact.text)], () => factBody(fact));
}

function incidentCard(id) {
  const incident = data.incidents[id];
  return details({ class: "item" }, [el("b", null, id), " ", said(incident.text)], () => [rowsOf(incident.rows, words.field)]);
}

function evidenceCard(id, line, quote) {
  const item = data.evidence[id];
  const node = details({ class: "item", "data-item": id }, line || [el("b", null, id), " ", said(item.text)], () => [
    quote ? el("blockquote", null, said(quote)) : null,
    excludeButton(id),
    rowsOf(item.rows, words.field),
    label(words.report.source),
    sourceBody(item.source),
    listed("files", item.files),
    item.captures.length ? listed("captures", item.captures) : null,
    listed("custody", item.custody),
    data.chains ? listed("chain", data.chains[id]) : null,
    uses(id),
  ]);
  markLost(node);
  return node;
}

function sourceBody(id) {
  const source = data.sources[id];
  return [el("p", null, said(source.name), ` (${id})`), rowsOf(source.rows, words.field)];
}

function listed(name, lines) {
  if (!lines.length) return el("p", { class: "lack" }, words.report[`no_${name}`]);
  return [label(words.report[name]), el("ul", null, lines.map((line) => el("li", null, said(line))))];
}

// The elements that an item goes to, itself or through a fact that cites it.
function uses(id) {
  const found = new Map();
  for (const mapping of Object.values(data.mappings)) {
    const fact = data.facts[mapping.of];
    if (mapping.of === id || (fact && fact.cites.some((cited) => cited.evidence === id)))
      found.set(`${mapping.charge} ${mapping.element} ${mapping.bearing}`, mapping);
  }
  if (!found.size) return el("p", null, words.unused);
  const line = (mapping) => [place(mapping.charge, mapping.element), ` – ${words.bearing[mapping.bearing]}`];
  return [label(words.goes_to), paged([...found.values()], line)];
}

function elementBody(node) {
  const element = elementOf(node.dataset.charge, node.dataset.element);
  const parts = BEARINGS.filter((bearing) => element[bearing].length).map((bearing) => [
    el("h4", null, `${words.heading[bearing]} (${element[bearing].length})`),
    paged(element[bearing], itemCard, words.heading[bearing]),
  ]);
  return parts.flat(2);
}
