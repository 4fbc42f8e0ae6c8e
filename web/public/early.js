// Runs before the first paint: theme and language are right from the start. A file of its own, as the CSP forbids inline scripts.
;(() => {
  const root = document.documentElement
  let scheme = 'auto'
  try {
    scheme = localStorage.getItem('obmen-theme') ?? 'auto'
    root.lang = localStorage.getItem('obmen-language') === 'en' ? 'en' : 'ru'
    if (root.lang === 'en') document.title = 'Obmen'
  } catch {}
  const dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
// A script or style of the page itself that did not come, because the server went away meanwhile: once it answers, the page is loaded anew.
addEventListener(
  'error',
  ({ target }) => {
    const isStyle = target instanceof HTMLLinkElement && target.rel === 'stylesheet'
    if (!isStyle && !(target instanceof HTMLScriptElement)) return
    if (document.getElementById('root')?.hasChildNodes()) return
    const ask = () =>
      fetch(`${new URL(document.baseURI).pathname}healthz`, { cache: 'no-store' }).then(
        ({ ok }) => (ok ? location.reload() : setTimeout(ask, 5000)),
        () => setTimeout(ask, 5000),
      )
    setTimeout(ask, 5000)
  },
  true,
)
// What the page needs is asked for at once, while the app's own code is still being read: the code and styles of the page, and its data.
;(() => {
  const read = key => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const { pathname: base } = new URL(document.baseURI)
  const home = read('obmen-interface') === 'infrastructure' ? 'infrastructure' : 'overview'
  const path = location.pathname.slice(base.length) || home
  // The page of one order is that of the list without the "s".
  const [first, id, inside] = path.split('/')
  const page = inside ?? (id === undefined ? first : first.replace(/s$/, ''))
  // The build writes the files of each page here.
  const { files, pages } = { files: [], pages: {} }
  for (const index of pages[page] ?? []) {
    const link = document.createElement('link')
    const isStyle = files[index].endsWith('.css')
    link.rel = isStyle ? 'preload' : 'modulepreload'
    if (isStyle) link.as = 'style'
    link.crossOrigin = ''
    link.href = `${base}assets/${files[index]}`
    document.head.append(link)
  }
  if (page === 'sign-in' || page === 'invitation') return
  const data = ['/me']
  if (page === 'overview') data.push('/overview', '/attention')
  if (page === 'orders' && location.search === '') data.push('/orders?limit=50&count=true')
  const chosen = read('obmen-location')
  const headers = { accept: 'application/json, application/problem+json, */*;q=0.5' }
  if (chosen !== null) headers['x-obmen-location'] = chosen
  const asked = new Map()
  for (const path of data) {
    const url = `${location.origin}${base}api/v1${path}`
    const answer = fetch(url, { headers, credentials: 'same-origin', signal: AbortSignal.timeout(30_000) })
    answer.catch(() => {})
    asked.set(url, answer)
  }
  window.obmenAsked = { location: chosen, asked }
})()
