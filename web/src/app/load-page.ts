import { askReachable, whenReachable } from '../api/request/reachable.js'

/**
 * Loads a page's code. Waits while the server is unreachable, so that the page appears whole, including style
 * sheets that failed to load.
 */
export function loadPage<Page>(load: () => Promise<Page>): () => Promise<Page> {
  return async () => {
    for (;;)
      try {
        return await load()
      } catch (error) {
        if (await askReachable()) throw error
        await whenReachable()
        mendStyles()
      }
  }
}

/** Browsers do not retry a style sheet that failed. */
function mendStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    if (link.sheet === null) link.replaceWith(link.cloneNode())
}
