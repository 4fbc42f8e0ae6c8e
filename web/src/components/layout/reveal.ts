/**
 * The ref of the chosen tab: a row of tabs is wider than a phone. Choose tabs with `resetScroll: false`, or the router puts the row
 * back where it was scrolled before.
 */
export function reveal(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
