import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError, settingsProblems } from './read-settings.js'
import { fillSettings } from './settings.js'

const GUIDE =
  '{«paymentrules»:[{«status»:«purchased»,«gateway»:«CKassa»}],«paymentmethodname»:«Оплата картой внешняя»};'
const EXAMPLE = {
  paymentrules: [{ status: 'purchased', gateway: 'CKassa' }],
  paymentmethodname: 'Оплата картой внешняя',
}

const refused = (input: unknown): SettingsError => {
  try {
    readSettings(input)
  } catch (error) {
    if (error instanceof SettingsError) return error
    throw error
  }
  throw new Error('taken without issue')
}
/** Settings with these keys besides the required ones. */
const also = (keys: object): string => JSON.stringify({ ...EXAMPLE, ...keys })

describe("the customer's example", () => {
  it('works as it stands, unchanged', () => {
    const text = JSON.stringify(EXAMPLE)
    expect(readSettings(text)).toEqual({ settings: EXAMPLE, text, notes: [] })
  })

  it('works as an object', () => {
    expect(readSettings(EXAMPLE)).toEqual({
      settings: EXAMPLE,
      text: JSON.stringify(EXAMPLE, null, 2),
      notes: [],
    })
  })

  it('works as the guide prints it, and says what was corrected', () => {
    expect(readSettings(GUIDE)).toEqual({
      settings: EXAMPLE,
      text: JSON.stringify(EXAMPLE),
      notes: [
        'Строка 1: кавычки «» заменены на прямые двойные.',
        'Строка 1: убрана точка с запятой в конце.',
      ],
    })
  })

  it.each(['“”', '„“', '„”', '‟”', '””'])('works with %s, a BOM and non-breaking spaces', ([open, close]) => {
    const text = `\uFEFF${GUIDE.replaceAll('«', open!).replaceAll('»', close!).replaceAll(':', ':\u00A0')}\n`
    const { settings, notes } = readSettings(text)
    expect(settings).toEqual(EXAMPLE)
    expect(notes).toEqual([
      'Убран невидимый знак в начале текста (BOM).',
      `Строка 1: кавычки ${open}${close} заменены на прямые двойные.`,
      'Строка 1: неразрывные и особые пробелы заменены на обычные.',
      'Строка 1: убрана точка с запятой в конце.',
    ])
  })

  it('keeps its lines when it is corrected, and names those that changed', () => {
    const { text, notes } = readSettings(
      '{\n  "paymentrules": [ {} ],\n  «paymentmethodname»: "Оплата «картой»"\n}',
    )
    expect(text).toBe('{\n  "paymentrules": [ {} ],\n  "paymentmethodname": "Оплата «картой»"\n}')
    expect(notes).toEqual(['Строка 3: кавычки «» заменены на прямые двойные.'])
  })
})

