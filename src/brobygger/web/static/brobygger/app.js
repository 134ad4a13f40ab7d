// The menu on small screens, and forms that send themselves when a dial moves. No inline script: strict CSP.
addEventListener("click", (event) => {
  const button = event.target.closest("[data-menu]");
  if (!button) return;
  const open = document.getElementById(button.getAttribute("aria-controls")).classList.toggle("open");
  button.setAttribute("aria-expanded", String(open));
});
addEventListener("input", (event) => {
  const output = event.target.closest("[data-dial]")?.querySelector("output");
  if (output) output.textContent = event.target.dataset.labels ? event.target.dataset.labels.split("|")[event.target.value] : event.target.value;
});
