import fc from 'fast-check'
import { expect, test } from 'vitest'
import { corrections, documentOf, exampleSettings, formatted, withKey, write } from './settings-document.js'

const GUIDE =
  '{«paymentrules»:[{«status»:«purchased»,«gateway»:«CKassa»}],«paymentmethodname»:«Оплата картой внешняя»};'

test('the example is the one of the guide', () => {
  expect(JSON.parse(exampleSettings('Оплата картой внешняя'))).toEqual(documentOf(GUIDE))
})

test('an edit of one key keeps all others, their order, and what no form knows', () => {
  const text =
    '{"mystery": {"deep": [1, {"a": null}]}, "paymentmethodname": "К", "paymentrules": [7, {"x": "y"}]}'
  const edited = withKey(text, 'paymentmethodname', 'Картой')
  expect(Object.entries(JSON.parse(edited))).toEqual([
    ['mystery', { deep: [1, { a: null }] }],
    ['paymentmethodname', 'Картой'],
    ['paymentrules', [7, { x: 'y' }]],
  ])
  expect(JSON.parse(withKey(text, 'mystery', undefined))).not.toHaveProperty('mystery')
})

test('a text with typographic quotes can be edited in the form', () => {
  expect(JSON.parse(withKey(GUIDE, 'client', 'unf'))).toEqual({ ...documentOf(GUIDE), client: 'unf' })
})

test('whatever JSON object is written out, it is read back the same, and is tidy', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
      const document = JSON.parse(JSON.stringify(value)) as Record<string, unknown>
      const text = write(document)
      expect(JSON.parse(text)).toEqual(document)
    }),
  )
  expect(formatted(exampleSettings('К'))).toBeUndefined()
})

test('correcting tells what was corrected and nothing else', () => {
  const corrected = corrections(GUIDE)
  expect(JSON.parse(corrected?.text ?? '')).toEqual(documentOf(GUIDE))
  expect(corrected?.notes).toHaveLength(2)
  expect(corrections('{"paymentrules":[{}],"paymentmethodname":"К"}')).toBeUndefined()
  expect(corrections('{"paymentrules":[')).toBeUndefined()
})

test('what is not an object is no document', () => {
  for (const text of ['', '[]', '"x"', '{', 'null', '7']) expect(documentOf(text)).toBeUndefined()
})
