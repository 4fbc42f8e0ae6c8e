import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An event that a webhook delivered, and whether its signature was right. */
export interface ReceivedEvent {
  type: string
  data: { orderId?: string; revision?: number; posted?: boolean; shipped?: object | null }
  verified: boolean
}

/** The platform's side of a webhook: it checks the signatures of deliveries. */
export interface WebhookReceiver extends AsyncDisposable {
  url: string
  /** The webhook's secret. */
  secret: string
  received: ReceivedEvent[]
  /** Resolves once this many events have arrived, or after TIMEOUT_MS. */
  until(count: number): Promise<void>
}

const TIMEOUT_MS = 20_000
const STALE_SECONDS = 300

export async function openWebhookReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedEvent[] = []
  let heard = (): void => {}
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces).toString()
    const verified = isSigned(request.headers, body, receiver.secret)
    received.push({ ...(JSON.parse(body) as Pick<ReceivedEvent, 'type' | 'data'>), verified })
    response.writeHead(verified ? 204 : 401).end()
    heard()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/obmen`,
    secret: '',
    received,
    until: count =>
      new Promise(resolve => {
        const timer = setTimeout(resolve, TIMEOUT_MS)
        heard = () => {
          if (received.length < count) return
          clearTimeout(timer)
          resolve()
        }
        heard()
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return receiver
}

/** Standard Webhooks, as docs/platform.md shows it to platforms. */
function isSigned(headers: IncomingHttpHeaders, body: string, secret: string): boolean {
  const id = headers['webhook-id']
  const timestamp = headers['webhook-timestamp']
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > STALE_SECONDS) return false
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  return String(headers['webhook-signature'])
    .split(' ')
    .map(signature => Buffer.from(signature.replace('v1,', ''), 'base64'))
    .some(given => given.length === expected.length && timingSafeEqual(given, expected))
}
