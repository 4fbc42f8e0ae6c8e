import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { verifyWebhook } from '@obmen/sdk'

/** A received call. */
export interface Received {
  path: string
  headers: IncomingHttpHeaders
  body: string
  // biome-ignore lint/suspicious/noExplicitAny: tests check what the event contains.
  event: any
}

/** The other side: an HTTP server that answers as the test says. */
export interface Receiver extends AsyncDisposable {
  url: string
  received: Received[]
  /** How the next calls are answered; 204 by default. */
  answer: (response: ServerResponse, call: Received) => void
}

export async function openReceiver(): Promise<Receiver> {
  const receiver: Omit<Receiver, 'url'> = {
    received: [],
    answer: response => void response.writeHead(204).end(),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request.setEncoding('utf8')) body += piece
    const call = { path: request.url!, headers: request.headers, body, event: JSON.parse(body) }
    receiver.received.push(call)
    receiver.answer(response, call)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(receiver, { url: `http://127.0.0.1:${port}/hooks` })
}

/** Verifies a call as a platform does. @throws for a wrong signature */
export function verify(secret: string, { headers, body }: Received): unknown {
  return verifyWebhook(secret, headers, body)
}

/** Answers 500 to calls for which `fails` is true, 204 to the others. */
export function failing(fails: (call: Received) => boolean): Receiver['answer'] {
  return (response, call) => void response.writeHead(fails(call) ? 500 : 204).end()
}