describe('all keys', () => {
  it('are taken with the values that they may have', () => {
    const all = {
      paymentrules: [{}, { gateway: 'ЮKassa', paymentmethodname: 'СБП' }],
      paymentmethodname: 'я'.repeat(50),
      client: 'unf',
      schemaversion: '2.10',
      encoding: 'windows-1251',
      ordernumber: 'sequence',
      ordernumberfrom: 999_999,
      batchlimit: 50_000,
      ordersfrom: '2024-02-29',
      commentprefix: false,
      orderidrequisite: false,
      zip: false,
      filelimit: 0,
    }
    expect(readSettings(all).settings).toEqual(all)
  })

  it.each([
    [also({ paymentmethodname: 'я'.repeat(51) }), '/paymentmethodname', 'длиннее 50 символов (сейчас 51)'],
    [also({ paymentmethodname: '  ' }), '/paymentmethodname', 'пусто'],
    [also({ paymentmethodname: 7 }), '/paymentmethodname', 'строка в двойных кавычках'],
    [also({ paymentmethodname: 'a\u0000b' }), '/paymentmethodname', 'непечатаемый знак'],
    [also({ paymentmethodname: 'a\ud800' }), '/paymentmethodname', 'непечатаемый знак'],
    [also({ paymentmethodname: 'a\ufffd' }), '/paymentmethodname', 'след испорченной кодировки'],
    [also({ paymentrules: [{ status: 'a\uffff' }] }), '/paymentrules/0/status', 'непечатаемый знак'],
    [also({ paymentrules: [] }), '/paymentrules', 'список «paymentrules» пуст'],
    [also({ paymentrules: {} }), '/paymentrules', 'список правил в квадратных скобках'],
    [also({ paymentrules: [{}, 'purchased'] }), '/paymentrules/1', 'объект в фигурных скобках'],
    [also({ paymentrules: [{ gateway: null }] }), '/paymentrules/0/gateway', 'вместо null уберите ключ'],
    [also({ paymentrules: [{ status: '' }] }), '/paymentrules/0/status', 'пусто'],
    [also({ paymentrules: [{ statuss: 'x' }] }), '/paymentrules/0/statuss', 'имелся в виду «status»'],
    [also({ paymentrules: [{ client: 'bp' }] }), '/paymentrules/0/client', 'рядом с «paymentrules»'],
    [also({ status: 'purchased' }), '/status', 'внутри правила'],
    [also({ PaymentMethod: 'x' }), '/PaymentMethod', 'имелся в виду «paymentmethodname»'],
    [also({ shema: 'x' }), '/shema', 'есть paymentrules, paymentmethodname, client'],
    [also({ toString: 'x' }), '/toString', 'неизвестный ключ'],
    [also({ 'a/b~': 1 }), '/a~1b~0', 'неизвестный ключ'],
    [also({ client: 'УТ' }), '/client', 'одно из: "auto", "bp", "unf", "ut", "rt", "bitrix"'],
    [also({ client: 'Bitrx' }), '/client', 'имелось в виду "bitrix"'],
    [also({ schemaversion: 2.08 }), '/schemaversion', 'возьмите в кавычки'],
    [also({ schemaversion: '3.1' }), '/schemaversion', '"2.05", "2.06"'],
    [also({ encoding: 'utf8' }), '/encoding', 'имелось в виду "utf-8"'],
    [also({ ordernumber: 'own' }), '/ordernumber', '"sequence", "platform"'],
    [also({ ordernumberfrom: 0 }), '/ordernumberfrom', 'от 1 до 999999'],
    [also({ batchlimit: '5000' }), '/batchlimit', 'целое число без кавычек от 1 до 50000'],
    [also({ batchlimit: 1.5 }), '/batchlimit', 'целое число'],
    [also({ ordersfrom: '01.11.2026' }), '/ordersfrom', 'дата вида "2026-11-01"'],
    [also({ ordersfrom: '2026-02-30' }), '/ordersfrom', 'даты 2026-02-30 в календаре нет'],
    [also({ zip: 'да' }), '/zip', 'true или false'],
    [also({ filelimit: -1 }), '/filelimit', 'от 0'],
    ['{"paymentrules":[{}]}', '/paymentmethodname', 'не хватает обязательного ключа «paymentmethodname»'],
    ['[]', '', 'объект JSON в фигурных скобках'],
    ['null', '', 'в начале ждали «{»'],
    ['   ', '', 'текст пуст'],
  ])('%s is refused at its place', (text, path, words) => {
    const { errors, message } = refused(text)
    expect(errors).toHaveLength(1)
    expect(errors![0]).toMatchObject({ path, message: expect.stringContaining(words) })
    expect(message).toContain(words)
  })

  it('told twice are refused, at the second', () => {
    expect(
      settingsProblems('{"paymentrules":[{}],"paymentmethodname":"a",\n"paymentmethodname":"b"}'),
    ).toMatchObject([
      {
        path: '/paymentmethodname',
        message: 'строка 2, позиция 1: ключ «paymentmethodname» указан дважды: оставьте один',
        sentence: 'ключ «paymentmethodname» указан дважды: оставьте один',
        line: 2,
        column: 1,
        from: 46,
        to: 65,
      },
    ])
  })

  it('are all complained of at once, in the order of the text', () => {
    const { errors, message } = refused('{"client":"x","zip":1,"paymentrules":[]}')
    expect(errors!.map(error => error.path)).toEqual([
      '/paymentmethodname',
      '/client',
      '/zip',
      '/paymentrules',
    ])
    expect(message).toContain('(и ещё 3 ошибки)')
  })
})

