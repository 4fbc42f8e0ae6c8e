/** Moves the focus to the page's heading, so that a screen reader reads which page it is and Tab continues from there. */
export function focusPage(event?: { preventDefault: () => void }): void {
  event?.preventDefault()
  requestAnimationFrame(() => {
    const target =
      document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
    target?.focus({ preventScroll: event === undefined })
  })
}
