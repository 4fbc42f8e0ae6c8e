const STORAGE_KEY = 'obmen-location'

/** The location that a person of several works in now; the server takes the first one without it. */
export function chosenLocation(): string | null {
  return localStorage.getItem(STORAGE_KEY)
}

export function chooseLocation(id: string): void {
  localStorage.setItem(STORAGE_KEY, id)
}
