import { describe, expect, test } from 'vitest'
import { answer, order, requisites } from '../../test/support/order.js'
import { Element, each, filled, MissingProperty, required, valueAt } from './element.js'
import { BrokenXml, type RootFacts, readDocuments } from './read-documents.js'
import { readRequisites } from './requisites.js'

function read(xml: string, insideContainers = false): { documents: Element[]; root: RootFacts } {
  const root: RootFacts = { name: '', namespace: null, schemaVersion: null, containers: 0, documents: 0 }
  return { documents: [...readDocuments(xml, root, { insideContainers })], root }
}

describe('an element as 1C sees it', () => {
  const inner = (xml: string) => read(`<К><Документ>${xml}</Документ></К>`).documents[0]!

  test('a leaf with text is a string, an empty one an object', () => {
    const document = inner('<А> x </А><Б/><В></В><Г>  </Г>')
    expect(document.get('А')).toBe(' x ')
    for (const name of ['Б', 'В', 'Г']) expect(document.get(name)).toBeInstanceOf(Element)
    expect(filled(document.get('Б'))).toBeUndefined()
  })

  test('equal elements are a list, attributes are properties', () => {
    const document = inner('<А>1</А><А>2</А><А>3</А><Б Код="796">шт</Б>')
    expect(each(document.get('А'))).toEqual(['1', '2', '3'])
    expect(valueAt(document, 'Б', 'Код')).toBe('796')
    expect(document.get('Б')).toBeInstanceOf(Element)
  })

  test('entities and CDATA are text', () => {
    const document = inner('<А>a &amp; b<![CDATA[ <c>]]></А>')
    expect(document.get('А')).toBe('a & b <c>')
  })

  test('a property that is not there is an exception that names it', () => {
    const document = inner('<А>1</А>')
    expect(() => required(document, 'Б')).toThrow(MissingProperty)
    expect(() => required(document.get('А'), 'Б', 'А')).toThrow('А/Б')
  })
})

test('the root is known by its local name, its namespace and version', () => {
  const { root, documents } = read(
    '<c:КоммерческаяИнформация xmlns:c="urn:1C.ru:commerceml_3" ВерсияСхемы="3.1"><c:Документ><c:Номер>7</c:Номер></c:Документ></c:КоммерческаяИнформация>',
  )
  expect(root).toEqual({
    name: 'КоммерческаяИнформация',
    namespace: 'urn:1C.ru:commerceml_3',
    schemaVersion: '3.1',
    containers: 0,
    documents: 1,
  })
  expect(documents[0]?.get('Номер')).toBe('7')
})

test('only direct children of the root are documents, those in containers on demand', () => {
  const xml =
    '<К><Документ><Документ/></Документ><Пакет><Документ/></Пакет><Контейнер><Документ/></Контейнер></К>'
  expect(read(xml).root).toMatchObject({ documents: 1, containers: 1 })
  expect(read(xml, true).root).toMatchObject({ documents: 2, containers: 1 })
})

test.each(['<К><Документ></К>', '<К>', '', 'текст', '<К>&лев;</К>', '<К a=1/>', `${'<a>'.repeat(300)}`])(
  'broken XML says where: %s',
  xml => {
    expect(() => read(xml)).toThrow(BrokenXml)
  },
)

test('an empty requisite takes over the last value of the order before in УТ and Розница', () => {
  const { documents } = read(
    answer(
      order({ requisites: requisites({ Первый: 'да' }) }),
      order({ requisites: requisites({ Второй: '' }) }),
    ),
  )
  const last = { value: undefined }
  readRequisites(documents[0]!, last)
  const second = readRequisites(documents[1]!, last)
  expect(second.leaked).toEqual([{ name: 'Второй', value: 'да' }])
  expect(second.values.get('Второй')).toBe('да')
  expect(readRequisites(documents[1]!).values.get('Второй')).toBeUndefined()
})
