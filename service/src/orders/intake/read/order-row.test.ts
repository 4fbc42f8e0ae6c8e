import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../../test/support/databases.js'
import { accepted, makePlace, orderBody, put } from '../../../../test/support/place.js'
import { searchWords } from '../../listing/search-words.js'
import { readOrder } from './read-order.js'

const ODD = ['\\N', '\\', '\\n', 'a\tb\nc\rd', '"{}"', "o'k", 'ёж «№» 🦔', '\\t', '{,}', 'Ж'.repeat(40)]
const oddText = fc
  .array(fc.constantFrom(...ODD, 'x'), { minLength: 1, maxLength: 4 })
  .map(words => words.join(''))
const order = fc.record({
  status: oddText,
  comment: oddText,
  gateways: fc.uniqueArray(oddText, { maxLength: 3, selector: text => text.trim() }),
  number: fc.option(fc.constantFrom('\\.', 'A-17', '17', 'к-0017', '=x', 'А/1-2-3', "'7'"), {
    nil: undefined,
  }),
  price: fc.integer({ min: 0, max: 10 ** 13 }),
  placedAt: fc.date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
})

describeOnEachPostgres('the row of an order', pg => {
  it('holds what is stored of it, new or changed, whatever its values are', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    let made = 0
    const check = async (
      id: string,
      {
        status,
        comment,
        gateways,
        number,
        price,
        placedAt,
      }: typeof order extends fc.Arbitrary<infer T> ? T : never,
    ): Promise<void> => {
      const amount = (price / 100).toFixed(2)
      const body = orderBody(place, {
        ...{ id, number, status, comment, attributes: { [`a${'\\'}`]: comment } },
        placedAt: `${placedAt.toISOString().slice(0, 19)}+00:00`,
        lines: [{ id: '1', name: 'x', kind: 'service', quantity: '1', price: amount, amount, vat: 'none' }],
        total: amount,
        payments: gateways.map((gateway, index) => ({
          ...{ id: `p\\${index}`, gateway, status: 'pending', amount: '1.00' },
        })),
      })
      accepted(await put(db, place, body))
      const read = readOrder(body)
      const content = read.row.content()
      const stored = JSON.parse(content)
      const { rows } = await db.query(
        `select company_id as company, platform_number as number, status, canceled, gateways, extract(epoch from placed_at)::text as at,
                total, currency, content::text as content, search::text = $3::tsvector::text as "sameWords", search::text as words
           from sale_order where location_id = $1 and id = $2`,
        [place.locationId, id, asText(searchWords(stored))],
      )
      expect(rows).toEqual([
        {
          ...{
            company: place.companyId,
            number: number ?? null,
            status: status.trim(),
            canceled: false,
            content,
          },
          ...{ gateways: gateways.map(gateway => gateway.trim()), total: stored.total, currency: 'RUB' },
          at: `${Math.floor(placedAt.getTime() / 1000)}.000000`,
          sameWords: true,
          words: expect.any(String),
        },
      ])
      expect(stored).toMatchObject({ id, status: status.trim() })
    }
    await fc.assert(
      fc.asyncProperty(order, order, async (first, then) => {
        const id = `\\N${++made}`
        await check(id, first)
        await check(id, then)
      }),
      { numRuns: 25 },
    )
  })
})

/** What PostgreSQL reads as a tsvector. */
function asText({ words, positions }: ReturnType<typeof searchWords>): string {
  return words
    .map((word, index) => {
      const places = positions[index]!
      const quoted = `'${word.replace(/['\\]/g, '$&$&')}'`
      return places.length === 0 ? quoted : `${quoted}:${places.join(',')}`
    })
    .join(' ')
}
