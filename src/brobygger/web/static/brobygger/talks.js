// One's own talks at a Company Dating evening. `kept.js` keeps the answers on this phone and sends them; what is asked and
// what comes next goes by the clock, so that a page that was opened before the first talk does for the whole evening.
(() => {
  const data = JSON.parse(document.getElementById("talks-data").textContent);
  const part = document.getElementById("own-talks");
  const said = document.getElementById("talks-said");
  let shown = data.state.mark;
  let asked = "";

  const show = () => {
    const { mark, html } = kept.state();
    if (mark !== shown && !part.querySelector("select:focus")) {
      part.innerHTML = html;
      shown = mark;
    }
    const now = Date.now();
    const hasBegun = (one) => Date.parse(one.dataset.start) <= now;
    const isOver = (one) => Date.parse(one.dataset.end) <= now;
    const tapped = new Map(kept.queue().map((note) => [String(note.with), note.answer]));
    const ahead = [...part.querySelectorAll("[data-next]")];
    const next = ahead.find((one) => !isOver(one))?.dataset.start;
    for (const one of ahead) {
      one.hidden = one.dataset.start !== next; // each recruiter of a company has a table of their own
      one.querySelector("[data-during]").hidden = !hasBegun(one);
      one.querySelector("[data-before]").hidden = hasBegun(one);
    }
    for (const one of part.querySelectorAll("[data-talk]")) {
      one.classList.toggle("is-now", hasBegun(one) && !isOver(one));
      const answer = tapped.get(one.dataset.talk);
      const [line, chip, change] = ["[data-kept]", "[data-said]", "[data-change]"].map((name) => one.querySelector(name));
      if (!line) continue; // both said yes: nothing is asked any more
      line.hidden = !answer;
      line.textContent = answer ? kept.words(answer) : "";
      if (chip) chip.hidden = Boolean(answer);
      change.hidden = !answer && !chip;
    }
    ask(hasBegun, tapped);
  };

  const ask = (hasBegun, tapped) => {
    const asks = part.querySelector("[data-asks]");
    if (!asks) return;
    const rows = [...asks.querySelectorAll("[data-ask]")];
    for (const row of rows) row.hidden = !hasBegun(row) || tapped.has(row.dataset.ask);
    const open = rows.filter((row) => !row.hidden);
    asks.hidden = open.length === 0;
    const now = open.map((row) => row.dataset.ask).join();
    if (now !== asked && open.length && !open.some((row) => row.querySelector("details").open)) {
      open[0].querySelector("details").open = true;
    }
    asked = now;
  };

  const told = ({ refused, said: of, notes }) => {
    said.textContent = [...new Set(notes.map(({ id }) => refused[id] || of[id]).filter(Boolean))].join(" ");
  };

  part.addEventListener("submit", (event) => {
    const form = event.target;
    const answer = event.submitter?.value;
    if (!form.matches(".two-taps") || !answer) return;
    const { with: other, opportunity } = form.elements;
    kept.note({ with: Number(other.value), answer, opportunity: opportunity?.value }, (note) => note.with === Number(other.value));
    event.preventDefault(); // where the phone keeps nothing for a page, the form is sent as without a script
    said.textContent = "";
    form.closest("[data-change]")?.removeAttribute("open");
    document.getElementById("talks-told").focus();
  });

  const kept = keepNotes(data, { show, told });
  setInterval(show, 5000);
})();
