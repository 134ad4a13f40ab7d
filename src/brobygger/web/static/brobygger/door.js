// The door of an event: notes who comes, keeps it on this phone while there is no network, and sends it later.
// Each note has an id of its own, made here: the server keeps each once, however often it arrives.
(() => {
  const data = JSON.parse(document.getElementById("door-data").textContent);
  const store = `door-${data.event}`;
  const list = document.getElementById("door-list");
  const search = document.getElementById("door-search");
  const said = document.getElementById("door-said");
  const network = document.getElementById("door-network");
  const count = document.getElementById("door-count");
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const listed = `door-guests-${data.event}`;
  const newest = JSON.parse(localStorage.getItem(listed) || '{"made": ""}');
  // the page may be older than what the server said last: it is kept as it was when it was opened with a network
  let guests = newest.made > data.made ? newest.guests : data.guests;
  let sending = false;

  const queue = () => JSON.parse(localStorage.getItem(store) || "[]");
  const keep = (notes) => localStorage.setItem(store, JSON.stringify(notes));
  const words = (key, values) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), data.words[key]);
  const folded = (text) => text.toLocaleLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const uuid = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16)); // randomUUID is not there without https
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
  };

  const say = (text, kind) => {
    said.textContent = text;
    said.className = `door-said ${kind || ""}`;
  };

  const show = () => {
    const came = new Map(queue().filter((note) => note.registration).map((note) => [note.registration, note.at]));
    for (const guest of guests) if (!guest.in && came.has(guest.id)) guest.in = came.get(guest.id);
    const wanted = folded(search.value.trim());
    list.replaceChildren(...guests.map((guest) => {
      const row = document.createElement("li");
      const button = row.appendChild(document.createElement("button"));
      button.type = "button";
      button.dataset.guest = guest.id;
      button.append(guest.name);
      button.appendChild(document.createElement("small")).append(guest.note);
      button.lastChild.className = "muted";
      if (guest.in) {
        row.className = "is-in";
        button.appendChild(document.createElement("span")).append(data.words.mark);
        button.lastChild.className = "mark";
      }
      row.hidden = Boolean(wanted) && !folded(`${guest.name} ${guest.code} ${guest.note}`).includes(wanted);
      return row;
    }));
    const walkIns = queue().filter((note) => note.name).length;
    count.textContent = `${guests.filter((guest) => guest.in).length + walkIns} / ${guests.length + walkIns}`;
  };

  const note = (what) => {
    keep([...queue(), { id: uuid(), at: new Date().toISOString(), ...what }]);
    show();
    state();
    sync();
  };

  const letIn = (guest) => {
    if (guest.in) {
      const time = new Date(guest.in).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      return say(words("again", { name: guest.name, time }), "is-wrong");
    }
    note({ registration: guest.id });
    say(words("in", { name: guest.name }), "is-good");
    navigator.vibrate?.(60);
  };

  const byCode = (typed) => {
    // as the codes are written: capitals, no letter that looks like a digit
    const code = typed.trim().toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
    return guests.find((guest) => guest.code === code);
  };

  const state = (problem) => {
    const left = queue().length;
    network.textContent = problem === "logIn" ? words("logIn", { count: left }) : left ? words("kept", { count: left }) : data.words.synced;
    network.dataset.left = left;
  };

  // Somebody who was let in and cannot be saved as written stands in the form again.
  const mend = ({ name = "", email = "" }, why) => {
    say(`${name} ${why}`.trim(), "is-wrong");
    if (!name) return;
    const form = document.getElementById("door-walk-in");
    form.elements.name.value = name;
    form.elements.email.value = email;
    form.closest("details").open = true;
  };

  const sync = async () => {
    if (sending || !navigator.onLine) return;
    sending = true;
    const notes = queue();
    let isMore = false;
    try {
      const answer = await fetch(data.sync, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify({ noted: notes.slice(0, 200) }),
        signal: AbortSignal.timeout(20000), // a network that answers nothing is none
      });
      if (answer.redirected || answer.status === 403) return state("logIn");
      if (!answer.ok) return state();
      const { kept, refused, made, guests: now } = await answer.json();
      const done = new Set([...kept, ...Object.keys(refused)]);
      keep(queue().filter((one) => !done.has(one.id)));
      isMore = queue().length > 0 && done.size > 0;
      guests = now;
      localStorage.setItem(listed, JSON.stringify({ made, forget: data.forget, guests }));
      show();
      state();
      for (const [id, why] of Object.entries(refused)) mend(notes.find((one) => one.id === id), why);
    } catch {
      state(); // no network after all: what was noted stays here
    } finally {
      sending = false;
      if (isMore) sync();
    }
  };

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-guest]");
    const guest = button && guests.find((one) => String(one.id) === button.dataset.guest);
    if (guest) letIn(guest);
  });
  search.addEventListener("input", show);
  document.getElementById("door-find").addEventListener("submit", (event) => {
    event.preventDefault();
    const shown = guests.filter((guest) => folded(`${guest.name} ${guest.code} ${guest.note}`).includes(folded(search.value.trim())));
    const guest = byCode(search.value) || (shown.length === 1 && shown[0]);
    if (!guest) return say(words("unknown", { code: search.value }), "is-wrong");
    search.value = "";
    letIn(guest);
    show();
  });
  document.getElementById("door-walk-in").addEventListener("submit", (event) => {
    event.preventDefault();
    const { name, email } = event.target.elements;
    note({ name: name.value, email: email.value });
    say(words("in", { name: name.value }), "is-good");
    event.target.reset();
  });

  // --- the camera ---
  const video = document.getElementById("door-video");
  const scan = document.getElementById("door-scan");
  let last = "";
  const look = async (detector) => {
    if (!video.srcObject) return;
    const found = await detector.detect(video).catch(() => []);
    const code = found[0]?.rawValue || "";
    if (code && code !== last) {
      const guest = byCode(code);
      if (guest) letIn(guest);
      else say(words("unknown", { code }), "is-wrong");
      setTimeout(() => { last = ""; }, 4000); // the same code is looked at again after a while
    }
    last = code || last;
    setTimeout(look, 200, detector);
  };
  if ("BarcodeDetector" in globalThis && navigator.mediaDevices) scan.hidden = false;
  scan.addEventListener("click", async () => {
    if (video.srcObject) {
      for (const track of video.srcObject.getTracks()) track.stop();
      video.srcObject = null;
      video.hidden = true;
      return;
    }
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.hidden = false;
      await video.play();
      look(new BarcodeDetector({ formats: ["qr_code"] }));
    } catch {
      say(data.words.noCamera, "is-wrong");
    }
  });

  // --- the page stays on the phone until the day after ---
  const cacheName = `door-${data.event}-${data.forget}`;
  const forgetOld = async () => {
    const yesterday = new Date(Date.now() - 864e5).toISOString().slice(0, 10).replaceAll("-", "");
    for (const name of await caches.keys()) {
      if (name.startsWith("door-") && name.split("-")[2] < yesterday) await caches.delete(name);
    }
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("door-guests-") && JSON.parse(localStorage.getItem(key)).forget < yesterday) localStorage.removeItem(key);
    }
  };
  const stay = async () => {
    await navigator.serviceWorker.register(data.worker, { scope: data.scope });
    await navigator.serviceWorker.ready;
    await forgetOld();
    const cache = await caches.open(cacheName);
    const files = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map((one) => one.href || one.src);
    await cache.addAll([location.pathname, ...files]);
    document.documentElement.dataset.stays = "yes";
  };
  if (navigator.onLine && "serviceWorker" in navigator) stay().catch(() => {});

  addEventListener("online", sync);
  addEventListener("visibilitychange", sync);
  setInterval(sync, 15000);
  show();
  state();
  sync();
})();
