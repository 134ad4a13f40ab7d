// Keeps pages that go on without a network on the phone: from the network while there is one, else as they were last.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  const isKept = /^\/events\/\d+\/door\/$|^\/dating\/(students|companies)\/\d+\/$|^\/static\//.test(pathname);
  if (event.request.method !== "GET" || !isKept) return;
  event.respondWith(
    fetch(event.request).catch(async () => (await caches.match(event.request, { ignoreSearch: true, ignoreVary: true })) || Response.error()),
  );
});
