// The clock of a Company Dating evening: which round it is, and how long it lasts. The server says what time it is.
const clock = document.querySelector("[data-clock]");
if (clock) {
  const ahead = Date.parse(clock.dataset.now) - Date.now();
  const rounds = [...clock.querySelectorAll("li[data-start]")].map((row) => ({
    row, start: Date.parse(row.dataset.start), end: Date.parse(row.dataset.end),
  }));
  const state = clock.querySelector("[data-state]");
  const left = clock.querySelector("[data-left]");
  const tick = () => {
    const now = Date.now() + ahead;
    const current = rounds.find((one) => now < one.end);
    for (const one of rounds) one.row.toggleAttribute("aria-current", one === current && now >= one.start);
    if (!current) {
      state.textContent = clock.dataset.over;
      left.textContent = "";
      return;
    }
    const during = now >= current.start;
    const seconds = Math.ceil(((during ? current.end : current.start) - now) / 1000);
    const number = rounds.indexOf(current) + 1;
    state.textContent = `${number} · ${during ? clock.dataset.during : number > 1 ? clock.dataset.pause : clock.dataset.before}`;
    const hours = Math.floor(seconds / 3600);
    const minutes = String(Math.floor(seconds / 60) % 60).padStart(2, "0");
    left.textContent = `${hours ? `${hours}:` : ""}${minutes}:${String(seconds % 60).padStart(2, "0")}`;
  };
  tick();
  setInterval(tick, 500);
}
