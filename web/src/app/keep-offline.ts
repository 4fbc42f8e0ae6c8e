import { basePath } from '../api/request/base.js'

const QUIET_MS = 3_000

/**
 * Keeps the app itself (no data) in the browser, so that a reload without the server shows the app, which says so, and not the browser's
 * own page. Browsers allow it over https and on localhost.
 */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  setTimeout(async () => {
    try {
      await navigator.serviceWorker.register(`${basePath}app-cache.js`)
      const { active } = await navigator.serviceWorker.ready
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
      active?.postMessage({ keep: loaded })
    } catch {
      // Not allowed here: the app works as before.
    }
  }, QUIET_MS)
}
