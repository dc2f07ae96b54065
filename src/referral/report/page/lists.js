// Long lists, a page at a time: what is not on the page is not built.

const PAGE = 50;
const pagers = new WeakMap(); // by its bar, how a list is shown whole, and as it was before

function paged(entries, build, label) {
  const list = el("ul", { class: "items" });
  const bar = el("div", { class: "bar pages", hidden: true });
  const where = el("span", { class: "small" });
  const back = button(words.previous, { click: () => show(first - PAGE, true) });
  const on = button(words.next, { click: () => show(first + PAGE, true) });
  const line = (entry) => el("li", null, build(entry));
  let first = 0;
  let added = [];
  if (label) list.setAttribute("aria-label", label);
  bar.append(back, where, on);

  function show(start, isMove) {
    first = start;
    const last = Math.min(first + PAGE, entries.length);
    list.replaceChildren(...entries.slice(first, last).map(line));
    bar.hidden = entries.length <= PAGE;
    back.disabled = first === 0;
    on.disabled = last === entries.length;
    where.textContent = filled(words.of_many, { first: first + 1, last, all: entries.length });
    if (isMove) {
      announce(where.textContent);
      list.scrollIntoView({ block: "start" });
      const summary = list.querySelector("summary");
      if (summary) summary.focus();
    }
  }

  // Whether there was anything to add.
  function whole() {
    if (list.children.length === entries.length) return false;
    const before = entries.slice(0, first).map(line);
    const after = entries.slice(first + PAGE).map(line);
    list.prepend(...before);
    list.append(...after);
    added = [...before, ...after];
    return true;
  }

  function asBefore() {
    for (const node of added) node.remove();
    added = [];
  }

  pagers.set(bar, { whole, back: asBefore });
  show(0, false);
  return [list, bar];
}
