import { expect, test } from 'vitest'
import { encodeText, encodingLabel } from './encoding.js'

const windows1251 = new TextDecoder('windows-1251')

test('all letters and signs of windows-1251 take one byte', () => {
  const text = 'АБВяё Ёж «ёлочки» — №§€ Ђѓ … ™ЎўҐґЇї'
  const bytes = encodeText(text, 'windows-1251')
  expect(bytes.length).toBe(text.length)
  expect(windows1251.decode(bytes)).toBe(text)
})

test('a character that windows-1251 lacks becomes a numeric reference, never a question mark', () => {
  expect(windows1251.decode(encodeText('<а>10 ₽ 😀</а>', 'windows-1251'))).toBe('<а>10 &#8381; &#128512;</а>')
})

test('the byte 0x98, which stands for nothing, is never written', () => {
  expect(windows1251.decode(encodeText('\u0098', 'windows-1251'))).toBe('&#152;')
})

test('half of a surrogate pair does not become a forbidden reference', () => {
  expect(windows1251.decode(encodeText('a\ud83d', 'windows-1251'))).toBe('a&#65533;')
})

test('UTF-8 with and without the mark have the same bytes for the same text', () => {
  expect([...encodeText('\ufeffя', 'utf-8-bom')]).toEqual([0xef, 0xbb, 0xbf, 0xd1, 0x8f])
  expect(encodeText('я₽', 'utf-8')).toEqual(encodeText('я₽', 'utf-8-bom'))
})

test('both kinds of UTF-8 are declared as UTF-8', () => {
  expect(['utf-8', 'utf-8-bom', 'windows-1251'].map(name => encodingLabel(name as 'utf-8'))).toEqual([
    'UTF-8',
    'UTF-8',
    'windows-1251',
  ])
})
