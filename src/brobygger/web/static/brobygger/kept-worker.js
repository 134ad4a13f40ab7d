// Keeps pages that go on without a network on the phone: from the network while there is one, else as they were last;
// so, too, where a server answers only that it cannot.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
const asItWas = (request) => caches.match(request, { ignoreSearch: true, ignoreVary: true });
const fresh = async (request) => {
  try {
    const answer = await fetch(request);
    return answer.status < 500 ? answer : (await asItWas(request)) || answer;
  } catch {
    return (await asItWas(request)) || Response.error();
  }
};
addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  const isKept = /^\/events\/\d+\/door\/$|^\/dating\/(students|companies)\/\d+\/$|^\/static\//.test(pathname);
  if (event.request.method === "GET" && isKept) event.respondWith(fresh(event.request));
});
