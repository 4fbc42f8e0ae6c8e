import { Kbd, Modal } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './shortcuts.module.css'

/** `g` and then a letter opens a page; the letters stand for the English names, on the keys where they are (KeyO, …). */
const PLACES = [
  { code: 'KeyH', key: 'h', to: '/overview', text: 'overview' },
  { code: 'KeyO', key: 'o', to: '/orders', text: 'orders' },
  { code: 'KeyE', key: 'e', to: '/exchanges', text: 'exchanges' },
  { code: 'KeyP', key: 'p', to: '/platform', text: 'platform' },
  { code: 'KeyC', key: 'c', to: '/companies', text: 'companies' },
  { code: 'KeyS', key: 's', to: '/settings', text: 'settings' },
] as const

const SEQUENCE_MS = 1200
const OPEN_EVENT = 'obmen-shortcuts'

export function showShortcuts(): void {
  window.dispatchEvent(new Event(OPEN_EVENT))
}

/** `/` search of the page, `g o` and the like, `?` this list. Codes, not letters: they work in the Russian layout too. */
export function Shortcuts() {
  const t = useTexts(texts)
  const [opened, setOpened] = useState(false)
  const navigate = useNavigate()
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
        const place = PLACES.find(({ code }) => code === event.code)
        if (place === undefined) return
        event.preventDefault()
        void navigate({ to: place.to })
      }
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener(OPEN_EVENT, open)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener(OPEN_EVENT, open)
    }
  }, [navigate])

  return (
    <Modal
      opened={opened}
      onClose={() => setOpened(false)}
      title={t.keys}
      size="sm"
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <dl className={classes.keys}>
        <Shortcut keys={['/']} text={t.shortcuts.search} />
        {PLACES.map(({ key, text }) => (
          <Shortcut key={key} keys={['g', key]} text={t.links[text]} />
        ))}
        <Shortcut keys={['?']} text={t.keys} />
        <Shortcut keys={['Esc']} text={t.shortcuts.escape} />
      </dl>
    </Modal>
  )
}

function Shortcut({ keys, text }: { keys: string[]; text: string }) {
  return (
    <div>
      <dt>{text}</dt>
      <dd>
        {keys.map(key => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </div>
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
