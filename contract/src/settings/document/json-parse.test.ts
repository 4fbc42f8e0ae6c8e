import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSettingsMessage } from '../texts-settings.js'
import { type JsonNode, JsonSyntaxProblem, lineAndColumn } from './json-node.js'
import { parseJson } from './json-parse.js'
import { applyEdits } from './typography.js'

/** The plain value, as JSON.parse would return it. */
function toValue(node: JsonNode): unknown {
  if (node.kind === 'object')
    return Object.fromEntries(node.members.map(({ key, value }) => [key, toValue(value)]))
  if (node.kind === 'array') return node.items.map(toValue)
  return node.kind === 'null' ? null : node.value
}
const read = (text: string): unknown => toValue(parseJson(text).root)
const mend = (text: string): string => applyEdits(text, parseJson(text).edits)
const report = (text: string): string => {
  try {
    read(text)
  } catch (error) {
    if (!(error instanceof JsonSyntaxProblem)) throw error
    const { line, column } = lineAndColumn(text, error.from)
    return `${line}:${column} ${error.path} ${formatSettingsMessage(error.sentence, 'ru')}`
  }
  return 'read without issue'
}

describe('proper JSON', () => {
  const object = fc.jsonValue({ maxDepth: 8 }).map(value => ({ value }))

  it('is read as JSON.parse reads it, and nothing of it is corrected', () => {
    fc.assert(
      fc.property(object, fc.constantFrom(0, 1, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(parseJson(text).edits).toEqual([])
        expect(read(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('keeps quotes, colons and odd spaces that stand inside of straight quotes', () => {
    const tricky = fc.string({ unit: fc.constantFrom(...'«»“”„‟"\\:,;{}[] \u00A0\uFEFF\'aЯ') })
    fc.assert(
      fc.property(fc.dictionary(tricky, tricky), value => {
        const text = JSON.stringify(value)
        expect(parseJson(text).edits).toEqual([])
        expect(read(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('is told from anything else just as JSON.parse tells it', () => {
    const soup = fc.array(
      fc.constantFrom(...'{ } [ ] : , "a" "b" 1 -0.5e3 01 true null'.split(' '), ' ', '\n'),
    )
    fc.assert(
      fc.property(soup, pieces => {
        const text = `{"v":${pieces.join('')}}`
        let expected: unknown
        try {
          expected = JSON.parse(text)
        } catch {
          expect(report(text)).not.toBe('read without issue')
          return
        }
        expect(read(text)).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('correcting', () => {
  it.each([
    ['{«a»:«b»};', { a: 'b' }, '{"a":"b"}'],
    ['{“a”:“b”}', { a: 'b' }, '{"a":"b"}'],
    ['{„a“:„b”}', { a: 'b' }, '{"a":"b"}'],
    ['{‟a”: ”b”}', { a: 'b' }, '{"a": "b"}'],
    ['{“a“:“b“}', { a: 'b' }, '{"a":"b"}'],
    ['{«a»:»b»}', { a: 'b' }, '{"a":"b"}'],
    ['\uFEFF{\u00A0"a"\u202F:\u00A01}\u00A0;;\n', { a: 1 }, '{ "a" : 1} \n'],
    ['{«a»:«Оплата «картой»»}', { a: 'Оплата «картой»' }, '{"a":"Оплата «картой»"}'],
    ['{«a»:«Оплата «картой» внешняя»}', { a: 'Оплата «картой» внешняя' }, '{"a":"Оплата «картой» внешняя"}'],
    ['{«a»:«Оплата «картой», «СБП»»}', { a: 'Оплата «картой», «СБП»' }, '{"a":"Оплата «картой», «СБП»"}'],
    ['{“a”:“Оплата “картой””}', { a: 'Оплата “картой”' }, '{"a":"Оплата “картой”"}'],
    ['{„a“:„Оплата „картой“ внешняя“}', { a: 'Оплата „картой“ внешняя' }, '{"a":"Оплата „картой“ внешняя"}'],
    ['{«a»:«Оплата "картой"»}', { a: 'Оплата "картой"' }, '{"a":"Оплата \\"картой\\""}'],
    ['{«a»:«Оплата “картой”»}', { a: 'Оплата “картой”' }, '{"a":"Оплата “картой”"}'],
    ['{«a»:«Оплата\u00A0картой»}', { a: 'Оплата картой' }, '{"a":"Оплата картой"}'],
    ['{«a»:«x\\u0041\\n»}', { a: 'xA\n' }, '{"a":"x\\u0041\\n"}'],
    ['{«»:“”}', { '': '' }, '{"":""}'],
    ['{"a":"«b»", «c»:"d\u00A0e"}', { a: '«b»', c: 'd\u00A0e' }, '{"a":"«b»", "c":"d\u00A0e"}'],
  ])('%s', (text, value, corrected) => {
    expect(read(text)).toEqual(value)
    expect(mend(text)).toBe(corrected)
    expect(JSON.parse(mend(text))).toEqual(value)
  })

  it('gives JSON that says what was read, whatever was typed between «ёлочки»', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aЯ "\u00A0“”,;.') })
    const value = fc.tuple(word, word, word).map(([a, b, c]) => `${a}«${b}»${c}`)
    fc.assert(
      fc.property(value, value, (one, other) => {
        const text = `{«k»:«${one}»,«l»:[«${other}»]}`
        const corrected = mend(text)
        expect(JSON.parse(corrected)).toEqual(read(text))
        expect(JSON.parse(corrected)).toEqual({
          k: one.replaceAll('\u00A0', ' '),
          l: [other.replaceAll('\u00A0', ' ')],
        })
        expect(parseJson(corrected).edits).toEqual([])
      }),
    )
  })
})

describe('what is wrong is told with its place', () => {
  it.each([
    ['{ "paymentrules" []}', '1:18 /paymentrules после «paymentrules» ждали двоеточие'],
    ['', '1:1  текст пуст: напишите объект JSON в фигурных скобках'],
    ['"a"', '1:1  в начале ждали «{»'],
    ['{"a":1,}', '1:7 /a лишняя запятая перед «}»: удалите её'],
    ['{"a":[1,2,]}', '1:10 /a лишняя запятая перед «]»: удалите её'],
    ['{"a":1,,"b":2}', '1:8  две запятые подряд: удалите одну'],
    ['{"a":1 "b":2}', '1:8 /a после значения «a» ждали запятую или «}»'],
    ['{"a":1;"b":2}', '1:7 /a вместо точки с запятой здесь нужна запятая'],
    ['{"a"="b"}', '1:5 /a после «a» ждали двоеточие, а не знак «=»'],
    ['{"a":}', '1:6 /a после двоеточия ждали значение'],
    ['{"a":[1 2]}', '1:9 /a после 1-го элемента списка ждали запятую или «]»'],
    ['{"a":1}\n\n x', '3:2  после последней скобки «}» есть лишний текст: удалите его'],
    ['{"a":\n[1,2\n\n', '2:5 /a текст кончился, а скобка «[» (строка 2, позиция 1) не закрыта'],
    ['{"a":1 // шлюз\n}', '1:8 /a в JSON не бывает примечаний: удалите его'],
    ["{'a':1}", `1:2  строки в JSON пишутся в двойных кавычках: замените ' на "`],
    ['{a:1}', '1:2  ключ возьмите в двойные кавычки: "a"'],
    [
      '{"a":purchased}',
      '1:6 /a слово «purchased» без кавычек: текст в JSON берут в двойные кавычки, без них бывают только true, false и null',
    ],
    ['{"a":007}', '1:6 /a «007» — не число: в JSON пишут 5000 или 0.5, без пробелов и ведущих нулей'],
    ['{"a":"b}', '1:6 /a строка, открытая кавычкой ", не закрыта до конца строки текста'],
    ['{"a":«b}', '1:6 /a строка, открытая кавычкой «, не закрыта до конца строки текста'],
    [
      '{«a»:«x «y»,«b»:«z»}',
      '1:6 /a строка не закрыта: внутри неё открыта ещё одна кавычка «, и одной » не хватает',
    ],
    [
      '{"a»:1}',
      '1:4  строка открыта кавычкой ", а закрыта кавычкой »: поставьте с обеих сторон прямые двойные кавычки',
    ],
    [
      '{"a”:1,"b":2}',
      '1:4 /a”:1, строка открыта кавычкой ", а закрыта кавычкой ”: поставьте с обеих сторон прямые двойные кавычки',
    ],
    [
      '{«a":1}',
      '1:4  строка открыта кавычкой «, а закрыта кавычкой ": поставьте с обеих сторон прямые двойные кавычки',
    ],
    [
      '{"a":"x\\y"}',
      '1:8 /a сочетания \\y в JSON нет: обратную косую черту пишут дважды, кавычку внутри строки — \\"',
    ],
    [
      '{"a":"x\ty"}',
      '1:8 /a внутри строки невидимый управляющий знак (U+0009): удалите его, табуляцию пишут как \\t',
    ],
    ['\uFEFF{«a» 1}', '1:6 /a после «a» ждали двоеточие'],
    ['{"🙂" 1}', '1:6 /🙂 после «🙂» ждали двоеточие'],
  ])('%s', (text, expected) => {
    expect(report(text)).toBe(expected)
  })

  it.each([
    ['{"a":"b"; }', 'лишний знак «;»: удалите его', '{"a":"b" }'],
    ['{"a":"b";;\n}', 'лишний знак «;;»: удалите его', '{"a":"b"\n}'],
    ['{"a":["b";]}', 'лишний знак «;»: удалите его', '{"a":["b"]}'],
    ['{"a":1;,"b":2}', 'лишний знак «;»: удалите его', '{"a":1,"b":2}'],
    ['{"a":1;"b":2}', 'вместо точки с запятой здесь нужна запятая', '{"a":1,"b":2}'],
    ['{"a":1;\n"b":2};', 'вместо точки с запятой здесь нужна запятая', '{"a":1,\n"b":2};'],
    ['{"a":[1;2]}', 'вместо точки с запятой здесь нужна запятая', '{"a":[1,2]}'],
    ['{"a":1,\n}', 'лишняя запятая перед «}»: удалите её', '{"a":1\n}'],
    ['{"a":[1,],"b":2}', 'лишняя запятая перед «]»: удалите её', '{"a":[1],"b":2}'],
    ['{"a":1,,"b":2}', 'две запятые подряд: удалите одну', '{"a":1,"b":2}'],
    ['{"a":1\n"b":2}', 'после значения «a» ждали запятую или «}»', '{"a":1,\n"b":2}'],
    [
      '{"a":"Счёт «А», «Б»" "b":2}',
      'после значения «a» ждали запятую или «}»',
      '{"a":"Счёт «А», «Б»","b":2}',
    ],
    ['{«a» «b»}', 'после «a» ждали двоеточие', '{«a»:«b»}'],
    ['{"a"="b"}', 'ждали двоеточие, а не знак «=»', '{"a":"b"}'],
    ['{«a":1,«b»:2}', 'поставьте с обеих сторон прямые двойные', '{"a":1,«b»:2}'],
    ['{"a":“b", “c”:1}', 'поставьте с обеих сторон прямые двойные', '{"a":"b", “c”:1}'],
    ['{"a":"b»,"c":1}', 'поставьте с обеих сторон прямые двойные', '{"a":"b","c":1}'],
    ["{'a':1}", `замените ' на "`, '{"a":1}'],
    ['{a:1}', 'ключ возьмите в двойные кавычки: "a"', '{"a":1}'],
    ['{"a":да}', 'текст в JSON берут в двойные кавычки', '{"a":"да"}'],
    ['{"a":5 000}', 'без пробелов и ведущих нулей', '{"a":5000}'],
    ['{"a":1 # шлюз\n}', 'в JSON не бывает примечаний', '{"a":1 \n}'],
    ['{"a":1}}', 'есть лишний текст: удалите его', '{"a":1}'],
    ['{"a":"x\\y"}', 'обратную косую черту пишут дважды', '{"a":"x\\\\y"}'],
  ])('the advice about %s mends it', (text, advice, mended) => {
    expect(report(text)).toContain(advice)
    expect(report(mended)).toBe('read without issue')
  })

  it('a hundred thousand open brackets are refused, not followed', () => {
    expect(report(`{"a":${'['.repeat(100_000)}`)).toContain('скобки вложены глубже 64 раз')
  })
})
