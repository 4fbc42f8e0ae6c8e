import { readAllDocuments, requisiteValue, validateXml } from '@obmen/codec'
import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { type Connected, connect } from '../../test/support/sale-feed/connected.js'
import { line, payment } from '../../test/support/sale-feed/order.js'
import type { PaymentForm } from '../integrations/connection/payment-form.js'
import { updateIntegration } from '../integrations/update-integration.js'
import { applySettings } from '../orders/intake/apply-settings.js'
import { stepRecalculation } from '../orders/routing/recalculation.js'
import { confirmBatch } from '../outbox/batches/confirm-batch.js'
import { dictionaries } from './dictionaries.js'
import { type OfferedOrders, offerOrders } from './offer-orders.js'
import { previewOrder, previewQuery } from './preview.js'

const NEVER = new AbortController().signal
const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ id: `o-${from + index}` }))

const read = ({ body }: OfferedOrders): Promise<string> => readText(body)
async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}
const ids = (xml: string): string[] => readAllDocuments(xml).map(({ id }) => id!)
const sorted = (list: string[]): string[] => [...list].sort()

async function ask(
  { db, integration }: Connected,
  sessionId: number,
  payments: PaymentForm = 'requisites',
): Promise<OfferedOrders> {
  return offerOrders(db, { integrationKey: integration.key, sessionId, payments }, NEVER)
}
async function success({ db, integration }: Connected, sessionId: number) {
  return confirmBatch(db, { integrationKey: integration.key, sessionId })
}
async function batchState({ db }: Connected, { batchId }: OfferedOrders) {
  const { rows } = await db.query<{ state: string; order_count: number }>(
    'select state, order_count from outbox_batch where id = $1',
    [batchId],
  )
  return rows[0]!
}

