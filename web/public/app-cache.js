// Service worker: keeps the app's own files, so that it opens without the server and says what is wrong. Nothing of the API is kept.
const KEPT = 'obmen-app'
const base = new URL('./', self.location.href).href
const isAsset = url => url.startsWith(`${base}assets/`)
const isFixed = url => isAsset(url) || url === `${base}early.js` || url === `${base}favicon.svg`

self.addEventListener('install', event => {
  self.skipWaiting()
  event.waitUntil(keepShell(() => fetch(base, { headers: { accept: 'text/html' } })).catch(() => {}))
})
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

// What the page had loaded before there was a service worker.
self.addEventListener('message', event => {
  const urls = (event.data?.keep ?? []).filter(isFixed)
  event.waitUntil(caches.open(KEPT).then(cache => Promise.allSettled(urls.map(url => keepFile(cache, url)))))
})

self.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || !request.url.startsWith(base)) return
  const path = request.url.slice(base.length)
  if (request.mode === 'navigate' && !/^(api|1c|healthz|readyz|docs)\b/.test(path))
    event.respondWith(openShell(request))
  else if (isAsset(request.url)) event.respondWith(fileOf(request))
  else if (isFixed(request.url)) event.respondWith(fetch(request).catch(() => caches.match(request.url)))
})

/** The page that all addresses of the app share: the server's, or the kept one when it is away. */
async function openShell(request) {
  try {
    const answer = await fetch(request)
    if (answer.ok) keepShell(async () => answer.clone()).catch(() => {})
    return answer
  } catch (error) {
    const kept = await caches.match(base)
    if (kept) return kept
    throw error
  }
}

/** With the files that it names; when it is another one, those of the old one go. */
async function keepShell(load) {
  const answer = await load()
  if (!answer.ok) return
  const text = await answer.clone().text()
  const cache = await caches.open(KEPT)
  const before = await cache.match(base)
  const isNew = before === undefined || (await before.text()) !== text
  if (!isNew) return
  for (const request of await cache.keys()) await cache.delete(request)
  await cache.put(base, answer)
  const named = [...text.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, path]) => base + path)
  await Promise.allSettled(named.filter(isFixed).map(url => keepFile(cache, url)))
}

async function keepFile(cache, url) {
  if (!(await cache.match(url))) await cache.add(url)
}

/** Its name changes with its contents: the kept one is right. */
async function fileOf(request) {
  const kept = await caches.match(request.url)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    const copy = answer.clone()
    caches.open(KEPT).then(
      cache => cache.put(request.url, copy),
      () => {},
    )
  }
  return answer
}
