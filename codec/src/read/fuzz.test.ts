import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBitrixModule, fromSmallBusiness, fromTrade } from '../../test/support/from-1c.js'
import { CommercemlError } from '../model/commerceml-error.js'
import { encodeText } from '../xml/encoding.js'
import { createDocumentReader } from './read-documents.js'

/** Documents, or the code of a CommercemlError; any other error fails the test. */
function outcomeOf(file: Uint8Array, size = Math.max(1, file.length)) {
  const reader = createDocumentReader()
  const found = []
  try {
    for (let start = 0; start < file.length; start += size)
      found.push(...reader.push(file.subarray(start, start + size)))
    return [...found, ...reader.end()]
  } catch (error) {
    expect(error).toBeInstanceOf(CommercemlError)
    const { code, line, column, path } = error as CommercemlError
    return { code, line, column, path }
  }
}

const files = [fromTrade, fromSmallBusiness, fromBitrixModule].map(xml => encodeText(xml, 'utf-8'))

const broken = fc
  .record({
    file: fc.constantFrom(...files),
    at: fc.nat(3000),
    removed: fc.nat(30),
    inserted: fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc
        .constantFrom(...'& < > " ]]> <!-- <![CDATA[ <? /> </ <a &# ; \u0000 \ufeff'.split(' '))
        .map(text => encodeText(text, 'utf-8')),
    ),
  })
  .map(({ file, at, removed, inserted }) => {
    const start = at % file.length
    return Uint8Array.from([...file.subarray(0, start), ...inserted, ...file.subarray(start + removed)])
  })

test('a broken file gives documents or a CommercemlError, the same however it is cut', () => {
  fc.assert(
    fc.property(broken, fc.constantFrom(1, 7, 64, 1000), (file, size) => {
      expect(outcomeOf(file, size)).toEqual(outcomeOf(file))
    }),
    { numRuns: 150 },
  )
})

test('random bytes give nothing but a CommercemlError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      expect(outcomeOf(bytes)).toHaveProperty('code')
    }),
    { numRuns: 300 },
  )
})
