import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../../test/support/databases.js'
import { accepted, makePlace, orderBody, put } from '../../../../test/support/place.js'
import { RowBuffer } from './order-row.js'
import { readOrder } from './read-order.js'

const ODD = ['\\N', '\\', '\\n', 'a\tb\nc\rd', '"{}"', "o'k", 'ёж «№» 🦔', '\\t', '{,}']
const oddText = fc
  .array(fc.constantFrom(...ODD, 'x'), { minLength: 1, maxLength: 4 })
  .map(words => words.join(''))

describeOnEachPostgres('the row of an order', pg => {
  it('holds what is stored of it, whatever its texts are made of', async () => {
    const db = await pg.freshDatabase()
    const place = await makePlace(db)
    await fc.assert(
      fc.asyncProperty(oddText, oddText, oddText, async (status, comment, gateway) => {
        const body = orderBody(place, {
          ...{ id: '\\N', number: '\\.', status, comment, attributes: { [`a${'\\'}`]: comment } },
          payments: [{ id: 'p\\', gateway, status: 'pending', amount: '1.00' }],
        })
        const { row } = readOrder(body)
        accepted(await put(db, place, body))
        const { rows } = await db.query<Record<string, string>>(
          `select id, company_id::text, platform_number, status, canceled::text, gateways::text, total::text, customer_name,
                  search = $2::tsvector as same, currency, content::text
             from sale_order where location_id = $1`,
          [place.locationId, row.values()[9]],
        )
        const [id, company, number, is, canceled, gateways, , total, customer, , currency, content] =
          row.values()
        expect(rows).toEqual([
          {
            ...{
              id,
              company_id: company,
              platform_number: number,
              status: is,
              total,
              currency,
              content,
              same: true,
            },
            ...{ canceled, customer_name: customer, gateways: rows[0]!.gateways },
          },
        ])
        expect(content).toBe(row.content())
        expect(JSON.parse(row.content())).toMatchObject({ id: '\\N', number: '\\.', status: status.trim() })
        const parsed = await db.query<{ one: string }>('select ($1::text[])[1] as one', [gateways])
        expect(parsed.rows[0]!.one).toBe(gateway.trim())
      }),
      { numRuns: 40 },
    )
  })
})

describe('the buffer of a group', () => {
  it('holds all texts in UTF-8, whatever their length, and is free again once they are taken', () => {
    const rows = new RowBuffer()
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom('x', 'я', '\u{1f600}'),
          fc.constantFrom(1, 4095, 4097, 40_000, 70_000, 3_000_000),
        )
        .map(([one, length]) => one.repeat(length)),
    )
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), texts => {
        const sizes = texts.map(each => rows.append(each))
        expect(sizes).toEqual(texts.map(each => Buffer.byteLength(each)))
        expect(Buffer.from(rows.take()).equals(Buffer.concat(texts.map(each => Buffer.from(each))))).toBe(
          true,
        )
        expect(rows.bytes.length).toBeLessThanOrEqual(4 * 2 ** 20)
      }),
      { numRuns: 50 },
    )
  })
})
