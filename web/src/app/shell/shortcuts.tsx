import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useAdministers } from '../../api/people/me.js'
import { placesOf } from './shortcut-places.js'

const ShortcutsWindow = lazy(() => import('./shortcuts-window.js'))

const SEQUENCE_MS = 1200
const OPEN_EVENT = 'obmen-shortcuts'

export function showShortcuts(): void {
  window.dispatchEvent(new Event(OPEN_EVENT))
}

/**
 * `/` search, `g o` and the like, `?` this list; else the last that has the key as its `data-key`. Codes,
 * not letters: they work in any layout.
 */
export function Shortcuts() {
  // Undefined until it is asked for: only then its code is loaded.
  const [opened, setOpened] = useState<boolean>()
  const navigate = useNavigate()
  const administers = useAdministers()
  const goPressedAt = useRef(0)

  useEffect(() => {
    const open = () => setOpened(true)
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if (isTyping(event.target) || document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      if (event.key === '?' || (event.code === 'Slash' && event.shiftKey)) {
        event.preventDefault()
        open()
      } else if (event.key === '/' || event.code === 'Slash') {
        event.preventDefault()
        focusSearch(() => void navigate({ to: '/orders' }))
      } else if (event.code === 'KeyG') {
        goPressedAt.current = Date.now()
      } else if (Date.now() - goPressedAt.current < SEQUENCE_MS) {
        goPressedAt.current = 0
        const place = placesOf(administers).find(({ code }) => code === event.code)
        if (place === undefined) return
        event.preventDefault()
        void navigate({ to: place.to })
      } else [...document.querySelectorAll<HTMLElement>(`[data-key="${event.code}"]`)].at(-1)?.click()
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener(OPEN_EVENT, open)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener(OPEN_EVENT, open)
    }
  }, [navigate, administers])

  if (opened === undefined) return null
  return (
    <Suspense fallback={null}>
      <ShortcutsWindow opened={opened} onClose={() => setOpened(false)} />
    </Suspense>
  )
}

/** A page's search is the field marked `data-search`; a page without one leads to the orders. */
function focusSearch(orElse: () => void): void {
  const field = document.querySelector<HTMLElement>('main [data-search]')
  if (field === null) orElse()
  else field.focus()
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
