declare global {
  interface Window {
    /** What `public/early.js` requested before the app's code was there: location, answers by address. */
    obmenAsked?: { location: string | null; asked: Map<string, Promise<Response>> }
  }
}

/** An answer is used for the page that the visit began with, not for what is opened later. */
const FRESH_MS = 10_000

/**
 * The answer to a GET of `url` that was asked for when the visit began, once and while it is fresh; undefined
 * where there is none or it is a refusal. Rejects as `fetch` does.
 */
export async function takeAskedEarly(url: string, location: string | null): Promise<Response | undefined> {
  const early = window.obmenAsked
  const answer = early?.asked.get(url)
  if (early === undefined || answer === undefined) return undefined
  early.asked.delete(url)
  // Asked without a location, the answer is of the person's own, as that to the request for the profile.
  const here = early.location === null || early.location === location
  if (!here || performance.now() > FRESH_MS) return undefined
  const response = await answer
  return response.ok ? response : undefined
}

/** What was asked for early no longer holds: something is being changed. */
export function forgetAskedEarly(): void {
  delete window.obmenAsked
}
