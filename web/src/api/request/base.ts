import { shownLocation } from './location.js'

/** Where the app is served: the server's <base href>, e.g. "/obmen/", always with a final slash. */
export const basePath = new URL(document.baseURI).pathname

/** `apiUrl('/orders', { status: 'new', q: undefined })`: without empty values, lists value by value. */
export function apiUrl(path: string, query: Query = {}): string {
  const url = new URL(`${basePath}api/v1${path}`, window.location.origin)
  for (const [name, value] of Object.entries(query))
    for (const one of [value].flat())
      if (one !== undefined && one !== '') url.searchParams.append(name, String(one))
  return url.href
}

/** For a link that the browser follows without headers: the chosen location is in the address. */
export function linkUrl(path: string, query: Query = {}): string {
  return apiUrl(path, { ...query, location: shownLocation() ?? undefined })
}

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>
