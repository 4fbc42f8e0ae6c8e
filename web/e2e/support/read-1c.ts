import {
  createBase,
  documentOf,
  type ODataFaults,
  type OneC,
  runExchange,
  type ServedOData,
  serveOData,
} from '@obmen/simulator'
import { expect, test as withServer } from './fixtures.js'
import { type Obmen, startObmen } from './obmen.js'
import { connect1C } from './one-c.js'

/** The simulator's base is on this machine. */
export const test = withServer.extend<object, object>({
  obmen: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from this pattern
    async ({}, use) => {
      await using obmen = await startObmen({ ALLOW_PRIVATE_ADDRESSES: 'yes' })
      await use(obmen)
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

export const CONNECTION = { login: 'obmen.read', password: 'только читать' }

export interface ReadBase extends AsyncDisposable {
  base: OneC
  companyId: string
  integrationId: string
  /** Of the publication. */
  url: string
  /** May be changed at any time. */
  faults: ODataFaults
  /** An exchange of this base. */
  pull: () => Promise<void>
  /** Reads it to the end once, as by «Прочитать сейчас». */
  read: () => Promise<void>
}

/** A Бухгалтерия of a company of its own, whose base is published over OData, too. */
export async function publish1C(obmen: Obmen, name: string): Promise<ReadBase> {
  const { companyId, integrationId, url: site, login, password } = await connect1C(obmen, name)
  const base = createBase('bp')
  const faults: ODataFaults = {}
  const served: ServedOData = await serveOData(base, { port: 0, ...CONNECTION, faults })
  const path = `/integrations/${integrationId}/reading`
  const lastStarted = async () => {
    const { lastReading } = (await obmen.rest('GET', path)) as { lastReading: { startedAt: string } | null }
    return lastReading?.startedAt ?? ''
  }
  return {
    ...{ base, companyId, integrationId, url: served.url, faults },
    async pull() {
      const result = await runExchange(base, { url: site, login, password })
      if (!result.ok) throw new Error(result.summary)
    },
    async read() {
      const before = await lastStarted()
      await obmen.rest('POST', `${path}:run`)
      await expect.poll(lastStarted).not.toBe(before)
    },
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  }
}

/** Its reading as it is set up in the card. */
export function startReading(obmen: Obmen, { integrationId, url }: ReadBase): Promise<unknown> {
  return obmen.rest('PUT', `/integrations/${integrationId}/reading`, {
    url,
    ...CONNECTION,
    everyMinutes: 1440,
  })
}

/** The invoice of an order. */
export async function invoiceOf(obmen: Obmen, { base, integrationId }: ReadBase, orderId: string) {
  const { items } = (await obmen.rest('GET', `/orders/${orderId}/exports`)) as {
    items: { integrationId: string; numberIn1c: string }[]
  }
  const known = items.find(item => item.integrationId === integrationId)
  const invoice = documentOf(base, known?.numberIn1c ?? '')
  if (invoice === undefined) throw new Error(`1C has no invoice of ${orderId}`)
  return invoice
}
