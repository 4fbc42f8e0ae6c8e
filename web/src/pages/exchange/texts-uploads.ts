import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Файлы из 1С',
    unnamed: 'без имени',
    size: (bytes: number) => sizeOf(bytes, ['байт', 'КБ', 'МБ', 'ГБ']).replace('.', ','),
    read: (documents: number, changed: number) =>
      documents === 0
        ? 'Прочитан, документов в нём нет'
        : `Прочитан: ${documents} ${pluralRu(documents, 'документ', 'документа', 'документов')}, ` +
          `изменений: ${changed}`,
    states: {
      receiving: 'Приходит по частям',
      complete: 'Читается',
      done: 'Принят',
      failed: 'Не прочитан',
    },
    content: 'Что в нём сказано',
    more: 'Показать ещё',
    order: (number: string | null) => (number === null ? 'Документ без номера заказа' : `Заказ ${number}`),
    outcomes: {
      changed: 'принято',
      unchanged: 'ничего нового',
      unknown: 'такого заказа эта 1С не получала',
      outdated: 'более новый файл уже прочитан',
      waiting: 'ещё не разобран',
    },
  },
  {
    title: 'Files from 1C',
    unnamed: 'without a name',
    size: (bytes: number) => sizeOf(bytes, ['bytes', 'KB', 'MB', 'GB']),
    read: (documents: number, changed: number) =>
      documents === 0
        ? 'Read; there are no documents in it'
        : `Read: ${documents} ${pluralEn(documents, 'document', 'documents')}, changes: ${changed}`,
    states: {
      receiving: 'Coming in parts',
      complete: 'Being read',
      done: 'Taken',
      failed: 'Could not be read',
    },
    content: 'What it says',
    more: 'Show more',
    order: (number: string | null) =>
      number === null ? 'A document without an order number' : `Order ${number}`,
    outcomes: {
      changed: 'taken',
      unchanged: 'nothing new',
      unknown: 'this 1C was never given such an order',
      outdated: 'a later file was read before',
      waiting: 'not looked at yet',
    },
  },
)

function sizeOf(bytes: number, units: readonly string[]): string {
  let [value, unit] = [bytes, 0]
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024
  return `${Math.round(value * 10) / 10} ${units[unit]}`
}
