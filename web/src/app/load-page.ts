import { askReachable, whenReachable } from '../api/request/reachable.js'

/** The code of a page. Where the server is away it waits for it, and then the page comes whole: with the styles that did not load, too. */
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

/** A style sheet that failed is not asked for again by itself. */
function mendStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    if (link.sheet === null) link.replaceWith(link.cloneNode())
}
