/** Where the app is served: the <base href> that the server writes, e.g. "/obmen/". Always ends with a slash. */
export const basePath = new URL(document.baseURI).pathname

/** Address of an API path: `apiUrl('/orders', { status: 'new', q: undefined })`. Absent and empty values are left out. */
export function apiUrl(path: string, query: Query = {}): string {
  const url = new URL(`${basePath}api/v1${path}`, window.location.origin)
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value))
  return url.href
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>
