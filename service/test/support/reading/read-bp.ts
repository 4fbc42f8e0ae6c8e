import {
  type BaseSettings,
  createBase,
  documentsOf,
  type ExchangeOptions,
  formatBase,
  type InvoiceAction,
  manageInvoice,
  type ODataCall,
  type ODataFaults,
  type OneC,
  parseBase,
  runExchange,
  type ServedOData,
  serveOData,
} from '@obmen/simulator'
import { runReading } from '../../../src/reading/run/run-reading.js'
import { newPlatform, type Platform, type TestServer } from '../app/test-server.js'
import { secretsFor } from '../secrets.js'

const CONNECTION = { login: 'обмен', password: 'пароль' }

/** A Бухгалтерия that takes orders of the server, and that the server reads over OData. */
export interface ReadBp extends AsyncDisposable {
  platform: Platform
  integrationId: string
  /** Of the 1C that plays; `restore` replaces it. */
  base(): OneC
  faults: ODataFaults
  calls: ODataCall[]
  /** One exchange, which ends as it does if 1C crashes where the options say so. */
  exchange(options?: Partial<ExchangeOptions>): Promise<void>
  /** What people do with the invoice of an order, the first if there are two. */
  act(orderId: string, ...actions: InvoiceAction[]): Promise<void>
  /** The base as it is now, to be gone back to. */
  copy(): string
  restore(copy: string): void
  /** Sets reading up, or says that the base is the right one. */
  connect(organization?: string | null): Promise<void>
  /** One reading that a person asks for. Returns how reading stands after it. */
  // biome-ignore lint/suspicious/noExplicitAny: tests check what the answer contains.
  read(): Promise<any>
  /** How orders stand, by their ids. */
  states(): Promise<Record<string, string>>
  // biome-ignore lint/suspicious/noExplicitAny: tests check what the answer contains.
  accounting(orderId: string): Promise<any>
}

/** @param settings of the simulated base */
export async function readBp(server: TestServer, settings: BaseSettings = {}): Promise<ReadBp> {
  const { db } = server
  const platform = await newPlatform(server)
  const { id: integrationId, login, password } = await platform.connect({ paymentrules: [{}] })
  const path = `/api/v1/integrations/${integrationId}`
  const calls: ODataCall[] = []
  const faults: ODataFaults = {}
  let base = createBase('bp', settings)
  const served: ServedOData = await serveOData(() => base, {
    ...{ port: 0, ...CONNECTION, faults },
    onCall: call => calls.push(call),
  })
  return {
    platform,
    integrationId,
    base: () => base,
    faults,
    calls,
    async exchange(options = {}) {
      const result = await runExchange(base, { url: `${server.url}/1c`, login, password, ...options })
      if (!result.ok && !options.crashAfterDownload) throw new Error(result.summary)
    },
    async act(orderId, ...actions) {
      const { items } = (await platform.call('GET', `/api/v1/orders/${orderId}/exports`)).body
      for (const action of actions) {
        const [invoice] = documentsOf(base, items[0].numberIn1c)
        manageInvoice(base, invoice!, action, new Date())
      }
    },
    copy: () => formatBase(base),
    restore(copy) {
      base = parseBase(copy)
    },
    async connect(organization = null) {
      // Not enabled: the server itself would read at a moment of its own.
      const input = { url: served.url, ...CONNECTION, everyMinutes: 1440, enabled: false, organization }
      const { status, text } = await platform.call('PUT', `${path}/reading`, input)
      if (status !== 200) throw new Error(text)
    },
    async read() {
      const { rows } = await db.query<{ key: number }>(
        `update reading r set enabled = true, requested = true, next_at = now()
           from integration i where i.key = r.integration_key and i.id = $1 returning i.key`,
        [integrationId],
      )
      const deps = { db, secrets: await secretsFor(db), allowPrivate: true, pauseMs: 0 }
      await runReading({ ...deps, signal: new AbortController().signal }, rows[0]!.key)
      await db.query('update reading set enabled = false where integration_key = $1', [rows[0]!.key])
      return (await platform.call('GET', `${path}/reading`)).body
    },
    async states() {
      const { body } = await platform.call('GET', `${path}/reconciliation?limit=200`)
      return Object.fromEntries(
        body.items.map(({ orderId, state, differences }: Row) => [
          orderId,
          [state, ...differences.map(({ what }) => what)].join(' '),
        ]),
      )
    },
    async accounting(orderId) {
      return (await platform.call('GET', `/api/v1/orders/${orderId}/accounting`)).body.items[0]
    },
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  }
}

interface Row {
  orderId: string
  state: string
  differences: { what: string }[]
}
