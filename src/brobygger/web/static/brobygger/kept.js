// What is noted on a page is kept on this phone while there is no network, and sent later; the page stays here, too.
// Each note has an id of its own, made here: the server takes each once, however often it arrives.
//
// data: see `in_page` of kept_notes.py. show(): the page shows its state and what waits to be sent.
// told({ refused, said, notes }): the server's answer to the notes that were sent; both by their ids.
globalThis.keepNotes = (data, { show, told }) => {
  const store = `kept-${data.keep}`;
  const listed = `state-${data.keep}`;
  const network = document.querySelector("[data-network]");
  let token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const newest = JSON.parse(localStorage.getItem(listed) || '{"made": ""}');
  // the page may be older than what the server said last: it is kept as it was when it was opened with a network
  let state = newest.made > data.made ? newest.state : data.state;
  let sending = false;
  let asked = 0;

  const queue = () => JSON.parse(localStorage.getItem(store) || "[]");
  const keep = (notes) => localStorage.setItem(store, JSON.stringify(notes));
  const words = (key, values = {}) => Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), data.words[key]);
  const uuid = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16)); // randomUUID is not there without https
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
  };

  const tell = (problem) => {
    const count = queue().length;
    network.textContent = problem === "logIn" ? words("logIn", { count }) : count ? words("kept", { count }) : words("synced");
    network.dataset.left = count;
  };

  // `replaces` says of a note that waits whether the new one stands in its place
  const note = (what, replaces = () => false) => {
    keep([...queue().filter((one) => !replaces(one)), { id: uuid(), at: new Date().toISOString(), ...what }]);
    show();
    tell();
    sync();
  };

  const send = (notes) => fetch(data.sync, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify({ noted: notes.slice(0, 200) }),
    signal: AbortSignal.timeout(20000), // a network that answers nothing is none
  });
  // a page that was kept has the token of the session it was opened in; one may have logged in anew since
  const renewToken = async () => {
    const answer = await fetch(data.token, { signal: AbortSignal.timeout(20000) });
    token = answer.ok ? (await answer.json()).token || token : token;
  };

  const sync = async () => {
    if (sending || !navigator.onLine) return;
    sending = true;
    asked = Date.now();
    const notes = queue();
    let isMore = false;
    try {
      let answer = await send(notes);
      if (answer.status === 403) {
        await renewToken();
        answer = await send(notes);
      }
      if (answer.redirected || answer.status === 403) return tell("logIn");
      if (!answer.ok) return tell();
      const { kept, refused, said, made, state: now } = await answer.json();
      const done = new Set([...kept, ...Object.keys(refused)]);
      keep(queue().filter((one) => !done.has(one.id)));
      // what was noted while this was under way, and what one request does not hold
      const sent = new Set(notes.map((one) => one.id));
      isMore = queue().some((one) => !sent.has(one.id)) || (queue().length > 0 && done.size > 0);
      state = now;
      localStorage.setItem(listed, JSON.stringify({ made, forget: data.forget, state }));
      show();
      tell();
      if (notes.length) told({ refused, said, notes });
    } catch {
      tell(); // no network after all: what was noted stays here
    } finally {
      sending = false;
      if (isMore) sync();
    }
  };

  // --- the page stays on the phone until the day after ---
  const forgetOld = async () => {
    const yesterday = new Date(Date.now() - 864e5).toISOString().slice(0, 10).replaceAll("-", "");
    for (const name of await caches.keys()) {
      if (name.startsWith("page-") && name.split("-").at(-1) < yesterday) await caches.delete(name);
    }
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("state-") && JSON.parse(localStorage.getItem(key)).forget < yesterday) localStorage.removeItem(key);
    }
  };
  const stay = async () => {
    await navigator.serviceWorker.register(data.worker, { scope: data.scope });
    await navigator.serviceWorker.ready;
    await forgetOld();
    const cache = await caches.open(`page-${data.keep}-${data.forget}`);
    const files = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map((one) => one.href || one.src);
    await cache.addAll([location.pathname, ...files]);
    document.documentElement.dataset.stays = "yes";
  };
  if (navigator.onLine && "serviceWorker" in navigator) stay().catch(() => {});

  addEventListener("online", sync);
  addEventListener("visibilitychange", sync);
  setInterval(() => {
    if (queue().length || Date.now() - asked >= data.every * 1000) sync();
  }, 15000);
  // the page's own script goes on first: what it shows asks for what this function returns
  queueMicrotask(() => {
    show();
    tell();
    sync();
  });
  return { note, queue, state: () => state, words };
};
