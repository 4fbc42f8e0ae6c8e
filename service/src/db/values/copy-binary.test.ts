import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../../test/support/databases.js'
import { arrayOfInts, arrayOfTexts, CopyBuffer, copyRows, fieldStarts } from './copy-binary.js'

const text = fc.oneof(
  fc.string({ unit: 'binary' }).map(odd => odd.replaceAll('\0', '')),
  fc
    .tuple(
      fc.constantFrom('x', 'я', '\u{1f600}'),
      fc.constantFrom(1, 32, 33, 4095, 4097, 30_000, 70_000, 200_000),
    )
    .map(([one, length]) => one.repeat(length)),
)
const decimal = fc
  .tuple(fc.bigInt(-(10n ** 17n), 10n ** 17n), fc.integer({ min: 0, max: 5 }))
  .map(([digits, scale]) => {
    const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
    const point = all.length - scale
    return `${digits < 0n ? '-' : ''}${all.slice(0, point)}${scale > 0 ? `.${all.slice(point)}` : ''}`
  })
const word = fc.stringMatching(/^[a-zа-я0-9='\\]{1,20}$/)
const row = fc.record({
  int4: fc.integer(),
  int8: fc.maxSafeInteger(),
  bool: fc.boolean(),
  uuid: fc.uuid(),
  at: fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
  numeric: decimal,
  text,
  nullable: fc.option(text),
  json: fc.jsonValue(),
  texts: fc.array(text, { maxLength: 3 }),
  words: fc.dictionary(word, fc.uniqueArray(fc.integer({ min: 1, max: 127 }), { maxLength: 3 })),
})
const FIELDS = 11

describeOnEachPostgres('rows in the binary format of COPY', pg => {
  it('are stored as they were, in however many pieces', async () => {
    const db = await pg.freshDatabase()
    await db.query(
      `create table copied (int4 int, int8 bigint, bool boolean, uuid uuid, at timestamptz, "numeric" numeric, "text" text,
                            nullable text, "json" json, texts text[], words tsvector)`,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async rows => {
        await db.query('truncate copied')
        const copied = await db.copyIn(
          'copy copied from stdin (format binary)',
          copyRows(rows, FIELDS, (buffer, one) => {
            buffer.int4(one.int4)
            buffer.int8(one.int8)
            buffer.bool(one.bool)
            buffer.uuid(one.uuid)
            buffer.timestamptz(one.at.getTime())
            buffer.numeric(one.numeric)
            buffer.text(one.text)
            buffer.textOrNull(one.nullable)
            buffer.text(JSON.stringify(one.json))
            buffer.textArray(one.texts)
            buffer.tsvector(
              Object.keys(one.words),
              Object.values(one.words).map(places => [...places].sort((a, b) => a - b)),
            )
          }),
        )
        expect(copied).toBe(rows.length)
        const stored = await db.query(
          `select int4, int8, bool, uuid, (extract(epoch from at) * 1000)::bigint as at, "numeric"::text as numeric, "text", nullable,
                  "json"::text as json, texts, "texts" is not null as is,
                  (select coalesce(json_object_agg(lexeme, coalesce(positions, '{}')), '{}') from unnest(words)) as words
             from copied`,
        )
        expect(stored.rows).toEqual(
          rows.map(({ at, json, words, ...rest }) => ({
            ...rest,
            at: at.getTime(),
            json: JSON.stringify(json),
            is: true,
            words: Object.fromEntries(
              Object.entries(words).map(([each, places]) => [each, [...places].sort((a, b) => a - b)]),
            ),
          })),
        )
      }),
      { numRuns: 20 },
    )
  })
})

describeOnEachPostgres('arrays as parameters', pg => {
  it('are read as they were, also empty ones', async () => {
    const db = await pg.freshDatabase()
    await fc.assert(
      fc.asyncProperty(fc.array(text), fc.array(fc.integer()), async (texts, numbers) => {
        const { rows } = await db.query('select $1::text[] as texts, $2::int[] as numbers', [
          arrayOfTexts(texts),
          arrayOfInts(numbers),
        ])
        expect(rows).toEqual([{ texts, numbers }])
      }),
      { numRuns: 20 },
    )
  })
})

describe('the buffer of a group', () => {
  it('holds all texts in UTF-8, whatever their length, and is free again once they are taken', () => {
    const buffer = new CopyBuffer()
    const long = fc.oneof(text, fc.constant('я'.repeat(1_500_000)))
    fc.assert(
      fc.property(fc.array(long, { minLength: 1, maxLength: 6 }), texts => {
        const sizes = texts.map(each => buffer.text(each))
        expect(sizes).toEqual(texts.map(each => Buffer.byteLength(each)))
        const taken = Buffer.from(buffer.take())
        const starts = fieldStarts(taken, 0, texts.length)
        expect(
          starts.map((start, index) => taken.toString('utf8', start + 4, start + 4 + sizes[index]!)),
        ).toEqual(texts)
        expect(buffer.end).toBe(0)
        expect(buffer.bytes.length).toBeLessThanOrEqual(4 * 2 ** 20)
      }),
      { numRuns: 15 },
    )
  })
})
