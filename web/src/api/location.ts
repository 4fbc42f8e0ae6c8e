const STORAGE_KEY = 'obmen-location'

/** The location chosen by a person who has several; without it the server takes the first one. */
export function chosenLocation(): string | null {
  return localStorage.getItem(STORAGE_KEY)
}

export function chooseLocation(id: string): void {
  localStorage.setItem(STORAGE_KEY, id)
}
