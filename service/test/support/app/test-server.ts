import { setTimeout as delay } from 'node:timers/promises'
import { type App, createApp } from '../../../src/app.js'
import { type Config, readConfig } from '../../../src/config.js'
import type { Database } from '../../../src/db/database.js'
import { PROBLEM_TEXTS } from '../../../src/errors/texts.js'
import { createLog } from '../../../src/log.js'
import type { CreatedLocation } from '../../../src/people/set-up-location.js'
import { freshDatabase } from '../databases.js'
import { client, numbersIn, signIn } from '../exchange.js'
import { CHEAP_HASH_COST, makeLocation } from '../location.js'
import { sampleLine, sampleOrder, samplePayment } from '../sample-order.js'
import { TEST_SECRET_KEY } from '../secrets.js'

/** The whole app on a free port; nothing in it is simulated. */
export interface TestServer extends AsyncDisposable {
  app: App
  db: Database
  /** `http://127.0.0.1:40123` */
  url: string
}

/** On any free port, with cheap hashes of passwords and no file for the key. A 1C is read without pauses. */
const TEST_ENV = { PORT: '0', PASSWORD_HASH_COST: CHEAP_HASH_COST, SECRET_KEY: TEST_SECRET_KEY }

export async function startTestServer(
  db: Database,
  settings: Partial<Config> = {},
  log = createLog('silent'),
): Promise<TestServer> {
  const config = {
    ...readConfig({ ...TEST_ENV, DATABASE_URL: db.url }),
    readingPauseMs: 0,
    ...settings,
  }
  const app = await createApp({ config, db, log })
  const url = await app.listen()
  return { app, db, url, [Symbol.asyncDispose]: () => app.close() }
}

/** A test server on a new database; disposing of it closes both. */
export async function startFreshServer(settings: Partial<Config> = {}): Promise<TestServer> {
  const db = await freshDatabase()
  const server = await startTestServer(db, settings)
  return {
    ...server,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await db[Symbol.asyncDispose]()
    },
  }
}

export interface RestAnswer {
  status: number
  headers: Headers
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests check what the answer contains.
  body: any
}

/** A location's platform: its token, its first company, and its calls to the service. */
export interface Platform extends CreatedLocation {
  /** The address of the server. */
  url: string
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<RestAnswer>
  /** Puts the sample order under this id, with changes; again while the server says that it is busy. */
  put(id: string, changes?: object, headers?: Record<string, string>): Promise<RestAnswer>
  putOnce(id: string, changes?: object, headers?: Record<string, string>): Promise<RestAnswer>
  /** Sends a batch: a line an order, or a text as it is. */
  batch(orders: readonly (object | string)[]): Promise<RestAnswer>
  /** Connects a 1C of the first company (or another). */
  connect(settings?: object, companyId?: string): Promise<Connected1C>
}

export interface Connected1C {
  id: string
  login: string
  password: string
}

/** A location of its own at the server, set up as `obmen setup` does. */
export async function newPlatform(server: Pick<TestServer, 'url' | 'db'>): Promise<Platform> {
  return platformAt(server.url, await makeLocation(server.db))
}

export function platformAt(url: string, made: CreatedLocation): Platform {
  const platform: Platform = {
    ...made,
    url,
    async call(method, path, body, headers = {}) {
      return callApi(url + path, method, body, { authorization: `Bearer ${made.apiToken}`, ...headers })
    },
    put: (...order) => retryWhileBusy(() => platform.putOnce(...order)),
    putOnce(id, changes = {}, headers) {
      const body = sampleOrder(made.companyId, { id, ...changes })
      return platform.call('PUT', `/api/v1/orders/${encodeURIComponent(id)}`, body, headers)
    },
    async batch(orders) {
      const lines = orders.map(order => (typeof order === 'string' ? order : JSON.stringify(order)))
      const type = { 'content-type': 'application/x-ndjson' }
      return platform.call('POST', '/api/v1/orders:batch', lines.join('\n'), type)
    },
    async connect(settings = {}, companyId = made.companyId) {
      const integration = {
        ...{ class: 'CommerceML', name: 'Бухгалтерия', companyId },
        settings: {
          ...{ paymentrules: [{ status: 'purchased', gateway: 'CKassa' }] },
          ...{ paymentmethodname: 'Оплата картой внешняя', client: 'bp', ...settings },
        },
      }
      const answer = await retryWhileBusy(() => platform.call('POST', '/api/v1/integrations', integration))
      if (answer.status !== 201) throw new Error(answer.text)
      return answer.body
    },
  }
  return platform
}

/** Repeats a request while the answer is 503, as docs/platform.md asks of platforms: in tests the server is often busy. */
export async function retryWhileBusy(send: () => Promise<RestAnswer>): Promise<RestAnswer> {
  for (;;) {
    const answer = await send()
    if (answer.status !== 503) return answer
    await delay(Number(answer.headers.get('retry-after')) * 1000)
  }
}

/** An object goes as JSON; a string or bytes go as they are, as application/json unless the headers say otherwise. */
export async function callApi(
  url: string,
  method: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<RestAnswer> {
  const raw = body === undefined || typeof body === 'string' || body instanceof Uint8Array
  const answer = await fetch(url, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
  })
  const text = await answer.text()
  const isJson = /json/.test(answer.headers.get('content-type') ?? '') && text !== ''
  const lines = /ndjson/.test(answer.headers.get('content-type') ?? '')
  return {
    ...{ status: answer.status, headers: answer.headers, text },
    body: lines ? readLines(text) : isJson ? JSON.parse(text) : undefined,
  }
}

/** Whether a refusal can be worded in any language: by its reason, or by its code alone. */
export function isTranslatable({ body }: RestAnswer): boolean {
  return body.reason !== undefined || body.detail === PROBLEM_TEXTS[body.code as keyof typeof PROBLEM_TEXTS]
}

/** The lines of an answer in NDJSON; a last line that was cut off is ignored. */
export function readLines(text: string): unknown[] {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
}

/** A 1C that is controlled by the test, step by step. */
export interface Manual1C {
  ask: ReturnType<typeof client>
  /** The cookie of a new session. */
  signIn(): Promise<string>
  /** Runs checkauth, query and success; returns the numbers of the orders received. */
  exchange(): Promise<string[]>
}

export function oneC(server: Pick<TestServer, 'url'>, of: Pick<Connected1C, 'login' | 'password'>): Manual1C {
  const ask = client(server, of)
  return {
    ask,
    signIn: () => signIn(ask),
    async exchange() {
      const cookie = await signIn(ask)
      const orders = await ask('query', { cookie })
      if (!orders.text.startsWith('<?xml')) throw new Error(orders.text)
      const success = await ask('success', { cookie })
      if (success.text !== 'success') throw new Error(success.text)
      return numbersIn(orders)
    },
  }
}

export { numbersIn, sampleLine, sampleOrder, samplePayment }
