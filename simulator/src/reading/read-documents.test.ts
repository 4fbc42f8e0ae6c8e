import { describe, expect, test } from 'vitest'
import { answer, order, PAID, requisites } from '../../test/support/order.js'
import { Element, each, filled, MissingProperty, required, type Value, valueAt } from './element.js'
import { BrokenXml, type RootFacts, readDocuments } from './read-documents.js'
import { readRequisites } from './requisites.js'

async function read(
  pieces: string[],
  insideContainers = false,
): Promise<{ documents: Element[]; root: RootFacts }> {
  const root: RootFacts = { name: '', namespace: null, schemaVersion: null, containers: 0, documents: 0 }
  const documents: Element[] = []
  async function* text() {
    yield* pieces
  }
  for await (const document of readDocuments(text(), root, { insideContainers })) documents.push(document)
  return { documents, root }
}

const XML = answer(order({ requisites: requisites(PAID) }), order({ number: '16' }))

/** A value as plain data, to compare two results. */
function plain(value: Value): unknown {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(plain)
  const names = [
    'Ид',
    'Номер',
    'Дата',
    'Сумма',
    'Товары',
    'Товар',
    'Наименование',
    'БазоваяЕдиница',
    'Код',
    'ЗначенияРеквизитов',
    'ЗначениеРеквизита',
    'Значение',
  ]
  return Object.fromEntries(
    names.flatMap(name => (value.get(name) === undefined ? [] : [[name, plain(value.get(name)!)]])),
  )
}

test('where the text is cut does not matter', async () => {
  const whole = (await read([XML])).documents.map(plain)
  expect(whole).toHaveLength(2)
  expect((await read([...XML])).documents.map(plain)).toEqual(whole)
  for (let at = 1; at < XML.length; at += 97) {
    expect((await read([XML.slice(0, at), XML.slice(at)])).documents.map(plain)).toEqual(whole)
  }
})

describe('an element as 1C sees it', () => {
  const inner = async (xml: string) => (await read([`<К><Документ>${xml}</Документ></К>`])).documents[0]!

  test('a leaf with text is a string, an empty one an object', async () => {
    const document = await inner('<А> x </А><Б/><В></В><Г>  </Г>')
    expect(document.get('А')).toBe(' x ')
    for (const name of ['Б', 'В', 'Г']) expect(document.get(name)).toBeInstanceOf(Element)
    expect(filled(document.get('Б'))).toBeUndefined()
  })

  test('equal elements are a list, attributes are properties', async () => {
    const document = await inner('<А>1</А><А>2</А><А>3</А><Б Код="796">шт</Б>')
    expect(each(document.get('А'))).toEqual(['1', '2', '3'])
    expect(valueAt(document, 'Б', 'Код')).toBe('796')
    expect(document.get('Б')).toBeInstanceOf(Element)
  })

  test('entities and CDATA are text', async () => {
    const document = await inner('<А>a &amp; b<![CDATA[ <c>]]></А>')
    expect(document.get('А')).toBe('a & b <c>')
  })

  test('a property that is not there is an exception that names it', async () => {
    const document = await inner('<А>1</А>')
    expect(() => required(document, 'Б')).toThrow(MissingProperty)
    expect(() => required(document.get('А'), 'Б', 'А')).toThrow('А/Б')
  })
})

test('the root is known by its local name, its namespace and version', async () => {
  const { root, documents } = await read([
    '<c:КоммерческаяИнформация xmlns:c="urn:1C.ru:commerceml_3" ВерсияСхемы="3.1"><c:Документ><c:Номер>7</c:Номер></c:Документ></c:КоммерческаяИнформация>',
  ])
  expect(root).toEqual({
    name: 'КоммерческаяИнформация',
    namespace: 'urn:1C.ru:commerceml_3',
    schemaVersion: '3.1',
    containers: 0,
    documents: 1,
  })
  expect(documents[0]?.get('Номер')).toBe('7')
})

test('only direct children of the root are documents, those in containers on demand', async () => {
  const xml =
    '<К><Документ><Документ/></Документ><Пакет><Документ/></Пакет><Контейнер><Документ/></Контейнер></К>'
  expect((await read([xml])).root).toMatchObject({ documents: 1, containers: 1 })
  expect((await read([xml], true)).root).toMatchObject({ documents: 2, containers: 1 })
})

test.each(['<К><Документ></К>', '<К>', '', 'текст', '<К>&лев;</К>', '<К a=1/>', `${'<a>'.repeat(300)}`])(
  'broken XML says where: %s',
  async xml => {
    await expect(read([xml])).rejects.toThrow(BrokenXml)
  },
)

test('an empty requisite takes over the last value of the order before in УТ and Розница', async () => {
  const { documents } = await read([
    answer(
      order({ requisites: requisites({ Первый: 'да' }) }),
      order({ requisites: requisites({ Второй: '' }) }),
    ),
  ])
  const last = { value: undefined }
  readRequisites(documents[0]!, last)
  const second = readRequisites(documents[1]!, last)
  expect(second.leaked).toEqual([{ name: 'Второй', value: 'да' }])
  expect(second.values.get('Второй')).toBe('да')
  expect(readRequisites(documents[1]!).values.get('Второй')).toBeUndefined()
})
