"use strict";
(() => {
  // The tables stand whole without this script; it hides rows that lack one of the words typed.
  const field = document.getElementById("filter");
  const status = document.getElementById("status");
  const apostrophes = /['’ʼ‘`´′]/g;
  const plain = (text) => text.normalize("NFC").toLowerCase().replace(apostrophes, "");
  const rows = Array.from(document.querySelectorAll("tbody tr"), (row) => ({ row, text: plain(row.textContent) }));

  const filter = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    const told = status.dataset.words.replace("{n}", shown).replace("{all}", rows.length);
    status.textContent = words.length ? told : "";
  };

  document.getElementById("tools").hidden = false;
  field.addEventListener("input", filter);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      field.value = "";
      filter();
    }
  });
})();
