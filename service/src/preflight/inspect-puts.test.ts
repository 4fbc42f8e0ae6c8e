import { CLIENTS } from '@obmen/contract/settings'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { accepted, connect, inspectMarked, makePlace, orderBody } from '../../test/support/place.js'
import { randomBody } from '../../test/support/sale-feed/random-body.js'
import { saveOrders } from '../orders/intake/save-orders.js'
import { inspectOrders, inspectPuts } from './inspect-orders.js'

const ORDERS = 100
/** Shown when it fails: with it the same orders come again. */
const DRAWN = `TEST_SEED=${process.env.TEST_SEED}`

describeOnEachPostgres('findings of new orders', pg => {
  it('odd new orders are saved with their findings and holds, for every client', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    for (const client of [...CLIENTS, 'auto' as const])
      await connect(db, place, { client, paymentrules: [{}], paymentmethodname: 'Карта' })
    const inputs = fc.sample(randomBody, ORDERS).map((body, index) => ({
      body: { ...body, companyId: place.companyId, id: `${index} ${body.id}`.slice(0, 190) },
    }))
    let found = 0
    const results = await saveOrders(db, place.locationId, inputs, {
      async inspect(tx, puts) {
        const warnings = await inspectPuts(tx, puts)
        const stored = async () =>
          (await tx.query('select *, ctid::text as place from order_finding order by 1, 2, 3, 4')).rows
        const before = await stored()
        // The same findings again: nothing is written.
        await inspectOrders(tx, puts.written)
        expect(await stored(), DRAWN).toEqual(before)
        found += before.length
        return warnings
      },
    })
    expect(
      results.filter(result => 'error' in result),
      DRAWN,
    ).toEqual([])
    expect(found).toBeGreaterThan(ORDERS)
    const { rowCount } = await db.query('select from outbox_entry where held_since is not null limit 1')
    expect(rowCount).toBe(1)
  }, 300_000)

  it('deliveries of two names are told for Бухгалтерия, once and as no line', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    await connect(db, place, { client: 'bp', paymentrules: [{}], paymentmethodname: 'Карта' })
    const warned = async (name: string) => {
      const body = orderBody(place, { id: name, delivery: { name, amount: '0.00', vat: 'none' } })
      const [saved] = await saveOrders(db, place.locationId, [{ body }], { inspect: inspectPuts })
      const reused = accepted(saved).warnings.filter(({ code }) => code === 'item-id-reused')
      return reused.map(({ path }) => path)
    }
    expect(await warned('Курьер')).toEqual([])
    expect(await warned('Почта')).toEqual(['/delivery/name'])
  })

  it('an earlier order learns that another buyer came with its phone, e-mail, ИНН or name', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    const keys = [
      { client: 'rt', phone: '+7 916 123-45-67' },
      { client: 'bp', email: 'ivan.petrov@example.ru' },
      { client: 'bp', inn: '500100732259' },
      { client: 'ut' },
    ] as const
    for (const client of ['rt', 'bp', 'ut'] as const)
      await connect(db, place, { client, paymentrules: [{}], paymentmethodname: 'Карта' })
    const buyers = keys.map(({ client: _, ...key }, at) => ({
      customer: { kind: 'entrepreneur' as const, name: `ИП Пётр № ${at}`, ...key },
      at,
    }))
    const come = async (who: string): Promise<void> => {
      for (const { customer, at } of buyers) {
        const name = at === 3 ? customer.name : `${customer.name} ${who}`
        const body = orderBody(place, {
          id: `${who}-${at}`,
          customer: { ...customer, name, id: `${who}-${at}` },
        })
        accepted((await saveOrders(db, place.locationId, [{ body }], { inspect: inspectPuts }))[0])
      }
      await inspectMarked(db)
    }
    const merging = async () => {
      const { rows } = await db.query<{ id: string }>(
        `select distinct o.id from order_finding f join sale_order o on o.key = f.order_key
          where f.code = 'buyer-may-merge' order by 1`,
      )
      return rows.map(({ id }) => id)
    }
    await come('a')
    expect(await merging()).toEqual([])
    await come('b')
    expect(await merging()).toEqual(['a-0', 'a-1', 'a-2', 'a-3', 'b-0', 'b-1', 'b-2', 'b-3'])
  })

  it('an earlier order learns that another has its payment, and that it has it no more', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    await connect(db, place, { client: 'bp', paymentrules: [{}], paymentmethodname: 'Карта' })
    const [payment] = orderBody(place).payments!
    const told = async (id: string, payments: (typeof payment)[]) => {
      const body = orderBody(place, { id, payments: payments.map(one => one!) })
      accepted((await saveOrders(db, place.locationId, [{ body }], { inspect: inspectPuts }))[0])
      await inspectMarked(db)
      const { rows } = await db.query<{ id: string }>(
        `select o.id from order_finding f join sale_order o on o.key = f.order_key
          where f.code = 'payment-of-two-orders' order by 1`,
      )
      return rows.map(({ id }) => id)
    }
    expect(await told('a', [payment])).toEqual([])
    expect(await told('b', [payment])).toEqual(['a', 'b'])
    expect(await told('b', [])).toEqual([])
  })

  it('an item with a long name or with blanks is not taken for another one when it comes again', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    await connect(db, place, { client: 'bp', paymentrules: [{}], paymentmethodname: 'Карта' })
    const [line] = orderBody(place).lines
    for (const name of ['Аренда   зала', `Аренда ${'большого '.repeat(30)}зала`]) {
      const body = orderBody(place, {
        id: name.slice(0, 20),
        lines: [{ ...line!, id: name.slice(0, 20), name }],
      })
      for (const comment of [undefined, 'снова']) {
        const [saved] = await saveOrders(db, place.locationId, [{ body: { ...body, comment } }], {
          inspect: inspectPuts,
        })
        expect(accepted(saved).warnings.map(({ code }) => code)).not.toContain('item-id-reused')
      }
    }
  })
})