describeOnEachPostgres('query', pg => {
  it('gives every owed order once, and after success none (O5)', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put(many(730))
    const session = await connected.session()
    const answer = await ask(connected, session)
    const xml = await read(answer)
    expect(validateXml(xml, '2.08')).toEqual([])
    expect(sorted(ids(xml))).toEqual(sorted(many(730).map(({ id }) => id)))
    expect(answer.orderCount()).toBe(730)
    expect(await batchState(connected, answer)).toEqual({ state: 'sent', order_count: 730 })
    expect(await success(connected, session)).toEqual({ result: 'confirmed', orders: 730 })
    const again = await ask(connected, session)
    const empty = await read(again)
    expect(ids(empty)).toEqual([])
    expect(empty.length).toBeLessThan(555)
    expect(again.contentLength).toBe(Buffer.byteLength(empty))
  })

  it('asked twice before success gives the same orders, in their newest state', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put([{ id: 'a' }, { id: 'b' }])
    const session = await connected.session()
    const first = await ask(connected, session)
    await read(first)
    await connected.put([{ id: 'a', status: 'changed' }])
    const xml = await read(await ask(connected, session))
    expect(sorted(ids(xml))).toEqual(['a', 'b'])
    const a = readAllDocuments(xml).find(({ id }) => id === 'a')!
    expect(requisiteValue(a.requisites, 'Статус заказа')).toBe('changed')
    expect((await batchState(connected, first)).state).toBe('abandoned')
  })

  it('asked again does not wait until what was given before is cleared away, which is done after it', async () => {
    const connected = await connect(await pg.freshDatabase())
    const { db } = connected
    await connected.put(many(3))
    const session = await connected.session()
    const first = await ask(connected, session)
    await read(first)
    const itemsLeft = async () =>
      (await db.query('select from outbox_batch_item where batch_id = $1', [first.batchId])).rowCount
    await db.transaction(async tx => {
      await tx.query('select from outbox_batch_item where batch_id = $1 for update', [first.batchId])
      expect(ids(await read(await ask(connected, session)))).toHaveLength(3)
      expect(await success(connected, session)).toEqual({ result: 'confirmed', orders: 3 })
      expect(await itemsLeft()).toBe(3)
    })
    await expect.poll(itemsLeft).toBe(0)
  })

  it('a further query of the Bitrix module gives what follows, until nothing is left; one success confirms all', async () => {
    const connected = await connect(await pg.freshDatabase(), { client: 'bitrix', batchlimit: 2 })
    await connected.put(many(5))
    const session = await connected.session()
    const answers: string[][] = []
    for (;;) {
      const given = ids(await read(await ask(connected, session)))
      if (given.length === 0) break
      answers.push(given)
    }
    expect(answers.map(({ length }) => length)).toEqual([2, 2, 1])
    expect(new Set(answers.flat()).size).toBe(5)
    expect(await success(connected, session)).toEqual({ result: 'confirmed', orders: 5 })
  })

  it('gives no more than batchlimit orders (F1.7)', async () => {
    const connected = await connect(await pg.freshDatabase(), { batchlimit: 130 })
    await connected.put(many(300))
    const session = await connected.session()
    expect(ids(await read(await ask(connected, session)))).toHaveLength(130)
    await success(connected, session)
    expect(ids(await read(await ask(connected, session)))).toHaveLength(130)
    await success(connected, session)
    expect(ids(await read(await ask(connected, session)))).toHaveLength(40)
  })

  it('a download that is cut leaves everything owed, and its success is refused', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put(many(900))
    const session = await connected.session()
    const answer = await ask(connected, session)
    for await (const _ of answer.body) break
    await expect.poll(async () => (await batchState(connected, answer)).state).toBe('abandoned')
    expect(await success(connected, session)).toMatchObject({ result: 'refused' })
    expect(ids(await read(await ask(connected, session)))).toHaveLength(900)
  })

  it('a client that goes away while its answer is made leaves no open batch', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put(many(300))
    const { db, integration } = connected
    const leaving = new AbortController()
    const sessionId = await connected.session()
    const answer = await offerOrders(
      db,
      { integrationKey: integration.key, sessionId, payments: 'requisites' },
      leaving.signal,
    )
    leaving.abort()
    await expect.poll(async () => (await batchState(connected, answer)).state).toBe('abandoned')
    await expect(
      offerOrders(db, { integrationKey: integration.key, sessionId, payments: 'requisites' }, leaving.signal),
    ).rejects.toThrow()
    const { rows } = await db.query(`select from outbox_batch where state = 'open'`)
    expect(rows).toEqual([])
  })

  it('an answer overtaken by another query of its session ends without the closing tag', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put(many(900))
    const session = await connected.session()
    const overtaken = await ask(connected, session)
    const reader = overtaken.body[Symbol.asyncIterator]()
    await reader.next()
    expect(ids(await read(await ask(connected, session)))).toHaveLength(900)
    let text = ''
    await expect(
      (async () => {
        for (let next = await reader.next(); !next.done; next = await reader.next())
          text += String(next.value)
      })(),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(text).not.toContain('</КоммерческаяИнформация>')
    expect((await batchState(connected, overtaken)).state).toBe('abandoned')
  })

  it('while a client does not read, no connection and no lock is held: orders can be put', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put(many(900))
    const answer = await ask(connected, await connected.session())
    const reader = answer.body[Symbol.asyncIterator]()
    await reader.next()
    await connected.put([{ id: 'o-1', canceled: true }, { id: 'new' }])
    const { rows } = await connected.db.query<{ count: number }>(
      `select count(*) as count from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    )
    expect(rows[0]!.count).toBe(0)
    await reader.return?.()
  })

  it('payments may be documents, of version 2.10', async () => {
    const connected = await connect(await pg.freshDatabase(), { schemaversion: '2.05' })
    await connected.put([{ id: 'a', payments: [payment({ amount: '1000.00' })] }])
    const xml = await read(await ask(connected, await connected.session(), 'documents'))
    expect(xml).toContain('ВерсияСхемы="2.10"')
    expect(validateXml(xml, '2.10')).toEqual([])
    const [document] = readAllDocuments(xml)
    expect(document!.subordinateDocuments).toMatchObject([
      { id: 'pay-17', number: '1', total: '1000.00', operation: 'acquiring' },
    ])
  })

  it('an integration that is gone is refused in plain words', async () => {
    const connected = await connect(await pg.freshDatabase())
    const gone = { ...connected, integration: { ...connected.integration, key: 999_999 } }
    await expect(ask(gone, await connected.session())).rejects.toMatchObject({ code: 'not-found' })
  })
})

describeOnEachPostgres('preview', pg => {
  it('is what the next query would give, and marks nothing (F1.10)', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put(many(3))
    const { db, integration } = connected
    const seen: string[] = []
    const preview = await previewQuery(db, integration.key, { limit: 50 }, order => seen.push(order.id))
    const xml = await readText(preview!.body)
    expect(ids(xml)).toEqual(ids(await read(await ask(connected, await connected.session()))))
    expect([seen, preview!.orderCount]).toEqual([['o-0', 'o-1', 'o-2'], 3])
    expect((await previewQuery(db, integration.key, { limit: 2 }))!.orderCount).toBe(2)
    const { rows } = await db.query('select from outbox_batch')
    expect(rows).toHaveLength(1)
  })

  it('shows one order as it would go now and as it went at an earlier revision', async () => {
    const connected = await connect(await pg.freshDatabase())
    await connected.put([{ id: 'a', comment: 'первый' }])
    await connected.put([{ id: 'a', comment: 'второй' }])
    const { db, integration } = connected
    const { rows } = await db.query<{ key: number }>(`select key from sale_order where id = 'a'`)
    const at = async (revision?: number) => previewOrder(db, integration.key, rows[0]!.key, { revision })
    expect(await at()).toMatchObject({ revision: 2, document: { comment: expect.stringMatching(/второй$/) } })
    expect(await at(1)).toMatchObject({
      revision: 1,
      document: { comment: expect.stringMatching(/первый$/) },
    })
    expect(await at(2)).toMatchObject({ revision: 2 })
    expect(await at(3)).toBeUndefined()
    expect(await previewOrder(db, integration.key, 999_999)).toBeUndefined()
  })
})

describeOnEachPostgres('dictionaries of mode=info', pg => {
  it('hold the words of rules and orders, statuses under both spellings, acquiring for every gateway (F11.1)', async () => {
    const connected = await connect(await pg.freshDatabase(), {
      paymentrules: [
        { status: 'purchased', gateway: 'CKassa' },
        { gateway: 'СБП', paymentmethodname: 'Быстрые платежи' },
      ],
    })
    await connected.put([
      { id: 'a', status: 'Новый & важный', payments: [payment({ gateway: 'Наличные' })] },
      {
        id: 'b',
        lines: [line()],
        total: '3300.00',
        delivery: { name: 'Курьер', amount: '300.00', vat: '20' },
      },
    ])
    const xml = (await dictionaries(connected.db, connected.integration.key))!
    const element = (id: string, name: string, more = '') =>
      `<Элемент><Ид>${id}</Ид><Название>${name}</Название>${more}</Элемент>`
    const statuses = element('purchased', 'purchased') + element('Новый &amp; важный', 'Новый &amp; важный')
    const kind = '<ТипОплаты>Эквайринговая оплата</ТипОплаты>'
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Справочник>/)
    expect(xml).toContain(`<Статусы>${statuses}</Статусы>`)
    // The same, as Bitrix spells it: with a Latin C.
    expect(xml).toContain(`<\u0043татусы>${statuses}</\u0043татусы>`)
    expect(xml).toContain(
      `<ПлатежныеСистемы>${element('CKassa', 'Оплата картой внешняя', kind)}${element('СБП', 'Быстрые платежи', kind)}</ПлатежныеСистемы>`,
    )
    expect(xml).toContain(`<СлужбыДоставки>${element('Курьер', 'Курьер')}</СлужбыДоставки>`)
  })

  it('have one element a gateway, the own name of the integration and every other name under itself (F11.2)', async () => {
    const connected = await connect(await pg.freshDatabase(), {
      paymentrules: [
        { status: 'new', gateway: 'CKassa', paymentmethodname: 'Предоплата' },
        { status: 'purchased', gateway: 'CKassa' },
        { gateway: 'СБП', paymentmethodname: 'Быстрые платежи' },
        { gateway: 'Предоплата', paymentmethodname: 'Быстрые платежи' },
      ],
    })
    await connected.put([{ id: 'a', status: 'purchased', payments: [payment()] }])
    const { db, integration } = connected
    const named = async () =>
      [
        ...(await dictionaries(db, integration.key))!.matchAll(
          /<Ид>([^<]*)<\/Ид><Название>([^<]*)<\/Название><ТипОплаты>/g,
        ),
      ].map(([, id, name]) => [id, name])
    const systems = [
      ['CKassa', 'Предоплата'],
      ['СБП', 'Быстрые платежи'],
      ['Предоплата', 'Быстрые платежи'],
      ['Оплата картой внешняя', 'Оплата картой внешняя'],
    ]
    expect(await named()).toEqual(systems)
    await read(await ask(connected, await connected.session()))
    const where = { locationId: integration.locationId, integrationId: integration.id, by: {} }
    const settings = { paymentrules: [{ gateway: 'CKassa' }], paymentmethodname: 'Карта' }
    await updateIntegration(db, where, { settings }, undefined, applySettings)
    while (await stepRecalculation(db, integration.key));
    expect(await named()).toEqual([
      ['CKassa', 'Карта'],
      ['Оплата картой внешняя', 'Оплата картой внешняя'],
    ])
  })

  it('name at least the method itself when no gateway is known', async () => {
    const connected = await connect(await pg.freshDatabase())
    expect(await dictionaries(connected.db, connected.integration.key)).toContain(
      '<Название>Оплата картой внешняя</Название>',
    )
    expect(await dictionaries(connected.db, 999_999)).toBeUndefined()
  })
})
