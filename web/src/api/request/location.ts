import type { Me } from '@obmen/contract/rest'

const STORAGE_KEY = 'obmen-location'

/** A link from a message names it: a person may work in several. */
const linked = new URLSearchParams(window.location.search).get('location')
if (linked !== null && /^[\da-f-]{36}$/.test(linked)) localStorage.setItem(STORAGE_KEY, linked)

/** Of this tab, for as long as the page is loaded: another tab may choose another one meanwhile. */
let shown = localStorage.getItem(STORAGE_KEY)

/** The location that the page shows; null if the person chose none and the server has not answered. */
export function shownLocation(): string | null {
  return shown
}

export function chooseLocation(id: string): void {
  localStorage.setItem(STORAGE_KEY, id)
}

/** The location in which the server takes the person to be becomes that of the page. */
export function enterLocation({ location }: Me): void {
  shown = location?.id ?? null
}
