const QUIET_MS = 15_000

/** What any moment may need, even one without a connection: loaded once the first page has settled. */
export function loadAhead(): void {
  setTimeout(() => {
    const parts = [import('../components/forms/confirm-dialog.js'), import('./sign-in-again-window.js')]
    // Without a connection now: then when it is asked for.
    Promise.all(parts).catch(() => {})
  }, QUIET_MS)
}
