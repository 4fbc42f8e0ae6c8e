import { shownLocation } from '../location.js'

/** Where the app is served: the <base href> that the server writes, e.g. "/obmen/". Always ends with a slash. */
export const basePath = new URL(document.baseURI).pathname

/** Address of an API path: `apiUrl('/orders', { status: 'new', q: undefined })`. Absent and empty values are omitted, a list's stand one by one. */
export function apiUrl(path: string, query: Query = {}): string {
  const url = new URL(`${basePath}api/v1${path}`, window.location.origin)
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat())
      if (one !== undefined && one !== '') url.searchParams.append(name, String(one))
  return url.href
}

/** The same for a link that the browser follows itself: it sends no headers, so the chosen location is in the address. */
export function linkUrl(path: string, query: Query = {}): string {
  return apiUrl(path, { ...query, location: shownLocation() ?? undefined })
}

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>
