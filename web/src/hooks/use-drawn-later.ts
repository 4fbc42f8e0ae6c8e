import { startTransition, useEffect, useState } from 'react'

const drawnBefore = new Set<string>()

/**
 * False at first, true once what is there without it is drawn, in a transition. True at once if `name` was
 * drawn before: a page that one goes back to must be as long as it was to be scrolled back.
 */
export function useDrawnLater(name: 'frame' | 'overview'): boolean {
  const [drawn, setDrawn] = useState(() => drawnBefore.has(name))
  useEffect(() => {
    drawnBefore.add(name)
    startTransition(() => setDrawn(true))
  }, [name])
  return drawn
}
