// The menu and the fields that narrow a list on small screens, the value beside a slider, files dropped on their place, how long a text is. No inline script: strict CSP.
addEventListener("click", (event) => {
  const button = event.target.closest("[data-menu]");
  if (!button) return;
  const open = document.getElementById(button.getAttribute("aria-controls")).classList.toggle("open");
  button.setAttribute("aria-expanded", String(open));
});

// what is chosen is unfolded
for (const fields of document.querySelectorAll(".fold, .filter-fields")) {
  const isChosen = (field) => field.matches("select") ? field.selectedIndex > 0
    : field.matches("[type=radio], [type=checkbox]") ? field.checked && field.value : field.value;
  const all = fields.querySelectorAll(`${fields.matches(".fold") ? "" : ":scope > .ds-field ~ * "}:is(select, input:not([type=hidden]))`);
  if ([...all].some(isChosen)) document.querySelector(`[aria-controls="${fields.id}"]`).click();
}

// a menu that lies over the page goes away when one goes on
const closeMore = (keep) => {
  for (const one of document.querySelectorAll("details.menu-more[open]")) if (one !== keep) one.open = false;
};
addEventListener("click", (event) => closeMore(event.target.closest("details.menu-more")));
addEventListener("keydown", (event) => {
  const open = document.querySelector("details.menu-more[open]");
  if (event.key !== "Escape" || !open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

addEventListener("input", (event) => {
  const value = event.target.closest("[data-slider]")?.querySelector("[data-value]");
  if (value) value.textContent = Number(event.target.value).toLocaleString(document.documentElement.lang);
});

for (const [kind, over] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
  addEventListener(kind, (event) => {
    const place = event.target.closest?.("[data-file-drop]");
    if (!place) return;
    event.preventDefault();
    place.classList.toggle("over", over);
    if (kind !== "drop" || !event.dataTransfer.files.length) return;
    const input = place.querySelector("input[type=file]");
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

// what could not be sent, because one was logged out: once one is logged in, in another tab, one press sends it
addEventListener("visibilitychange", async () => {
  const form = document.visibilityState === "visible" && document.querySelector("[data-still-here]");
  if (!form) return;
  const answer = await fetch(form.dataset.stillHere).catch(() => undefined); // without a network all stays as it is
  if (!answer?.ok) return;
  const { token, who } = await answer.json();
  if (!token) return;
  form.elements.csrfmiddlewaretoken.value = token;
  const said = form.querySelector("[data-who]");
  said.textContent = said.dataset.who.replace("{who}", who);
});

// how long a text may be, and how long it is, while it is written: nothing is cut, and a short field says it once it is too long
const LONG = 200;
const count = (field) => {
  const { letters, tooLong } = document.body.dataset;
  const most = Number(field.dataset.most);
  const said = (text, number) => text.replace("{count}", number.toLocaleString(document.documentElement.lang))
    .replace("{most}", most.toLocaleString(document.documentElement.lang));
  const length = field.value.length;
  const message = length > most ? said(tooLong, length) : "";
  field.setCustomValidity(message);
  let note = field.nextElementSibling;
  if (!note?.classList.contains("letters")) {
    if (!message && most < LONG) return;
    note = document.createElement("span");
    note.className = "letters muted small";
    note.setAttribute("aria-live", "polite");
    field.after(note);
  }
  note.textContent = message || (most < LONG ? "" : said(letters, length));
  note.classList.toggle("too-long", Boolean(message));
};
const countLetters = (field) => {
  if (field.matches?.("textarea[data-most], input[data-most]")) count(field);
};
addEventListener("focusin", (event) => countLetters(event.target));
addEventListener("input", (event) => countLetters(event.target));
if (document.activeElement) countLetters(document.activeElement);