describe('a text that is no JSON', () => {
  it('gets line, column and a sentence', () => {
    const { message, errors } = refused('{ "paymentrules" [{}]}')
    expect(message).toBe(
      'Настройки (JSON) не приняты: строка 1, позиция 18: после «paymentrules» ждали двоеточие',
    )
    expect(errors).toMatchObject([
      {
        path: '/paymentrules',
        message: 'строка 1, позиция 18: после «paymentrules» ждали двоеточие',
        line: 1,
        column: 18,
      },
    ])
  })

  it('is refused when it is longer than any settings', () => {
    expect(refused(' '.repeat(100_001)).message).toContain('длиннее 100000 символов')
  })
})

it.each([64, 65, 10_000, 100_000])(
  '%i brackets in brackets are refused alike in a text and in an object',
  depth => {
    const text = `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`
    const [ofObject] = refused(JSON.parse(text)).errors
    expect(ofObject!.message.includes('глубже 64')).toBe(depth > 64)
    if (depth < 50_000) expect(refused(text).errors[0]!.message).toContain(ofObject!.message)
  },
)

it('an object gets no line and column: nobody wrote its text', () => {
  expect(refused({ ...EXAMPLE, zip: 1 }).errors).toMatchObject([
    { path: '/zip', message: 'значение «zip» — true или false без кавычек' },
  ])
  for (const input of [undefined, null, 7, []]) expect(refused(input)).toBeInstanceOf(SettingsError)
})

it('spaces around a name are cut off, and this is said', () => {
  const { settings, text, notes } = readSettings(also({ paymentmethodname: ' Оплата картой ' }))
  expect(settings.paymentmethodname).toBe('Оплата картой')
  expect(text).toContain('" Оплата картой "')
  expect(notes).toEqual(['Пробелы по краям значения «paymentmethodname» убраны.'])
})

it('what is allowed but hardly works gets a note', () => {
  const notes = (keys: object): string[] => readSettings(also(keys)).notes
  expect(notes({ encoding: 'utf-8-bom' })).toEqual([expect.stringContaining('знак BOM')])
  expect(notes({ encoding: 'utf-8-bom', client: 'bitrix' })).toEqual([])
  expect(notes({ ordernumber: 'platform', client: 'bp' })).toEqual([
    expect.stringContaining('не больше шести'),
  ])
  expect(notes({ ordernumber: 'platform' })).toEqual([expect.stringContaining('программа 1С не узнана')])
  expect(notes({ ordernumber: 'platform', client: 'ut' })).toEqual([])
  expect(notes({ paymentmethodname: 'Оплата\u00A0картой' })).toEqual([
    expect.stringContaining('неразрывный пробел'),
  ])
  expect(
    notes({ paymentrules: [{ gateway: 'CKassa' }, { status: 'new' }, { status: 'new', gateway: 'СБП' }] }),
  ).toEqual([expect.stringMatching(/^Правило 3 ни на что не влияет: правило 2 /)])
})

it('a larger package that an earlier version stored counts as the largest', () => {
  const settings = { paymentrules: [{ status: 'purchased' }], paymentmethodname: 'Карта' }
  expect(fillSettings({ ...settings, batchlimit: 1_000_000 }).batchlimit).toBe(50_000)
  expect(fillSettings(settings).batchlimit).toBe(5000)
})
