import { CommercemlError, readAllDocuments } from '@obmen/codec'
import { describe, expect, it } from 'vitest'
import { ordersFile, uploadedOrder } from '../../../test/support/from-1c.js'
import type { UploadType } from '../upload.js'
import { detectContent, isComplete } from './detect-content.js'
import { detectFileKind } from './file-kind.js'

const whole = (bytes: Buffer): boolean => isComplete(detectContent(bytes), bytes, bytes, bytes.length)

describe('a file of 1C', () => {
  it('7.9: cut after any of its bytes is not taken for whole, and can not be read', () => {
    const bytes = Buffer.from(
      ordersFile(uploadedOrder({ number: '1', lines: [{ name: 'Аренда', amount: '1.00' }] })),
    )
    expect(whole(bytes)).toBe(true)
    for (let length = 1; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length)
      expect(whole(cut), `${length} bytes`).toBe(false)
      expect(() => readAllDocuments(cut)).toThrow(CommercemlError)
    }
  })

  it.each([
    ['<КоммерческаяИнформация/>', true],
    ['\ufeff<?xml version="1.0"?>\n<!-- </x> --><КоммерческаяИнформация ВерсияСхемы="2.05" />\n', true],
    ['<a:КоммерческаяИнформация xmlns:a="b"></a:КоммерческаяИнформация >\n<!-- конец -->\n', true],
    ['<a></b>', false],
    ['<a><b/>', false],
    ['<!DOCTYPE a><a>', true],
    ['<?xml version="1.0"?>', false],
  ])('%s: whole is %s', (text, expected) => {
    expect(whole(Buffer.from(text))).toBe(expected)
    expect(
      whole(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text.replace('\ufeff', ''), 'utf16le')])),
    ).toBe(expected)
  })

  it('7.17: is found with any number of comments and instructions before its root or after it', () => {
    for (const one of ['<?a?>', '<!-- a -->', '<?a?>\n']) {
      const prolog = one.repeat(Math.floor(4000 / one.length))
      expect(whole(Buffer.from(`${prolog}<a/>`))).toBe(true)
      expect(whole(Buffer.from(`${prolog}<!DOCTYPE a><a>`))).toBe(true)
      expect(whole(Buffer.from(`${prolog}<a>`))).toBe(false)
    }
    const root = '<КоммерческаяИнформация>'
    const kind = (text: string) => detectFileKind(Buffer.from(text))
    expect(kind(`${root}${'<!-- a -->\n<?a?>'.repeat(3000)}<Каталог>`)).toBe('catalogue')
    for (const open of ['<?', '<!--']) expect(kind(root + open.repeat(20_000))).toBe('orders')
  })

  it('7.10: with a classifier first is known by what follows it, otherwise by its type', () => {
    const root = '<КоммерческаяИнформация><c:Классификатор><Ид>1</Ид><Группы/>'
    const kind = (text: string, type?: UploadType) => detectFileKind(Buffer.from(root + text), type)
    const end = '</c:Классификатор>'
    expect([kind(`${end}<Документ>`, 'catalog'), kind(`${end}<Документ/>`)]).toEqual(['orders', 'orders'])
    expect([kind(`${end} <ПакетПредложений>`, 'sale'), kind(`${end}<Каталог>`)]).toEqual(
      Array(2).fill('catalogue'),
    )
    expect([kind('<Свойства>', 'sale'), kind('', 'catalog'), kind('')]).toEqual([
      'orders',
      'catalogue',
      'catalogue',
    ])
  })

  it('is told by its first bytes as soon as they are enough', () => {
    const kinds = (text: string | Buffer) => detectContent(Buffer.from(text))
    expect([kinds(''), kinds('P'), kinds('PK'), kinds(Buffer.of(0xef, 0xbb)), kinds(' \n')]).toEqual(
      Array(5).fill('unknown'),
    )
    expect([kinds('PK\x03\x04'), kinds('PK\x05\x06')]).toEqual(['archive', 'archive'])
    expect([kinds('  <a'), kinds('\ufeff<'), kinds(Buffer.of(0xfe, 0xff))]).toEqual(['xml', 'xml', 'xml'])
    expect([kinds('Привет'), kinds('PKZ'), kinds(Buffer.of(0xff, 0xd8, 0xff)), kinds('\x89PNG')]).toEqual(
      Array(4).fill('other'),
    )
  })
})
