import { ObmenError, type Problem } from './answers.js'
import type { paths } from './api.generated.js'
import { pause, type Send, waitBefore } from './retrying.js'

type Put = paths['/api/v1/orders/{id}']['put']
/** An order as the platform puts it, with its id. */
export type Order = Put['requestBody']['content']['application/json'] & { id: string }
export type SavedOrder = Put['responses'][200]['content']['application/json']

/** What one order of many was answered: saved (`status` 200 or 201), or refused with `code` and `errors`. */
export type OrderAnswer = { status: number } & Partial<SavedOrder> &
  Partial<Pick<Problem, 'code' | 'detail' | 'errors'>>

export interface BatchOptions {
  /** Orders of one request at most; 500 by default. The server refuses more than 10,000. */
  size?: number
  signal?: AbortSignal
}

/** A batch ends with the order that reaches it. */
const BATCH_LENGTH = 2 ** 21
const DEFAULT_SIZE = 500
/** Lines that the server could not save for a while; they are sent again. */
const BUSY = [429, 500, 503]

/**
 * Puts many orders, and answers each in its turn. Further orders are taken only when the answers of those
 * before them have been taken, so that neither side holds more than a batch.
 */
export async function* putOrders(
  send: (lines: string) => Promise<Response>,
  orders: Iterable<Order> | AsyncIterable<Order>,
  { size = DEFAULT_SIZE, signal, retries = 5 }: BatchOptions & { retries?: number | undefined },
): AsyncGenerator<OrderAnswer> {
  let lines: string[] = []
  let length = 0
  for await (const order of orders) {
    lines.push(`${JSON.stringify(order)}\n`)
    length += lines.at(-1)!.length
    if (lines.length < size && length < BATCH_LENGTH) continue
    yield* await putBatch(lines)
    lines = []
    length = 0
  }
  if (lines.length > 0) yield* await putBatch(lines)

  /** To put an order again changes nothing: what was cut, and lines that may succeed later, go again. */
  async function putBatch(batch: readonly string[]): Promise<OrderAnswer[]> {
    const answers: OrderAnswer[] = []
    let left = batch.map((_, index) => index)
    for (let attempt = 0; ; attempt++) {
      const said = await ask(left.map(index => batch[index]!).join('')).catch(error => {
        if (error instanceof ObmenError || signal?.aborted || attempt >= retries) throw error
        return []
      })
      said.slice(0, left.length).forEach((answer, at) => {
        answers[left[at]!] = answer
      })
      left = left.filter(index => !answers[index] || BUSY.includes(answers[index].status))
      if (left.length === 0) return answers
      if (attempt >= retries) {
        if (left.every(index => answers[index])) return answers
        throw new Error('The answer of a batch broke off; put its orders again.')
      }
      await pause(waitBefore(attempt), signal)
    }
  }

  async function ask(lines: string): Promise<OrderAnswer[]> {
    const response = await send(lines)
    const text = await response.text()
    if (!response.ok) throw new ObmenError(response.status, parsed(text))
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    return whole.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line) as OrderAnswer]))
  }
}

/** The request of one batch. */
export function batchSender(send: Send, url: string, headers: Record<string, string>, signal?: AbortSignal) {
  return (lines: string): Promise<Response> =>
    send(
      new Request(`${url}/api/v1/orders:batch`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-ndjson' },
        body: lines,
        ...(signal && { signal }),
      }),
    )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
