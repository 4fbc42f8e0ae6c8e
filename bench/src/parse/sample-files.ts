import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export const MB = 1_000_000

/** A file in the shape that УТ uploads: a head, any number of entries, a tail. */
export interface SampleFile {
  head: string
  one: (index: number) => string
  tail: string
}

const OPEN =
  '<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ' +
  'xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.07" ' +
  'ДатаФормирования="2026-11-20T10:00:00">\n'
const CLOSE = '</КоммерческаяИнформация>\n'

const guid = (index: number): string => `bd72d910-55bc-11d9-848a-${index.toString(16).padStart(12, '0')}`

/** A whole catalogue: half a kilobyte of facts an item, a description, properties that nobody keeps. */
export const CATALOGUE: SampleFile = {
  head: `${OPEN}\t<Классификатор>
\t\t<Ид>c</Ид>
\t\t<Группы>
\t\t\t<Группа>
\t\t\t\t<Ид>g1</Ид>
\t\t\t\t<Наименование>Услуги</Наименование>
\t\t\t</Группа>
\t\t</Группы>
\t</Классификатор>
\t<Каталог СодержитТолькоИзменения="false">
\t\t<Ид>c</Ид>
\t\t<Товары>\n`,
  one: index => `\t\t\t<Товар>
\t\t\t\t<Ид>${guid(index)}</Ид>
\t\t\t\t<Штрихкод>2000018987155</Штрихкод>
\t\t\t\t<Артикул>АР-${index}</Артикул>
\t\t\t\t<Наименование>Аренда переговорной комнаты № ${index} на час</Наименование>
\t\t\t\t<БазоваяЕдиница Код="356" НаименованиеПолное="Час" МеждународноеСокращение="HUR">ч</БазоваяЕдиница>
\t\t\t\t<Группы>
\t\t\t\t\t<Ид>g1</Ид>
\t\t\t\t</Группы>
\t\t\t\t<Описание>Переговорная на ${index % 20} мест с экраном и доской, этаж ${index % 9}.
&quot;Северный корпус&quot;, вход с улицы Мира.</Описание>
\t\t\t\t<ЗначенияСвойств>
\t\t\t\t\t<ЗначенияСвойства>
\t\t\t\t\t\t<Ид>bb14a4b8-6b17-11e0-9819-e0cb4ed5eed4</Ид>
\t\t\t\t\t\t<Значение>444bbea3-6b18-11e0-9819-e0cb4ed5eed4</Значение>
\t\t\t\t\t</ЗначенияСвойства>
\t\t\t\t</ЗначенияСвойств>
\t\t\t\t<СтавкиНалогов>
\t\t\t\t\t<СтавкаНалога>
\t\t\t\t\t\t<Наименование>НДС</Наименование>
\t\t\t\t\t\t<Ставка>20</Ставка>
\t\t\t\t\t</СтавкаНалога>
\t\t\t\t</СтавкиНалогов>
\t\t\t\t<ЗначенияРеквизитов>
\t\t\t\t\t<ЗначениеРеквизита>
\t\t\t\t\t\t<Наименование>ВидНоменклатуры</Наименование>
\t\t\t\t\t\t<Значение>Аренда</Значение>
\t\t\t\t\t</ЗначениеРеквизита>
\t\t\t\t\t<ЗначениеРеквизита>
\t\t\t\t\t\t<Наименование>ТипНоменклатуры</Наименование>
\t\t\t\t\t\t<Значение>Услуга</Значение>
\t\t\t\t\t</ЗначениеРеквизита>
\t\t\t\t</ЗначенияРеквизитов>
\t\t\t</Товар>\n`,
  tail: `\t\t</Товары>\n\t</Каталог>\n${CLOSE}`,
}

const line = (index: number, place: number): string => `\t\t\t<Товар>
\t\t\t\t<Ид>${guid(index * 3 + place)}</Ид>
\t\t\t\t<Артикул>АР-${place}</Артикул>
\t\t\t\t<Наименование>Аренда переговорной, час</Наименование>
\t\t\t\t<БазоваяЕдиница Код="356" НаименованиеПолное="Час">ч</БазоваяЕдиница>
\t\t\t\t<СтавкиНалогов>
\t\t\t\t\t<СтавкаНалога>
\t\t\t\t\t\t<Наименование>НДС</Наименование>
\t\t\t\t\t\t<Ставка>20</Ставка>
\t\t\t\t\t</СтавкаНалога>
\t\t\t\t</СтавкиНалогов>
\t\t\t\t<ЦенаЗаЕдиницу>1500</ЦенаЗаЕдиницу>
\t\t\t\t<Количество>2</Количество>
\t\t\t\t<Сумма>3000</Сумма>
\t\t\t</Товар>\n`

const requisite = (name: string, value: string): string =>
  `\t\t\t<ЗначениеРеквизита>
\t\t\t\t<Наименование>${name}</Наименование>
\t\t\t\t<Значение>${value}</Значение>
\t\t\t</ЗначениеРеквизита>\n`

/** Orders of three lines that were posted and paid. */
export const ORDERS: SampleFile = {
  head: OPEN,
  one: index => `\t<Документ>
\t\t<Ид>${guid(index)}</Ид>
\t\t<Номер>${index}</Номер>
\t\t<Дата>2026-11-17</Дата>
\t\t<ХозОперация>Заказ товара</ХозОперация>
\t\t<Роль>Продавец</Роль>
\t\t<Валюта>643</Валюта>
\t\t<Курс>1</Курс>
\t\t<Сумма>9000</Сумма>
\t\t<Контрагенты>
\t\t\t<Контрагент>
\t\t\t\t<Ид>${guid(index % 5000)}</Ид>
\t\t\t\t<Наименование>ООО &quot;Вектор ${index % 5000}&quot;</Наименование>
\t\t\t\t<ИНН>6658000226</ИНН>
\t\t\t\t<Роль>Покупатель</Роль>
\t\t\t</Контрагент>
\t\t</Контрагенты>
\t\t<Время>12:15:07</Время>
\t\t<Товары>
${line(index, 0)}${line(index, 1)}${line(index, 2)}\t\t</Товары>
\t\t<ЗначенияРеквизитов>
${[
  requisite('Номер по 1С', `ТДУТ-${index}`),
  requisite('Проведен', 'true'),
  requisite('Дата оплаты по 1С', '2026-11-18T9:30:00'),
  requisite('Номер оплаты по 1С', String(index)),
].join('')}\t\t</ЗначенияРеквизитов>
\t</Документ>\n`,
  tail: CLOSE,
}

const AT_ONCE = 200

/** The text of a file of about this many bytes, piece by piece. */
export function* sampleText({ head, one, tail }: SampleFile, bytes: number): Generator<Buffer> {
  yield Buffer.from(head)
  let written = 0
  for (let index = 0; written < bytes; index += AT_ONCE) {
    let text = ''
    for (let each = index; each < index + AT_ONCE; each++) text += one(each)
    const piece = Buffer.from(text)
    written += piece.length
    yield piece
  }
  yield Buffer.from(tail)
}

export async function writeSample(file: SampleFile, bytes: number, path: string): Promise<void> {
  await pipeline(Readable.from(sampleText(file, bytes)), createWriteStream(path))
}
