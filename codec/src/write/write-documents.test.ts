import { expect, test } from 'vitest'
import { collect } from '../../test/support/collect.js'
import { plainOrder } from '../../test/support/documents.js'
import { readDocuments } from '../read/read-documents.js'
import { validateXml } from '../schema/validate-xml.js'
import { ENCODINGS } from '../xml/encoding.js'
import { writeDocuments } from './write-documents.js'

const options = { schemaVersion: '2.08', createdAt: '2026-11-17T12:20:00' } as const

test.each(ENCODINGS)('what is written in one call as %s is read back in one', async encoding => {
  const documents = Array.from({ length: 300 }, (_, index) => ({ ...plainOrder, number: String(index + 1) }))
  const pieces = await collect(writeDocuments(documents, { ...options, encoding }))
  expect(pieces.length).toBeGreaterThan(1)
  expect(await collect(readDocuments(pieces))).toEqual(documents)
})

test('documents are taken one at a time, so that an endless source is written in small memory', async () => {
  let taken = 0
  function* endless() {
    for (;;) {
      taken++
      yield plainOrder
    }
  }
  const writing = writeDocuments(endless(), { ...options, encoding: 'utf-8' })
  await writing.next()
  const afterFirst = taken
  expect(afterFirst).toBeLessThan(100)
  await writing.next()
  expect(taken).toBeGreaterThan(afterFirst)
  await writing.return(undefined)
})

test('without documents it writes a valid file', async () => {
  const [bytes] = await collect(writeDocuments([], { ...options, encoding: 'utf-8' }))
  expect(validateXml(new TextDecoder().decode(bytes), '2.08')).toEqual([])
})
