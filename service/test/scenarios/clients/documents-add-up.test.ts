import { type Client, createBase, type DocumentOutcome, runExchange } from '@obmen/simulator'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type AcceptedOrder, acceptedOrder, roubles } from '../../support/accepted-orders.js'
import { newPlatform } from '../../support/app/test-server.js'
import { useServer } from '../../support/app/use-server.js'
import { describeOnNewestPostgres } from '../../support/databases.js'

const CLIENTS = ['bp', 'unf', 'ut', 'rt', 'bitrix'] as const
/** Rates that the releases read don't know: those lines are "Без НДС" there, whatever is sent. */
const UNKNOWN = ['5', '7', '22']
const GRAVE = ['batch', 'queue', 'silent']

const knows = (client: Client, { rates }: AcceptedOrder): boolean =>
  client === 'bp' || client === 'bitrix' || !rates.some(rate => UNKNOWN.includes(rate))
/** УТ and Розница can't tell 0 % from "Без НДС" in one order; the money is the same. */
const tellsZero = (client: Client, { rates }: AcceptedOrder): boolean =>
  (client !== 'ut' && client !== 'rt') || !(rates.includes('0') && rates.includes('none'))

const scaled = (text: string, places: number): bigint => {
  const [whole = '', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(places, '0'))
}

function expectToAddUp(client: Client, document: DocumentOutcome, order: AcceptedOrder): void {
  const { lines, comment } = document
  for (const { price, quantity, amount } of lines)
    expect((scaled(price, 2) * scaled(quantity, 4) + 5_000n) / 10_000n).toBe(scaled(amount, 2))
  const sum = lines.reduce((total, { amount }) => total + scaled(amount, 2), 0n)
  if (knows(client, order)) {
    expect(document.total).toBe(order.body.total)
    expect(document.vatTotal).toBe(roubles(order.vat))
    expect(roubles(sum + (order.body.vatIncluded === true ? 0n : order.vat))).toBe(order.body.total)
  }
  if (knows(client, order) && tellsZero(client, order) && client !== 'bitrix')
    expect(lines.some(({ vat }) => vat === '0%')).toBe(order.rates.includes('0'))
  expect(comment).toMatch(new RegExp(`^Заказ ${order.body.number}\\.`))
  if (client !== 'bitrix')
    for (const quantity of order.fineQuantities) expect(comment).toContain(` – ${quantity} шт`)
  if (order.body.delivery && (client === 'ut' || client === 'bp' || client === 'unf'))
    expect(document.deliveryAddress).toBe('ул. Мира, 9')
  expect(document.posted).toBe(true)
}

describeOnNewestPostgres('documents of random orders', pg => {
  const server = useServer(pg)

  it('add up to the kopeck in every 1C, with the VAT and the items of the order (F2.6, F4.9)', async () => {
    await addUp(6, false)
  }, 300_000)

  it('add up in every 1C in the form that goes to one that is not known yet (F1.11)', async () => {
    await addUp(2, true)
  }, 300_000)

  /** Whoever shows its cookie alone is no 1C, so it stays unknown and gets what every program reads. */
  async function addUp(numRuns: number, unknown: boolean): Promise<void> {
    const platform = await newPlatform(server)
    const connected = await Promise.all(
      // The module of Bitrix asks on, by which it is known.
      CLIENTS.filter(client => !unknown || client !== 'bitrix').map(async client => ({
        client,
        base: createBase(client),
        one: await platform.connect({ client: unknown ? 'auto' : client, paymentrules: [{}] }),
      })),
    )
    let index = 0
    const drawn = fc.array(acceptedOrder(platform.companyId), { minLength: 30, maxLength: 30 })
    const exchanges = fc.asyncProperty(drawn, async makers => {
      const orders = makers.map(make => make(++index))
      const answer = await platform.batch(orders.map(({ body }) => body))
      for (const line of answer.body) expect(line, JSON.stringify(line)).toMatchObject({ status: 201 })
      const byNumber = new Map(orders.map(order => [order.body.number, order]))
      for (const { client, base, one } of connected) {
        const { login, password } = one
        const result = await runExchange(base, {
          url: `${server.url}/1c`,
          login,
          password,
          cookieOnly: unknown,
          findingsPerCode: 9999,
        })
        expect(result, result.summary).toMatchObject({ ok: true, confirmed: true })
        expect(result.documents).toHaveLength(orders.length)
        for (const document of result.documents)
          expectToAddUp(client, document, byNumber.get(document.requisites['Номер заказа на сайте'])!)
        const grave = result.findings.filter(
          ({ severity, code }) => GRAVE.includes(severity) && code !== 'unknown-vat',
        )
        expect(grave).toEqual([])
        // One item a line of the platform, however many rows it became; the delivery is another.
        const made = result.documents.flatMap(({ lines }) => lines.filter(({ item }) => item === 'created'))
        const ids = made.map(({ siteId }) => siteId)
        expect(new Set(ids).size).toBe(ids.length)
        const lines = orders.reduce((sum, order) => sum + (order.body.lines as unknown[]).length, 0)
        expect(ids.filter(id => id !== 'ORDER_DELIVERY')).toHaveLength(lines)
      }
    })
    await fc.assert(exchanges, { numRuns, endOnFailure: true })
  }
})
