import { once } from 'node:events'
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { exchangePort } from '../../src/app/exchange-port.js'
import { type StateWatch, watchStates } from '../../src/app/watch-states.js'
import { type Config, readConfig } from '../../src/config.js'
import type { Database } from '../../src/db/database.js'
import { openQueuePool } from '../../src/db/queue-pool.js'
import { exchangeAddress, exchangeRoutes } from '../../src/exchange/exchange-routes.js'
import { httpConfig } from '../../src/http/http-config.js'
import { limitCallers } from '../../src/http/limit-callers.js'
import { createServer, type Server } from '../../src/http/server.js'
import { createIntegration } from '../../src/integrations/create-integration.js'
import { findWork } from '../../src/jobs/find-work.js'
import type { Job } from '../../src/jobs/job.js'
import { readCatalogueFiles, readOrdersFiles } from '../../src/jobs/read-files.js'
import { runJobs } from '../../src/jobs/run-jobs.js'
import { type Journal, openJournal } from '../../src/journal/record/open-journal.js'
import { createLog } from '../../src/log.js'
import { applySettings } from '../../src/orders/intake/apply-settings.js'
import { saveOrders } from '../../src/orders/intake/save-orders.js'
import { stepRecalculation } from '../../src/orders/routing/recalculation.js'
import { addressGroup } from '../../src/people/sign-in/sign-in-lock.js'
import { openDownloads } from '../../src/sale-feed/downloads.js'
import { openParts } from '../../src/uploads/receive/answer-upload.js'
import { freshDatabase } from './databases.js'
import { makeLocation } from './location.js'
import { sampleLine, sampleOrder } from './sample-order.js'
import { secretsFor } from './secrets.js'

/** A server with the protocol of 1C only, on a database and a free port; nothing in it is simulated. */
export interface Backend extends AsyncDisposable {
  server: Server
  db: Database
  journal: Journal
  states: StateWatch
  url: string
  port: number
}

export async function startBackend(
  db: Database,
  settings: Partial<Config> = {},
  log = createLog('silent'),
  jobsDb = db,
): Promise<Backend> {
  const config = { ...readConfig({ PORT: '0' }), ...settings }
  const server = createServer({
    config: httpConfig(config),
    rewrite: exchangeAddress,
    log,
    onError: (error, _request, reply) => reply.code(500).send(String(error)),
  })
  limitCallers(server.app, addressGroup)
  const states = watchStates({ config, db, log })
  const journal = openJournal({
    db,
    log,
    bodyLimit: config.journalBodyLimit,
    dayLimit: config.journalDayLimit,
    heldLimit: config.uploadBytesLimit,
    onOutcome: states.note,
  })
  const uploads = { limits: config, parts: openParts() }
  const downloads = openDownloads(config.downloadsAtOnce)
  await server.app.register(exchangeRoutes, {
    port: exchangePort({ config, db, log, journal, states, uploads, downloads }),
    bodyLimit: config.exchangeBodyLimit,
    partLimit: config.uploadPartLimit,
    stallSeconds: config.downloadStallSeconds,
    callsPerMinute: config.exchangeCallsPerMinute,
    stopping: () => server.stopping.aborted,
    log,
  })
  const url = await server.listen()
  const secrets = await secretsFor(db)
  const queue = openQueuePool({ url: db.url })
  const jobs = runJobs(queue, { config, db: jobsDb, log, version: '1', secrets, publicUrl: () => '' }, [
    readOrdersFiles,
    readCatalogueFiles,
    findWork,
  ] as Job[])
  return {
    server,
    db,
    journal,
    states,
    url,
    port: Number(new URL(url).port),
    async [Symbol.asyncDispose]() {
      await server.close()
      await jobs[Symbol.asyncDispose]()
      await queue.end()
      await journal[Symbol.asyncDispose]()
      await states[Symbol.asyncDispose]()
    },
  }
}

/** A backend on a new database; disposing of it closes both. */
export async function startFreshBackend(settings: Partial<Config> = {}): Promise<Backend> {
  const db = await freshDatabase()
  const backend = await startBackend(db, settings)
  return {
    ...backend,
    async [Symbol.asyncDispose]() {
      await backend[Symbol.asyncDispose]()
      await db[Symbol.asyncDispose]()
    },
  }
}

export interface Connected {
  id: string
  key: number
  locationId: string
  companyId: string
  login: string
  password: string
}

/** An integration of a company and location of its own. */
export async function connect1c(db: Database, settings: object = {}): Promise<Connected> {
  const { locationId, companyId } = await makeLocation(db)
  return connectAnother(db, { locationId, companyId }, settings)
}

