const QUIET_MS = 15_000

/** Code that may be needed without a connection: loaded once the first page has settled. */
export function loadAhead(): void {
  setTimeout(() => {
    const parts = [
      import('../components/forms/confirm-dialog.js'),
      import('./session/sign-in-again-window.js'),
      import('./shell/user-menu-list.js'),
      import('@mantine/notifications'),
    ]
    // No connection: it will be loaded when needed.
    Promise.all(parts).catch(() => {})
  }, QUIET_MS)
}
