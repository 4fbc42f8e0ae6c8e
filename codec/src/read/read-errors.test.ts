import { expect, test } from 'vitest'
import { fromTrade } from '../../test/support/from-1c.js'
import { CommercemlError } from '../model/commerceml-error.js'
import { encodeText } from '../xml/encoding.js'
import { createDocumentReader, readAllDocuments } from './read-documents.js'
import type { ReadOptions } from './read-pieces.js'

const wrap = (inside: string) =>
  `<КоммерческаяИнформация>\n<Документ>${inside}</Документ>\n</КоммерческаяИнформация>`

/** The numbers of the documents before the error, and the error. */
function readPieces(pieces: Iterable<string | Uint8Array>, options?: ReadOptions) {
  const reader = createDocumentReader(options)
  const numbers: unknown[] = []
  try {
    for (const piece of pieces) for (const { number } of reader.push(piece)) numbers.push(number)
    for (const { number } of reader.end()) numbers.push(number)
    throw new Error('no error')
  } catch (error) {
    return { numbers, error }
  }
}

function errorOf(file: string | Uint8Array, options?: ReadOptions): CommercemlError {
  try {
    readAllDocuments(file, options)
  } catch (error) {
    if (error instanceof CommercemlError) return error
    throw error
  }
  throw new Error('no error')
}

test('an error names line, column and the path to the document', () => {
  const file = '<КоммерческаяИнформация>\n<Документ/>\n<Документ>\n <Товары><Товар></Товары>'
  expect(errorOf(file)).toMatchObject({
    code: 'malformed',
    line: 4,
    column: 25,
    path: 'КоммерческаяИнформация/Документ[2]/Товары/Товар',
  })
})

test('a document whose closing tag is missing is not given', () => {
  const file =
    '<КоммерческаяИнформация><Документ><Номер>1</Номер></Документ><Документ><Номер>2</Номер></КоммерческаяИнформация>'
  const { numbers, error } = readPieces([file])
  expect(error).toMatchObject({ code: 'malformed', path: 'КоммерческаяИнформация/Документ[2]' })
  expect(numbers).toEqual(['1'])
})

test('a bare & is reported where it stands, not where the next semicolon does', () => {
  const place = { code: 'malformed', line: 3, column: 15 }
  expect(errorOf(wrap('\n<Номер>Рога &\nкопыта</Номер>\n<Дата>1;2</Дата>'))).toMatchObject({
    ...place,
    column: 13,
  })
  expect(errorOf(wrap('\n<Номер>Рога &копыта</Номер>'))).toMatchObject({ ...place, column: 13 })
  expect(errorOf(wrap('\n<Номер a="1&2"/>'))).toMatchObject({ ...place, column: 12 })
})

test.each(['&nbsp;', '&xxe;', '&#0;', '&#xD800;', '&#1114112;', '&;', '&constructor;', '&AMP;'])(
  'the entity %s is refused, not resolved',
  entity => {
    expect(errorOf(wrap(`<Номер>${entity}</Номер>`)).code).toBe('malformed')
  },
)

test('a document type is refused, also one with entities and one inside the root', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
  const external = '<!DOCTYPE x SYSTEM "file:///etc/passwd">'
  for (const file of [`${bomb}${wrap('&b;')}`, `${external}${wrap('')}`, wrap(external)]) {
    expect(errorOf(file).code).toBe('doctype')
  }
})

test('a file that ends too early is told from a broken one', () => {
  const bytes = encodeText(fromTrade, 'utf-8')
  for (const length of [0, 3, 10, 60, 500, bytes.length - 1]) {
    expect(errorOf(bytes.subarray(0, length)).code).toBe('unexpected-end')
  }
})

test('anything else than CommerceML is named', () => {
  expect(errorOf('<html><body/></html>')).toMatchObject({ code: 'not-commerceml', line: 1, path: 'html' })
  expect(errorOf('{"orders":[]}').code).toBe('malformed')
  expect(errorOf('PK\u0003\u0004').code).toBe('malformed')
})

test('text after the root is refused', () => {
  expect(errorOf(`${wrap('')}failure`).code).toBe('malformed')
  expect(errorOf(`${wrap('')}${wrap('')}`).code).toBe('malformed')
})

test('bytes that are no text in the encoding of the file are refused', () => {
  const bytes = encodeText(wrap('<Номер>?</Номер>'), 'utf-8')
  bytes[bytes.indexOf(0x3f)] = 0xff
  expect(errorOf(bytes).code).toBe('bad-bytes')
})

test('an encoding other than the three is named', () => {
  const file = encodeText('<?xml version="1.0" encoding="KOI8-R"?><a/>', 'utf-8')
  expect(errorOf(file)).toMatchObject({ code: 'unknown-encoding', line: 1 })
})

test('depth is limited, inside and outside documents', () => {
  const deep = '<a>'.repeat(100)
  expect(errorOf(wrap(deep))).toMatchObject({ code: 'too-deep', line: 2 })
  expect(errorOf(`<КоммерческаяИнформация>${deep}`).code).toBe('too-deep')
  expect(errorOf(wrap('<a><b/></a>'), { maxDepth: 3 }).code).toBe('too-deep')
})

