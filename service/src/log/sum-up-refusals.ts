import type { Logger } from '../log.js'

const MINUTE_MS = 60_000
/** Addresses of a minute that get a line of their own. */
const MOST_ADDRESSES = 1_000

/** Which refused calls get a line in the log: the first of an address in a minute. Others are summed up. */
export interface Refusals extends Disposable {
  isFirst(address: string): boolean
}

export function sumUpRefusals(log: Logger, message: string): Refusals {
  const addresses = new Map<string, number>()
  let unlisted = 0

  function report(): void {
    const repeated = [...addresses].map(([address, calls]) => ({ address, calls: calls - 1 }))
    const most = repeated.toSorted((a, b) => b.calls - a.calls)[0]
    const calls = repeated.reduce((sum, one) => sum + one.calls, unlisted)
    if (calls > 0) log.info({ calls, addresses: addresses.size, most }, message)
    addresses.clear()
    unlisted = 0
  }
  const timer = setInterval(report, MINUTE_MS).unref()

  return {
    isFirst(address) {
      const calls = addresses.get(address)
      if (calls === undefined && addresses.size >= MOST_ADDRESSES) unlisted++
      else addresses.set(address, (calls ?? 0) + 1)
      return calls === undefined && addresses.has(address)
    },
    [Symbol.dispose]() {
      clearInterval(timer)
      report()
    },
  }
}
