/**
 * The ref of the chosen tab: a row of tabs is wider than a phone. Select tabs with `resetScroll: false`, or
 * the router restores the row's old scroll position.
 */
export function reveal(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