export async function connectAnother(
  db: Database,
  of: Pick<Connected, 'locationId' | 'companyId'>,
  settings: object = {},
): Promise<Connected> {
  const { integration, password } = await createIntegration(
    db,
    {
      ...of,
      by: {},
      name: 'Бухгалтерия',
      settings: {
        paymentrules: [{ status: 'purchased' }],
        paymentmethodname: 'Оплата картой внешняя',
        ...settings,
      },
    },
    applySettings,
  )
  while (await stepRecalculation(db, integration.key));
  const { id, key, login, locationId, companyId } = integration
  return { id, key, login, locationId, companyId, password }
}

export async function putOrder(db: Database, of: Connected, id: string, changes: object = {}): Promise<void> {
  const price = { quantity: '1', price: '100.00', amount: '100.00', vat: 'none' }
  const body = sampleOrder(of.companyId, {
    id,
    number: undefined,
    customer: { id: 'o-4', kind: 'person', firstName: 'Анна', lastName: 'Ким' },
    lines: [sampleLine({ id: 'svc-1', name: 'Аренда', ...price })],
    total: '100.00',
    payments: [],
    ...changes,
  })
  const [result] = await saveOrders(db, of.locationId, [{ body }])
  if (result && 'error' in result) throw result.error
}

export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  /** The body's bytes as UTF-8. */
  text: string
  bytes: Buffer
}

export interface OneCRequest {
  method?: string
  cookie?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export const basic = (login: string, password: string): string =>
  `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`

/** One request as 1C sends it, on a connection of its own; `path` from the root. */
export async function send(
  backend: Pick<Backend, 'url'>,
  path: string,
  asking: OneCRequest = {},
): Promise<Reply> {
  const call = request(backend.url + path, {
    method: asking.method ?? (asking.body === undefined ? 'GET' : 'POST'),
    agent: false,
    headers: {
      'user-agent': '1C+Enterprise/8.3',
      accept: '*/*',
      ...(asking.cookie !== undefined && { cookie: asking.cookie }),
      ...asking.headers,
    },
  })
  call.end(asking.body)
  const [response] = (await once(call, 'response')) as [IncomingMessage]
  const pieces: Buffer[] = []
  for await (const piece of response) pieces.push(piece as Buffer)
  const bytes = Buffer.concat(pieces)
  return { status: response.statusCode!, headers: response.headers, bytes, text: bytes.toString('utf8') }
}

/** A connected 1C that sends `type=sale&mode=<query>`. */
export function client(backend: Pick<Backend, 'url'>, of: Pick<Connected, 'login' | 'password'>) {
  const headers = { authorization: basic(of.login, of.password) }
  return async (query: string, asking: OneCRequest = {}): Promise<Reply> =>
    send(backend, `/1c?type=sale&mode=${query}`, { ...asking, headers: { ...headers, ...asking.headers } })
}

/** Signs in and returns the cookie of the session. */
export async function signIn(ask: ReturnType<typeof client>): Promise<string> {
  const { text } = await ask('checkauth')
  const [word, name, value] = text.split('\n')
  if (word !== 'success') throw new Error(text)
  return `${name}=${value}`
}

/** Numbers of the orders in an answer to query. */
export function numbersIn(reply: Reply): string[] {
  return [...reply.text.matchAll(/<Документ>.*?<Номер>(.*?)<\/Номер>/gs)].map(([, number]) => number!)
}

/** Begins a query on a connection of its own and stops reading after the first bytes; rejects if it is cut before any came. */
export async function beginQuery(
  { port }: Pick<Backend, 'port'>,
  { login, password }: Pick<Connected, 'login' | 'password'>,
  cookie: string,
): Promise<{ socket: Socket; begun: string }> {
  const socket = connect(port, '127.0.0.1')
  socket.write(
    `GET /1c?type=sale&mode=query HTTP/1.1\r\nHost: x\r\nAuthorization: ${basic(login, password)}\r\nCookie: ${cookie}\r\n\r\n`,
  )
  const cut = once(socket, 'close').then(() => {
    throw new Error('the connection was cut before the answer began')
  })
  const [data] = await Promise.race([once(socket, 'data'), cut])
  socket.pause()
  socket.on('error', () => undefined)
  return { socket, begun: String(data) }
}

/** Sends bytes on a plain connection and returns everything received until it closes. */
export async function sendRaw(port: number, bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', data => {
    answer += data
  })
  socket.on('error', () => undefined)
  socket.write(bytes)
  if (!socket.closed) await once(socket, 'close')
  return answer
}
