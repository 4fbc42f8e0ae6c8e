import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SeenRequest {
  method: string
  url: string
  headers: IncomingMessage['headers']
  body: Buffer
}

type Reply = string | Buffer | { status?: number; headers?: Record<string, string>; body?: string | Buffer }
type Script = Partial<
  Record<string, Reply | ((request: SeenRequest, response: ServerResponse) => Reply | undefined)>
>

const CHECKAUTH = 'success\nOBMEN\ncookie-7\nsessid=token-7\ntimestamp=1'
const INIT = 'zip=no\nfile_limit=104857600'

export interface Site extends AsyncDisposable {
  origin: string
  url: string
  requests: SeenRequest[]
  /** Replies by mode, `catalog.checkauth` before `checkauth`. */
  script: Script
}

/** A site that answers by mode; everything not scripted is answered well, `query` with an empty root. */
export async function openSite(script: Script = {}): Promise<Site> {
  const site = { requests: [] as SeenRequest[], script }
  const server = createServer((request, response) => {
    void answer(site, request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...site,
    origin,
    url: `${origin}/1c`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

const DEFAULTS: Script = {
  checkauth: CHECKAUTH,
  init: INIT,
  query: '<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ВерсияСхемы="2.08"/>',
  success: 'success',
  file: 'success',
  import: 'success',
}

async function answer(
  site: { requests: SeenRequest[]; script: Script },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const seen = {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: request.headers,
    body: Buffer.concat(chunks),
  }
  site.requests.push(seen)
  const parameters = new URLSearchParams(seen.url.slice(seen.url.indexOf('?') + 1))
  const mode = parameters.get('mode') ?? ''
  const scripted =
    site.script[`${parameters.get('type')}.${mode}`] ?? site.script[mode] ?? DEFAULTS[mode] ?? 'failure'
  const reply = typeof scripted === 'function' ? scripted(seen, response) : scripted
  if (reply === undefined) return
  const {
    status = 200,
    headers = {},
    body,
  } = typeof reply === 'object' && !Buffer.isBuffer(reply) ? reply : { body: reply }
  const type = mode === 'query' ? 'application/xml; charset=utf-8' : 'text/plain; charset=utf-8'
  response.writeHead(status, { 'Content-Type': type, ...headers }).end(body)
}
