import type { createAppRouter } from './router.js'

/** Fetches what the first page needs (profile, data, code) while React still renders the frame. */
export function begin(router: ReturnType<typeof createAppRouter>): void {
  const { pathname, search } = router.latestLocation
  void router.preloadRoute({ to: pathname, search } as Parameters<typeof router.preloadRoute>[0])
}