test.each([
  ['a text', wrap(`<Номер>${'я'.repeat(300_000)}</Номер>`)],
  ['a text with references', wrap(`<Номер>${'&amp;'.repeat(100_000)}</Номер>`)],
  ['a text that never ends', wrap('x'.repeat(300_000)).slice(0, 250_000)],
  ['a text in CDATA', wrap(`<![CDATA[${'x'.repeat(300_000)}]]>`)],
  ['an attribute', wrap(`<Номер a="${'x'.repeat(300_000)}"/>`)],
  ['a name', wrap(`<${'x'.repeat(300_000)}/>`)],
  ['a comment', wrap(`<!--${'x'.repeat(300_000)}-->`)],
  ['an instruction', wrap(`<?x ${'x'.repeat(300_000)}?>`)],
  [
    'a tag with many attributes',
    wrap(`<Номер ${Array.from({ length: 40_000 }, (_, i) => `a${i}=""`).join(' ')}/>`),
  ],
])('%s is limited in length', (_, file) => {
  const options = { maxTextLength: 50_000, maxAttributes: 50_000 }
  expect(errorOf(file, options).code).toBe('text-too-long')
  const pieces = file.match(/.{1,1000}/gs) ?? []
  expect(readPieces(pieces, options).error).toMatchObject({ code: 'text-too-long' })
})

test('an element is limited in its number of attributes', () => {
  const file = wrap(`<Номер ${Array.from({ length: 300 }, (_, i) => `a${i}=""`).join(' ')}/>`)
  expect(errorOf(file).code).toBe('too-many-attributes')
})

test('a document is limited in its number of elements, a file is not', () => {
  const line = '<Товар><Ид>1</Ид></Товар>'
  expect(errorOf(wrap(line.repeat(60)), { maxDocumentNodes: 100 }).code).toBe('document-too-large')
  const many = `<КоммерческаяИнформация>${`<Документ>${line}</Документ>`.repeat(60)}</КоммерческаяИнформация>`
  expect(readAllDocuments(many, { maxDocumentNodes: 100 })).toHaveLength(60)
})

test('the texts of a document are limited in all, those of a file are not', () => {
  const limit = { maxDocumentNodes: 100 }
  const comment = (length: number): string => `<Комментарий>${'x'.repeat(length)}</Комментарий>`
  expect(readAllDocuments(wrap(comment(1200) + comment(1200)), limit)).toHaveLength(1)
  expect(errorOf(wrap(comment(1200) + comment(1201)), limit).code).toBe('document-too-large')
  expect(errorOf(wrap(`<Номер a="${'x'.repeat(2401)}"/>`), limit).code).toBe('document-too-large')
  const pieces = [wrap(comment(2401)).slice(0, 1000), wrap(comment(2401)).slice(1000)]
  expect(readPieces(pieces, limit).error).toBeInstanceOf(CommercemlError)
  const many = `<КоммерческаяИнформация>${`<Документ>${comment(1200)}</Документ>`.repeat(60)}</КоммерческаяИнформация>`
  expect(readAllDocuments(many, limit)).toHaveLength(60)
})

test('documents before an error are given, however the file is cut', () => {
  const file =
    '<КоммерческаяИнформация><Документ><Номер>1</Номер></Документ><Документ><Номер>2</Номер></Документ><'
  for (const pieces of [[file], [...file]]) {
    const { numbers, error } = readPieces(pieces)
    expect(error).toMatchObject({ code: 'unexpected-end' })
    expect(numbers).toEqual(['1', '2'])
  }
})

const declared = (encoding: string) =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<КоммерческаяИнформация><Документ><Номер>1</Номер></Документ></КоммерческаяИнформация>`

test.each([
  ['windows-1251', 'utf-8'],
  ['UTF-8', 'windows-1251'],
] as const)('a file that says %s and is in %s is named as in the wrong encoding', (says, is) => {
  const error = errorOf(encodeText(declared(says), is))
  expect(error.code).toBe('wrong-encoding')
  expect(error.message).toContain(`the file is in ${is}`)
})

test('a zip archive in place of the XML is named as one, however it is cut', () => {
  const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8)
  expect(errorOf(zip).code).toBe('archive')
  const bytes = [...zip].map(byte => Uint8Array.of(byte))
  expect(readPieces(bytes).error).toMatchObject({ code: 'archive' })
})

test.each([
  '<КоммерческаяИнформация ВерсияСхемы="1.10"></КоммерческаяИнформация>',
  '<КоммерческаяИнформация><Каталог Идентификатор="1" Наименование="Услуги"/></КоммерческаяИнформация>',
  '<КоммерческаяИнформация><Документ Номер="1" ХозОперация="Order"><ТоварнаяПозиция Товар="1" Сумма="5"/></Документ></КоммерческаяИнформация>',
])('a file of CommerceML 1 is refused by name, not read as hollow documents: %s', file => {
  expect(errorOf(file).code).toBe('commerceml-1')
})
