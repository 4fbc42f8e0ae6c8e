import { startTransition, useEffect, useState } from 'react'

/**
 * False at first, true once what is there without it has been drawn. React draws the rest in a transition, giving way to the browser
 * between components, even where the first part was drawn at once.
 */
export function useDrawnLater(): boolean {
  const [drawn, setDrawn] = useState(false)
  useEffect(() => startTransition(() => setDrawn(true)), [])
  return drawn
}
