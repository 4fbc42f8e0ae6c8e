import type { OneC } from './one-c.js'

/** An item of 1C's catalogue, as the test has it. */
export interface UploadedItem {
  id: string
  name: string
  article?: string
  /** Code of ОКЕИ; pieces by default. */
  unit?: string
  price?: string
}

/** Uploads a whole catalogue as a 1C does: signs in, sends both files, asks until they are read, and says that this was all. */
export async function uploadCatalogue(
  { url, login, password }: Pick<OneC, 'url' | 'login' | 'password'>,
  items: readonly UploadedItem[],
): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`
  const ask = async (query: string, body?: string, cookie?: string): Promise<string> => {
    const headers = { authorization, ...(cookie === undefined ? {} : { cookie }) }
    const sent = body === undefined ? { headers } : { headers, method: 'POST', body }
    return (await fetch(`${url}?type=catalog&${query}`, sent)).text()
  }
  const [, name, token] = (await ask('mode=checkauth')).split('\n')
  const cookie = `${name}=${token}`
  for (const [file, xml] of [
    ['import0_1.xml', importXml(items)],
    ['offers0_1.xml', offersXml(items)],
  ] as const) {
    await ask(`mode=file&filename=${file}`, xml, cookie)
    while ((await ask(`mode=import&filename=${file}`, undefined, cookie)) === 'progress');
  }
  await ask('mode=complete', undefined, cookie)
}

const document = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.07">${inside}</КоммерческаяИнформация>`

function importXml(items: readonly UploadedItem[]): string {
  const goods = items.map(
    ({ id, name, article, unit = '796' }) =>
      `<Товар><Ид>${id}</Ид>${article ? `<Артикул>${article}</Артикул>` : ''}<Наименование>${name}</Наименование><БазоваяЕдиница Код="${unit}">${unit === '796' ? 'шт' : 'ч'}</БазоваяЕдиница><Группы><Ид>g1</Ид></Группы></Товар>`,
  )
  return document(
    `<Классификатор><Группы><Группа><Ид>g1</Ид><Наименование>Услуги</Наименование></Группа></Группы></Классификатор><Каталог><Товары>${goods.join('')}</Товары></Каталог>`,
  )
}

function offersXml(items: readonly UploadedItem[]): string {
  const offers = items.map(
    ({ id, price = '1500' }) =>
      `<Предложение><Ид>${id}</Ид><Цены><Цена><ИдТипаЦены>t1</ИдТипаЦены><ЦенаЗаЕдиницу>${price}</ЦенаЗаЕдиницу><Валюта>RUB</Валюта></Цена></Цены><Количество>7</Количество></Предложение>`,
  )
  return document(`<ПакетПредложений><Предложения>${offers.join('')}</Предложения></ПакетПредложений>`)
}
