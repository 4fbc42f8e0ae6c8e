import { request } from 'node:http'
import type { Database } from '../../src/db/database.js'
import { type Backend, basic, type Connected, send } from './exchange.js'

/** A catalogue item as 1C uploads it, with the values of the test. */
export interface GivenItem {
  id: string
  name: string
  article?: string
  vat?: string
  unit?: { code: string; name: string }
  kind?: string
  group?: string
  deleted?: boolean
  characteristic?: string
}

export const ITEM = (number: number): string => `a0000000-0000-11ef-8f00-${String(number).padStart(12, '0')}`
export const CHARACTERISTIC = (number: number): string =>
  `b0000000-0000-11ef-8f00-${String(number).padStart(12, '0')}`

const file = (inside: string): string =>
  `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.07">${inside}</КоммерческаяИнформация>`

export function importFile(
  items: readonly GivenItem[],
  {
    changesOnly = false,
    groups = '',
    catalogue = 'c',
  }: { changesOnly?: boolean; groups?: string; catalogue?: string } = {},
): string {
  return file(`<Классификатор><Ид>${catalogue}</Ид><Группы>${groups}</Группы></Классификатор>
<Каталог СодержитТолькоИзменения="${changesOnly}"><Ид>${catalogue}</Ид><Товары>${items.map(itemXml).join('\n')}</Товары></Каталог>`)
}

function itemXml(item: GivenItem): string {
  const { id, name, article, vat, unit = { code: '796', name: 'шт' }, kind = 'Услуга', group, deleted } = item
  const { characteristic } = item
  return `<Товар${deleted ? ' Статус="Удален"' : ''}><Ид>${id}</Ид>${article ? `<Артикул>${article}</Артикул>` : ''}<Наименование>${name}</Наименование>
<БазоваяЕдиница Код="${unit.code}" НаименованиеПолное="${unit.name}">${unit.name}</БазоваяЕдиница>
${group ? `<Группы><Ид>${group}</Ид></Группы>` : ''}<Картинка>import_files/1.jpg</Картинка>
${vat ? `<СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>${vat}</Ставка></СтавкаНалога></СтавкиНалогов>` : ''}
${characteristicXml(characteristic)}
<ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>ТипНоменклатуры</Наименование><Значение>${kind}</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Товар>`
}

function characteristicXml(color: string | undefined): string {
  if (color === undefined) return ''
  return `<ХарактеристикиТовара><ХарактеристикаТовара><Наименование>Цвет</Наименование><Значение>${color}</Значение></ХарактеристикаТовара></ХарактеристикиТовара>`
}

export interface GivenOffer {
  id: string
  name?: string
  price?: string
  quantity?: string
  stock?: string
  characteristic?: string
}

export function offersFile(
  offers: readonly GivenOffer[],
  { changesOnly = false, catalogue = 'c' } = {},
): string {
  return file(`<ПакетПредложений СодержитТолькоИзменения="${changesOnly}"><Ид>${catalogue}#</Ид><ИдКаталога>${catalogue}</ИдКаталога>
<ТипыЦен><ТипЦены><Ид>t1</Ид><Наименование>Розничная</Наименование><Валюта>RUB</Валюта></ТипЦены></ТипыЦен>
<Склады><Склад><Ид>w1</Ид><Наименование>Главный склад</Наименование></Склад></Склады>
<Предложения>${offers.map(offerXml).join('\n')}</Предложения></ПакетПредложений>`)
}

function offerXml({ id, name, price, quantity, stock, characteristic }: GivenOffer): string {
  return `<Предложение><Ид>${id}</Ид>${name ? `<Наименование>${name}</Наименование>` : ''}
${characteristicXml(characteristic)}
${price ? `<Цены><Цена><ИдТипаЦены>t1</ИдТипаЦены><ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу><Валюта>RUB</Валюта></Цена></Цены>` : ''}
${quantity ? `<Количество>${quantity}</Количество>` : ''}${stock ? `<Склад ИдСклада="w1" КоличествоНаСкладе="${stock}"/>` : ''}</Предложение>`
}

/** Prices and stock alone, as УТ sends them between its catalogues: the characteristic has an element of its own. */
export function offerChangesFile(
  offers: readonly { item: string; characteristic?: string; quantity: string }[],
): string {
  const offer = ({ item, characteristic, quantity }: (typeof offers)[number]) =>
    `<Предложение><Ид>${item}</Ид>${characteristic ? `<ИдХарактеристики>${characteristic}</ИдХарактеристики>` : ''}
<Склады ИдСклада="w1" КоличествоНаСкладе="${quantity}"/><Количество>${quantity}</Количество></Предложение>`
  return file(`<ИзмененияПакетаПредложений><Ид>c#</Ид><ИдКаталога>c</ИдКаталога>
<Предложения>${offers.map(offer).join('\n')}</Предложения></ИзмененияПакетаПредложений>`)
}

/** A session of 1C that uploads a catalogue. */
export async function catalogueSession(
  backend: Pick<Backend, 'url'>,
  of: Pick<Connected, 'login' | 'password'>,
) {
  const headers = { authorization: basic(of.login, of.password) }
  const signedIn = await send(backend, '/1c?type=catalog&mode=checkauth', { headers })
  const [, name, token] = signedIn.text.split('\n')
  const cookie = `${name}=${token}`
  const ask = async (query: string, body?: string | Buffer): Promise<string> => {
    const asking = body === undefined ? { headers, cookie } : { headers, cookie, body }
    return (await send(backend, `/1c?type=catalog&${query}`, asking)).text
  }
  return {
    ask,
    /** Breaks the connection after these bytes of a file. */
    async breakOff(name: string, bytes: string): Promise<void> {
      const call = request(`${backend.url}/1c?type=catalog&mode=file&filename=${name}`, {
        ...{ method: 'POST', agent: false },
        headers: { ...headers, cookie, 'content-length': Buffer.byteLength(bytes) + 1000 },
      }).on('error', () => undefined)
      await new Promise(sent => call.write(bytes, sent))
      call.destroy()
    },
    /** Uploads a file and returns the result; asks until it is no longer `progress`, as 1C does. */
    async upload(name: string, body: string | Buffer): Promise<string> {
      const stored = await ask(`mode=file&filename=${encodeURIComponent(name)}`, body)
      if (stored !== 'success') return stored
      for (;;) {
        const answer = await ask(`mode=import&filename=${encodeURIComponent(name)}`)
        if (answer !== 'progress') return answer
      }
    },
  }
}

/** State of each item by id. */
export async function statesOf(db: Database, integrationKey: number): Promise<Record<string, string>> {
  const { rows } = await db.query<{ id: string; state: string }>(
    'select item_id as id, state from catalogue_item where integration_key = $1 order by item_id',
    [integrationKey],
  )
  return Object.fromEntries(rows.map(({ id, state }) => [id, state]))
}
