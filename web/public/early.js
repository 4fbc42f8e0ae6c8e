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
