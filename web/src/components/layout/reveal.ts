/** The ref of the chosen tab. Select tabs with `resetScroll: false`, or the router scrolls the row back. */
export function reveal(tab: HTMLElement | null): void {
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
