/** How long a page may take to be drawn after a navigation, on a slow connection. */
const DRAWN_WITHIN_MS = 30_000

/** Time until which a newly drawn page takes the focus; 0: no navigation happened. */
let expectedUntil = 0

/** Moves the focus to the page's heading: a screen reader reads it, and Tab continues from there. */
export function focusPage(event?: { preventDefault: () => void }): void {
  event?.preventDefault()
  expectedUntil = performance.now() + DRAWN_WITHIN_MS
  requestAnimationFrame(() => focusHeading(event === undefined))
}

/** For a newly drawn heading: after a navigation it takes the focus that the previous page had. */
export function focusDrawnPage(): void {
  const { activeElement, body } = document
  if (performance.now() > expectedUntil || (activeElement !== body && activeElement?.localName !== 'main'))
    return
  expectedUntil = 0
  focusHeading(true)
}

function focusHeading(preventScroll: boolean): void {
  const target = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
  target?.focus({ preventScroll })
}
