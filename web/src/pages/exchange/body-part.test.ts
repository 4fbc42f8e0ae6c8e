import { expect, test } from 'vitest'
import { isText, PART_BYTES, partCount, partRange, partText } from './body-part.js'

function parts(body: Uint8Array, contentType: string): string[] {
  const count = partCount(body.length)
  return Array.from({ length: count }, (_, part) => {
    const { offset, limit } = partRange(part)
    return partText(body.slice(offset, offset + limit), part, part === count - 1, contentType)
  })
}

const documents = Array.from({ length: 30_000 }, (_, n) => `<Документ><Номер>${n}</Номер></Документ>`)
const xml = `<?xml version="1.0"?><КоммерческаяИнформация>${documents.join('')}</КоммерческаяИнформация>`

test('the parts of an XML put together are the XML, and each begins with a tag', () => {
  const shown = parts(new TextEncoder().encode(xml), 'application/xml; charset=utf-8')
  expect(shown.length).toBeGreaterThan(3)
  expect(shown.join('')).toBe(xml)
  expect(shown.every(part => part.startsWith('<'))).toBe(true)
})

test('no character is cut in two, wherever the bytes of a part end', () => {
  for (const shift of [0, 1, 2, 3]) {
    const text = `${'x'.repeat(shift)}${'€\n'.repeat(PART_BYTES / 2)}`
    const shown = parts(new TextEncoder().encode(text), 'text/plain; charset=utf-8')
    expect(shown.join('')).toBe(text)
  }
})

test('windows-1251 is read as such', () => {
  const bytes = new Uint8Array([0x3c, 0xc0, 0x2f, 0x3e])
  expect(parts(bytes, 'application/xml; charset=windows-1251')).toEqual(['<А/>'])
})

test('a short body is one part, an empty one too', () => {
  expect(parts(new TextEncoder().encode('success'), 'text/plain')).toEqual(['success'])
  expect(partCount(0)).toBe(1)
})

test('an archive is not shown as text', () => {
  expect(isText('application/zip')).toBe(false)
  expect(isText('text/plain; charset=utf-8')).toBe(true)
  expect(isText(undefined)).toBe(true)
})
