import type { createAppRouter } from './router.js'

/** Asks for what the first page needs (who is signed in, its data, its code) while React is still at the frame. */
export function begin(router: ReturnType<typeof createAppRouter>): void {
  const { pathname, search } = router.latestLocation
  void router.preloadRoute({ to: pathname, search } as Parameters<typeof router.preloadRoute>[0])
}
