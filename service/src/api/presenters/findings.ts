import type { OrderPreflight } from '@obmen/contract/rest'
import { inspectOrder } from '../../preflight/inspect-order.js'
import type { PreflightInput } from '../../preflight/preflight-input.js'
import { wordFinding } from '../../preflight/texts/index.js'

/** What 1C does with the order, in the tense that is true: of what it has confirmed, as done. */
export function presentPreflight(input: PreflightInput): OrderPreflight['items'] {
  const done = input.history.sent && !input.history.owed
  return inspectOrder(input).map(finding => {
    const { code, severity, path, params } = finding
    return {
      ...{ code, severity, path, params: { ...params }, done },
      message: wordFinding(finding, input.client, done),
    }
  })
}
