import { startTransition, useEffect, useState } from 'react'

const drawnBefore = new Set<string>()

/**
 * False at first, true once what is there without it has been drawn. React draws the rest in a transition,
 * giving way to the browser between components, even where the first part was drawn at once. True from the
 * start if `name` was drawn before: the code is there, and a page that one goes back to has to be as long as
 * it was, or it can't be scrolled to the same place.
 */
export function useDrawnLater(name: 'frame' | 'overview'): boolean {
  const [drawn, setDrawn] = useState(() => drawnBefore.has(name))
  useEffect(() => {
    drawnBefore.add(name)
    startTransition(() => setDrawn(true))
  }, [name])
  return drawn
}
