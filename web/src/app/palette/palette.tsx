import { lazy, Suspense, useEffect, useState } from 'react'
import { onPaletteAsked } from './open-palette.js'

const PaletteWindow = lazy(() => import('./palette-window.js'))

/** The search of everything; its code is loaded when it is opened. */
export function Palette() {
  const [opened, setOpened] = useState(false)
  const [wanted, setWanted] = useState(false)
  useEffect(
    () =>
      onPaletteAsked(() => {
        setWanted(true)
        setOpened(true)
      }),
    [],
  )
  if (!wanted) return null
  return (
    <Suspense fallback={null}>
      <PaletteWindow opened={opened} onClose={() => setOpened(false)} />
    </Suspense>
  )
}
