// Keeps the page of an event's door on the phone: from the network while there is one, else as it was last.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || !/^\/events\/\d+\/door\/$|^\/static\//.test(pathname)) return;
  event.respondWith(
    fetch(event.request).catch(async () => (await caches.match(event.request, { ignoreSearch: true, ignoreVary: true })) || Response.error()),
  );
});
