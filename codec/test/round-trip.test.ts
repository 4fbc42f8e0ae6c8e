import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SCHEMA_VERSIONS } from '../src/model/parts.js'
import { readAllDocuments } from '../src/read/read-documents.js'
import { validateXml } from '../src/schema/validate-xml.js'
import { writeDocument } from '../src/write/write-document.js'
import { writeEnvelopeEnd, writeEnvelopeStart } from '../src/write/write-envelope.js'
import { ENCODINGS, encodeText } from '../src/xml/encoding.js'
import { documentOf } from './support/arbitrary.js'

const createdAt = '2026-11-17T12:15:07'

describe.each(SCHEMA_VERSIONS)('in schema %s', schemaVersion => {
  test.each(ENCODINGS)('any documents written as %s are read back equal', encoding => {
    fc.assert(
      fc.property(fc.array(documentOf(schemaVersion), { maxLength: 3 }), documents => {
        const xml =
          writeEnvelopeStart({ schemaVersion, createdAt, encoding }) +
          documents.map(document => writeDocument(document, { schemaVersion })).join('') +
          writeEnvelopeEnd()
        expect(readAllDocuments(encodeText(xml, encoding))).toEqual(documents)
      }),
      { numRuns: 8 },
    )
  })

  test('any document allowed by the schema is written in its structure', () => {
    fc.assert(
      fc.property(documentOf(schemaVersion), document => {
        expect(validateXml(writeDocument(document, { schemaVersion }), schemaVersion)).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})
