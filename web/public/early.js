// Runs before the first paint: theme and language are right from the start. A file of its own, as the CSP forbids inline scripts.
;(() => {
  const root = document.documentElement
  let scheme = 'auto'
  try {
    scheme = localStorage.getItem('obmen-theme') ?? 'auto'
    root.lang = localStorage.getItem('obmen-language') === 'en' ? 'en' : 'ru'
  } catch {}
  const dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()
