import { lazy, Suspense, useEffect, useState } from 'react'
import { onPaletteAsked } from './open-palette.js'

const PaletteWindow = lazy(() => import('./palette-window.js'))

/** The search of everything; its code is loaded when it is opened. */
export function Palette() {
  const [opened, setOpened] = useState(false)
  const [requested, setRequested] = useState(false)
  useEffect(
    () =>
      onPaletteAsked(() => {
        setRequested(true)
        setOpened(true)
      }),
    [],
  )
  if (!requested) return null
  return (
    <Suspense fallback={null}>
      <PaletteWindow opened={opened} onClose={() => setOpened(false)} />
    </Suspense>
  )
}
