// The door of an event: notes who comes. `kept.js` keeps the notes on this phone and sends them.
(() => {
  const data = JSON.parse(document.getElementById("door-data").textContent);
  const list = document.getElementById("door-list");
  const search = document.getElementById("door-search");
  const said = document.getElementById("door-said");
  const count = document.getElementById("door-count");
  const folded = (text) => text.toLocaleLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  const say = (text, kind) => {
    said.textContent = text;
    said.className = `door-said ${kind || ""}`;
  };

  const show = () => {
    const [guests, notes] = [kept.state(), kept.queue()];
    const came = new Map(notes.filter((note) => note.registration).map((note) => [note.registration, note.at]));
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
    const walkIns = notes.filter((note) => note.name).length;
    const seats = guests.filter((guest) => guest.seat || guest.in).length; // who waits for a seat has none yet
    count.textContent = `${guests.filter((guest) => guest.in).length + walkIns} / ${seats + walkIns}`;
  };

  const letIn = (guest) => {
    if (guest.in) {
      const time = new Date(guest.in).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      return say(kept.words("again", { name: guest.name, time }), "is-wrong");
    }
    kept.note({ registration: guest.id });
    say(kept.words("in", { name: guest.name }), "is-good");
    navigator.vibrate?.(60);
  };

  const byCode = (typed) => {
    // as the codes are written: capitals, no letter that looks like a digit
    const code = typed.trim().toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
    return kept.state().find((guest) => guest.code === code);
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

  const told = ({ refused, notes }) => {
    for (const [id, why] of Object.entries(refused)) mend(notes.find((one) => one.id === id), why);
  };

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-guest]");
    const guest = button && kept.state().find((one) => String(one.id) === button.dataset.guest);
    if (guest) letIn(guest);
  });
  search.addEventListener("input", show);
  document.getElementById("door-find").addEventListener("submit", (event) => {
    event.preventDefault();
    const shown = kept.state().filter((guest) => folded(`${guest.name} ${guest.code} ${guest.note}`).includes(folded(search.value.trim())));
    const guest = byCode(search.value) || (shown.length === 1 && shown[0]);
    if (!guest) return say(kept.words("unknown", { code: search.value }), "is-wrong");
    search.value = "";
    letIn(guest);
    show();
  });
  document.getElementById("door-walk-in").addEventListener("submit", (event) => {
    event.preventDefault();
    const { name, email } = event.target.elements;
    kept.note({ name: name.value, email: email.value });
    say(kept.words("in", { name: name.value }), "is-good");
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
      else say(kept.words("unknown", { code }), "is-wrong");
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

  const kept = keepNotes(data, { show, told });
})();
