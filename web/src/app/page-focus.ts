/** How long after a navigation the page that it leads to may be drawn, on a slow line. */
const DRAWN_WITHIN_MS = 30_000

/** Until when a page that is drawn takes the focus; 0: nobody went anywhere. */
let expectedUntil = 0

/** Moves the focus to the page's heading, so that a screen reader reads which page it is and Tab continues from there. */
export function focusPage(event?: { preventDefault: () => void }): void {
  event?.preventDefault()
  expectedUntil = performance.now() + DRAWN_WITHIN_MS
  requestAnimationFrame(() => focusHeading(event === undefined))
}

/** For a heading that has just been drawn: after a navigation it takes the focus which went with the page before, or had only `main` to go to. */
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
