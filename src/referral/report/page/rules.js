// The rules of coverage once more: what falls with what is lost, and which state each element has then.
// They are those of case/falling.py and coverage/assess.py; a test compares their answers with Python's.

function reckoner(model) {
  const facts = model.facts;
  const resting = restingOn(model);
  const byElement = new Map();
  for (const mapping of model.mappings) {
    const key = `${mapping.charge} ${mapping.element}`;
    if (!byElement.has(key)) byElement.set(key, []);
    byElement.get(key).push(mapping);
  }
  const whole = states(new Set());

  function restingOn({ evidence, facts, mappings }) {
    const found = new Map();
    const note = (ground, kind, entry) => {
      if (!found.has(ground)) found.set(ground, []);
      found.get(ground).push([kind, entry]);
    };
    for (const [id, item] of Object.entries(evidence)) for (const ground of item.rests) note(ground, "evidence", { id });
    for (const [id, fact] of Object.entries(facts)) {
      for (const cited of fact.cites) for (const ground of cited) note(ground, "fact", { id });
      for (const ground of fact.from || []) note(ground, "fact", { id });
    }
    for (const mapping of mappings) {
      note(mapping.fact || mapping.evidence, "mapping", mapping);
      if (mapping.read_from) note(mapping.read_from, "mapping", mapping);
    }
    return found;
  }

  function stands(cited, gone) {
    return !cited.some((code) => gone.has(code));
  }

  // An item falls with its source and with what it was made of, a fact with all its citations or all its premises.
  function falls(kind, id, gone) {
    if (kind !== "fact") return true;
    const fact = facts[id];
    if (fact.from && fact.from.every((code) => gone.has(code))) return true;
    return !fact.cites.some((cited) => stands(cited, gone));
  }

  function fallen(lost) {
    const gone = new Set(lost);
    let waiting = [...gone];
    while (waiting.length) {
      const touched = new Map();
      for (const ground of waiting)
        for (const [kind, entry] of resting.get(ground) || []) if (!gone.has(entry.id)) touched.set(entry.id, kind);
      waiting = [...touched].filter(([id, kind]) => falls(kind, id, gone)).map(([id]) => id);
      for (const id of waiting) gone.add(id);
    }
    return gone;
  }

  // Where the inferences end; of a circle that leads nowhere else, all of it.
  function premises(start, gone) {
    const above = (id) => (facts[id].from || []).filter((code) => !gone.has(code));
    const reached = new Set();
    const waiting = [start];
    while (waiting.length) {
      const current = waiting.pop();
      if (reached.has(current)) continue;
      reached.add(current);
      waiting.push(...above(current));
    }
    const ends = [...reached].filter((id) => above(id).every((code) => code === id));
    return ends.length ? ends : [...reached];
  }

  function originsOf(mapping, gone) {
    if (mapping.evidence) return [model.evidence[mapping.evidence].origins];
    const cited = premises(mapping.fact, gone).flatMap((id) => facts[id].cites).filter((one) => stands(one, gone));
    return cited.map(([item, speaker]) => (speaker ? model.speakers[speaker] : model.evidence[item].origins));
  }

  // How many origins there are at the least: items that may all come from one are counted as one.
  function independent(origins) {
    const found = [...new Map(origins.map((one) => [one.join(), one])).values()];
    const certain = new Set(found.filter((one) => one.length === 1).map(([name]) => name));
    const uncertain = found.filter((one) => !one.some((name) => certain.has(name)));
    if (!uncertain.length) return certain.size;
    const [first, ...rest] = uncertain;
    const shared = first.some((name) => rest.every((one) => one.includes(name)));
    return certain.size + (shared ? 1 : 2);
  }

  function stateOf(items, supports, origins) {
    if (items.some((mapping) => mapping.open)) return "contested";
    if (!supports.length)
      return items.some(({ bearing }) => bearing === "context" || bearing === "qualifies") ? "context_only" : "gap";
    if (!supports.some((mapping) => mapping.primary)) return "secondary_only";
    return origins > 1 ? "supported_corroborated" : "supported_uncorroborated";
  }

  function elementOf(charge, element, gone) {
    const items = (byElement.get(`${charge} ${element.id}`) || []).filter((mapping) => !gone.has(mapping.id));
    const supports = items.filter(({ bearing }) => bearing === "supports");
    const origins = independent(supports.flatMap((mapping) => originsOf(mapping, gone)));
    return { element, origins, state: stateOf(items, supports, origins) };
  }

  function chargeOf(charge, gone) {
    const found = charge.elements.map((element) => elementOf(charge.id, element, gone));
    for (const one of found) {
      const others = found.filter((other) => other !== one && other.origins && other.element.group);
      const replaced = one.element.group && others.some((other) => other.element.group === one.element.group);
      one.hole = !(one.origins || replaced || one.element.justified);
    }
    return found;
  }

  function states(gone) {
    return model.charges.map((charge) => ({ charge: charge.id, elements: chargeOf(charge, gone) }));
  }

  function without(lost) {
    const gone = fallen(lost);
    const now = states(gone);
    const changes = [];
    now.forEach(({ charge, elements }, n) =>
      elements.forEach((after, m) => {
        const before = whole[n].elements[m];
        if (before.state === after.state && before.hole === after.hole) return;
        const opens = after.hole && !before.hole;
        changes.push({ charge, element: after.element.id, before: before.state, after: after.state, opens_hole: opens });
      })
    );
    return { changes, gone };
  }

  return { without };
}
