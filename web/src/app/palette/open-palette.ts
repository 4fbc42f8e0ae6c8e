const OPEN_EVENT = 'obmen-palette'

/** On the root of the palette's window. */
export const PALETTE_MARK = { 'data-palette': true }
const OTHER_DIALOGS = ':is([role="dialog"], [role="alertdialog"]):not([data-palette] *)'

export function openPalette(): void {
  window.dispatchEvent(new Event(OPEN_EVENT))
}

export function onPaletteAsked(open: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    // The physical key, whatever the layout; an open dialog keeps the keyboard, unless it is the palette.
    if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    event.preventDefault()
    if (document.querySelector(OTHER_DIALOGS) === null) open()
  }
  window.addEventListener('keydown', onKey)
  window.addEventListener(OPEN_EVENT, open)
  return () => {
    window.removeEventListener('keydown', onKey)
    window.removeEventListener(OPEN_EVENT, open)
  }
}
