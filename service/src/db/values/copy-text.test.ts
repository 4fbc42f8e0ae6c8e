import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyRow, copyRows, readCopyRow } from './copy-text.js'

const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\\', '\t\n\r', 'я\\N', '\u{1f600}'))

describe('rows for COPY', () => {
  it('are read back as they were', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), values => {
        expect(readCopyRow(copyRow(values))).toEqual(values)
      }),
    )
    expect(readCopyRow(copyRow([null, true, 12, 'x']))).toEqual([null, 'true', '12', 'x'])
  })

  it('are the same in pieces, however long they are and whatever buffer their rest lies in', () => {
    const long = fc.constantFrom(1, 1000, 30_000, 70_000, 200_000).map(length => 'я'.repeat(length))
    const row = fc.record({
      values: fc.array(fc.oneof(value, long), { minLength: 1, maxLength: 3 }),
      rest: fc.option(fc.oneof(value, long), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), rows => {
        const pieces = copyRows(
          rows.map(({ values, rest }) => {
            if (rest === undefined) return { values }
            const before = Buffer.from('before')
            const encoded = Buffer.from(copyRow([rest]))
            const bytes = Buffer.concat([before, encoded, Buffer.from('after')])
            return {
              values,
              rest: { bytes, start: before.length, end: before.length + encoded.length },
            }
          }),
        )
        const expected = rows.map(({ values, rest }) =>
          copyRow(rest === undefined ? values : [...values, rest]),
        )
        expect(Buffer.concat([...pieces]).toString()).toBe(expected.map(text => `${text}\n`).join(''))
      }),
    )
  })
})
