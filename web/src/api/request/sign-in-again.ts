/** A request that got 401 waits here until the person has signed in over the page; then it is repeated. */
type Listener = (waiting: boolean) => void

let waiting: { promise: Promise<boolean>; settle: (signedIn: boolean) => void } | undefined
const listeners = new Set<Listener>()

/** Resolves with true once the person signed in again, with false if they chose to leave. */
export function waitForSignIn(): Promise<boolean> {
  if (waiting === undefined) {
    let settle: (signedIn: boolean) => void = () => {}
    const promise = new Promise<boolean>(resolve => {
      settle = resolve
    })
    waiting = { promise, settle }
    for (const listener of listeners) listener(true)
  }
  return waiting.promise
}

export function finishSignIn(signedIn: boolean): void {
  waiting?.settle(signedIn)
  waiting = undefined
  for (const listener of listeners) listener(false)
}

export function onSignInNeeded(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
