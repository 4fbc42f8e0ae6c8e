const OPEN_EVENT = 'obmen-palette'

/** On the root of the palette's window. */
export const PALETTE_MARK = { 'data-palette': true }
const OTHER_DIALOGS = ':is([role="dialog"], [role="alertdialog"]):not([data-palette] *)'

/** What is typed until the field has the focus: its code may have to load first, and no key is lost. */
let early: { text: string; until: number } | undefined
const LOADS_MS = 5000

/** What was typed too early, once. */
export function takeEarly(): string {
  const text = early?.text ?? ''
  early = undefined
  return text
}

function keepEarly(event: KeyboardEvent): void {
  const { key } = event
  if (early === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  if (key === 'Escape' || Date.now() > early.until) early = undefined
  else if (key.length === 1) {
    early.text += key
    event.preventDefault()
    event.stopImmediatePropagation()
  }
}

export function openPalette(): void {
  window.dispatchEvent(new Event(OPEN_EVENT))
}

export function onPaletteAsked(onAsked: () => void): () => void {
  const open = () => {
    if (!document.activeElement?.closest('[data-palette]')) early = { text: '', until: Date.now() + LOADS_MS }
    onAsked()
  }
  const onKey = (event: KeyboardEvent) => {
    // The physical key, whatever the layout; an open dialog keeps the keyboard, unless it is the palette.
    if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    if (document.querySelector(OTHER_DIALOGS) === null) open()
  }
  window.addEventListener('keydown', keepEarly, true)
  window.addEventListener('keydown', onKey)
  window.addEventListener(OPEN_EVENT, open)
  return () => {
    window.removeEventListener('keydown', keepEarly, true)
    window.removeEventListener('keydown', onKey)
    window.removeEventListener(OPEN_EVENT, open)
  }
}
