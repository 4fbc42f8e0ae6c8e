import { expect, test } from 'vitest'
import { decodeXml } from './decode-xml.js'

const DECLARED = '<?xml version="1.0" encoding="windows-1251"?><А/>'

test('an XML is read in the encoding that it declares', () => {
  const cyrillic = Uint8Array.from(DECLARED, character =>
    character === 'А' ? 0xc0 : character.charCodeAt(0),
  )
  expect(decodeXml(cyrillic)).toBe(DECLARED)
})

test('a byte order mark and a missing declaration mean UTF-8', () => {
  const utf8 = new TextEncoder()
  expect(decodeXml(utf8.encode('\ufeff<?xml version="1.0" encoding="UTF-8"?><Б/>'))).toContain('<Б/>')
  expect(decodeXml(utf8.encode('<Б/>'))).toBe('<Б/>')
})
