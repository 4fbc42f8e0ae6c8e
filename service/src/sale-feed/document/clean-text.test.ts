import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canBeFoundIn1C, PLATFORM_NUMBER_LIMIT } from '../../orders/numbering/document-number.js'
import { cleanName, cleanText } from './clean-text.js'

const LEGAL =
  /^(?!.*\p{Noncharacter_Code_Point})[\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/su
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
    .map(units => String.fromCharCode(...units)),
  fc.string({
    unit: fc.constantFrom('a', ' ', '#', '\u0000', '\ud83c', '\udf89', '\n', '\r', 'ж'),
    maxLength: 120,
  }),
)

it('text is legal in XML, trimmed and within its limit, whatever came in (F10.1, F10.3)', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 300 }), (text, limit) => {
      for (const cleaned of [cleanText(text, limit), cleanName(text, limit)]) {
        expect(cleaned).toMatch(LEGAL)
        expect(cleaned.length).toBeLessThanOrEqual(limit)
        expect(cleaned.trim()).toBe(cleaned)
      }
    }),
    { numRuns: 500 },
  )
})

it('a name has no #, no line break and no two blanks in a row (F10.2)', () => {
  fc.assert(fc.property(texts, text => void expect(cleanName(text, 100)).not.toMatch(/[#\n\r\t]|\s\s/)))
})

it('cleaning what is clean changes nothing (F10.1)', () => {
  fc.assert(
    fc.property(texts, text => {
      const name = cleanName(text, 100)
      expect(cleanName(name, 100)).toBe(name)
      const value = cleanText(text, 100)
      expect(cleanText(value, 100)).toBe(value)
    }),
  )
})

it('ordinary texts pass as they are (F10.1)', () => {
  for (const text of ['ООО «Вектор» — №1, 5 ₽', 'a & b <c>', '']) {
    expect(cleanName(text, 100)).toBe(text)
    expect(cleanText(text, 100)).toBe(text)
  }
  expect(cleanText('две\r\nстроки\r', 100)).toBe('две\nстроки')
})

it('a long name that must be cleaned costs no more than a short one', () => {
  const started = performance.now()
  cleanName(`${'x'.repeat(249)}#`, 250)
  cleanName(`${'x y '.repeat(60)}#`, 250)
  // Backtracking would take hours.
  expect(performance.now() - started).toBeLessThan(10_000)
})

it('a number that 1C finds again is one that nothing is cleaned from', () => {
  const short = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 14 }),
    fc.string({
      unit: fc.constantFrom('A', '1', ' ', '#', '\u00a0', '\u0000', '\ud83c', '😀', 'ж', '\ufffe'),
      maxLength: 13,
    }),
  )
  fc.assert(
    fc.property(short, number => {
      expect(canBeFoundIn1C(number)).toBe(
        number !== '' && cleanName(number, PLATFORM_NUMBER_LIMIT) === number,
      )
    }),
    { numRuns: 3_000 },
  )
})
