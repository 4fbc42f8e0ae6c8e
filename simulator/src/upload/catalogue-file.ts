import type { OneC } from '../base/base.js'
import { addItems, type OwnItem } from '../base/items.js'
import { wallClock } from '../reading/dates.js'
import { guidOf } from './orders-file.js'
import type { UploadFile } from './run-upload.js'
import { commerceMl, element, requisites, type Xml } from './xml.js'

export interface CatalogueOptions {
  /** How many items; each tenth is a service. */
  items: number
  /** Only changes since the last upload: items missing from the file stay as they were. False by default. */
  changesOnly?: boolean
  now?: Date
}

const CATALOGUE = guidOf('catalogue')
const RETAIL = guidOf('price type')
const GROUPS = ['Помещения', 'Оборудование', 'Услуги'] as const
const TENTH = 10
const STEP = 1700

/** The `import` and `offers` files, named as УТ, Розница or УНФ do; their items are added to the base. */
export function writeCatalogue(base: OneC, options: CatalogueOptions): UploadFile[] {
  const { items, changesOnly = false, now = new Date() } = options
  const { client } = base
  const portion = client === 'unf' ? '0' : '0_1'
  const head = {
    namespace: client === 'unf' ? 'urn:1C.ru:commerceml_210' : 'urn:1C.ru:commerceml_2',
    version: client === 'unf' ? '2.08' : '2.07',
    formedAt: wallClock(now),
  }
  const numbers = Array.from({ length: items }, (_, index) => index + 1)
  addItems(base, numbers.map(ownItem))
  return [
    {
      name: `import${portion}.xml`,
      content: commerceMl(head, [classifier(), catalogue(numbers, changesOnly)]),
    },
    { name: `offers${portion}.xml`, content: commerceMl(head, [offers(numbers, changesOnly)]) },
  ]
}

function classifier(): Xml {
  return element('Классификатор', [
    element('Ид', CATALOGUE),
    element('Наименование', 'Классификатор (Основной каталог)'),
    element(
      'Группы',
      GROUPS.map(name =>
        element('Группа', [element('Ид', guidOf(`group ${name}`)), element('Наименование', name)]),
      ),
    ),
  ])
}

function catalogue(numbers: readonly number[], changesOnly: boolean): Xml {
  const content = [
    element('Ид', CATALOGUE),
    element('ИдКлассификатора', CATALOGUE),
    element('Наименование', 'Основной каталог'),
    element('Товары', numbers.map(item)),
  ]
  return element('Каталог', content, { СодержитТолькоИзменения: String(changesOnly) })
}

function ownItem(number: number): OwnItem {
  const article = `A-${String(number).padStart(5, '0')}`
  return { guid: itemId(number), article, name: nameOf(number), service: isService(number) }
}

function item(number: number): Xml {
  const { guid, article, name, service } = ownItem(number)
  return element('Товар', [
    element('Ид', guid),
    element('Артикул', article),
    element('Наименование', name),
    element('БазоваяЕдиница', 'шт', { Код: '796', НаименованиеПолное: 'Штука' }),
    element('Группы', [element('Ид', guidOf(`group ${service ? GROUPS[2] : GROUPS[number % 2]}`))]),
    element('СтавкиНалогов', [
      element('СтавкаНалога', [element('Наименование', 'НДС'), element('Ставка', '20')]),
    ]),
    requisites({
      ВидНоменклатуры: service ? 'Услуги' : 'Товары',
      ТипНоменклатуры: service ? 'Услуга' : 'Товар',
      'Полное наименование': name,
    }),
  ])
}

function offers(numbers: readonly number[], changesOnly: boolean): Xml {
  const priceType = [element('Ид', RETAIL), element('Наименование', 'Розничная'), element('Валюта', 'RUB')]
  const content = [
    element('Ид', guidOf('offers')),
    element('Наименование', 'Пакет предложений (Основной каталог)'),
    element('ИдКаталога', CATALOGUE),
    element('ИдКлассификатора', CATALOGUE),
    element('ТипыЦен', [element('ТипЦены', priceType)]),
    element('Предложения', numbers.map(offer)),
  ]
  return element('ПакетПредложений', content, { СодержитТолькоИзменения: String(changesOnly) })
}

function offer(number: number): Xml {
  const kopecks = String(10_000 + number * STEP)
  return element('Предложение', [
    element('Ид', itemId(number)),
    element('Наименование', nameOf(number)),
    element('Цены', [
      element('Цена', [
        element('ИдТипаЦены', RETAIL),
        element('ЦенаЗаЕдиницу', `${kopecks.slice(0, -2)}.${kopecks.slice(-2)}`),
        element('Валюта', 'RUB'),
        element('Единица', 'шт'),
        element('Коэффициент', '1'),
      ]),
    ]),
    element('Количество', String(number % 50)),
  ])
}

function itemId(number: number): string {
  return guidOf(`catalogue item ${number}`)
}

function isService(number: number): boolean {
  return number % TENTH === 0
}

function nameOf(number: number): string {
  return isService(number) ? `Аренда переговорной ${number}` : `Товар ${number}`
}
