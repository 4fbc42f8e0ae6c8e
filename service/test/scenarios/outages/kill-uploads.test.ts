import {
  createBase,
  documentOf,
  manage,
  markForUpload,
  type OneC,
  pushOrders,
  runExchange,
} from '@obmen/simulator'
import { expect, it } from 'vitest'
import { type Serving, startServing } from '../../support/app/serving.js'
import {
  type Connected1C,
  newPlatform,
  type Platform,
  platformAt,
  sampleOrder,
} from '../../support/app/test-server.js'
import { freshDatabase } from '../../support/databases.js'
import { openReceiver, verify } from '../../support/webhooks/receiver.js'

const ORDERS = 100
const ROUNDS = 3
/** What a killed server had queued is queued again after a minute. */
const WITHIN = { timeout: 150_000, interval: 50 }

it('kill -9 during uploads and deliveries leaves no half file, and changes come in order', {
  timeout: 600_000,
}, async () => {
  await using db = await freshDatabase()
  await using receiver = await openReceiver()
  const env = { DATABASE_URL: db.url, ALLOW_PRIVATE_ADDRESSES: 'yes' }
  let serving: Serving = await startServing(env)
  const made = await newPlatform({ db, url: serving.address })
  let platform: Platform = made
  const connected = await platform.connect({ client: 'ut', paymentrules: [{}], batchlimit: 10_000 })
  const webhook = await platform.call('POST', '/api/v1/webhooks', {
    url: receiver.url,
    types: ['order.accounting.updated'],
  })
  expect(webhook.status).toBe(201)
  await putAll(platform)
  const base = createBase('ut')
  expect(await runExchange(base, wire(serving, connected))).toMatchObject({ ok: true, confirmed: true })

  for (let round = 0; round < ROUNDS; round++) {
    for (const document of base.documents.values())
      manage(base, document, round % 2 === 0 ? 'post' : 'delete', new Date())
    // Earlier and later from round to round: in the file, while it is read, while it is told of.
    const killed = killAfter(serving, 40 + round * 160)
    const first = await pushOrders(base, wire(serving, connected)).catch(() => undefined)
    await killed
    serving = await startServing(env)
    platform = platformAt(serving.address, made)
    // 1C does not know what became of it, and sends everything again.
    if (first?.ok) for (const { outcome } of base.documents.values()) markForUpload(base, outcome.siteNumber!)
    expect(await pushOrders(base, wire(serving, connected))).toMatchObject({ ok: true, documents: ORDERS })
    await expectKnown(platform, base, round % 2 === 0)
  }

  await using _last = serving
  const { rows } = await db.query<{ half: number }>(
    `select count(*)::int as half from accounting_document d
      where (d.reported->>'posted')::boolean is distinct from ${ROUNDS % 2 === 1}`,
  )
  expect(rows).toEqual([{ half: 0 }])
  // Each order was posted and deleted in turn: told at least once each, never backwards.
  const toldOf = (id: string): boolean[] =>
    receiver.received
      .filter(({ event }) => event.data.orderId === id)
      .map(({ event }) => Boolean(event.data.posted))
  await expect.poll(() => toldOf('o-0').at(-1), WITHIN).toBe(ROUNDS % 2 === 1)
  await expect
    .poll(() => new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, WITHIN)
    .toBe(ORDERS * ROUNDS)
  for (let index = 0; index < ORDERS; index++) {
    const distinct = withoutRepeats(`o-${index}`)
    expect(distinct).toEqual(Array.from({ length: ROUNDS }, (_, round) => round % 2 === 0))
  }
  for (const told of receiver.received.slice(0, 20)) verify(webhook.body.secret, told)

  /** What was told of an order, each event once, in the order in which it first came. */
  function withoutRepeats(id: string): boolean[] {
    const seen = new Set<unknown>()
    return receiver.received.flatMap(({ event, headers }) => {
      if (event.data.orderId !== id || seen.has(headers['webhook-id'])) return []
      seen.add(headers['webhook-id'])
      return [Boolean(event.data.posted)]
    })
  }
})

const wire = ({ address }: Serving, { login, password }: Connected1C) => ({
  url: `${address}/1c`,
  login,
  password,
})

async function killAfter(serving: Serving, ms: number): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, ms))
  serving.process.kill('SIGKILL')
  await serving.ended
}

async function putAll(platform: Platform): Promise<void> {
  const lines = Array.from({ length: ORDERS }, (_, index) =>
    JSON.stringify(sampleOrder(platform.companyId, { id: `o-${index}`, number: `N${index}`, payments: [] })),
  )
  const { body } = await platform.call('POST', '/api/v1/orders:batch', lines.join('\n'), {
    'content-type': 'application/x-ndjson',
  })
  expect(body.filter(({ status }: { status: number }) => status === 201)).toHaveLength(ORDERS)
}

/** Some orders of the file, from its first to its last. */
async function expectKnown(platform: Platform, base: OneC, posted: boolean): Promise<void> {
  for (const index of [0, 1, ORDERS / 2, ORDERS - 1]) {
    const id = `o-${index}`
    const { body: exports } = await platform.call('GET', `/api/v1/orders/${id}/exports`)
    const document = documentOf(base, exports.items[0].numberIn1c)!
    const items = async () => (await platform.call('GET', `/api/v1/orders/${id}/accounting`)).body.items
    await expect.poll(async () => (await items())[0]?.posted, WITHIN).toBe(posted)
    expect(await items()).toMatchObject([
      { documentId: base.managed.get(document.id)!.guid, deleted: !posted },
    ])
  }
}
