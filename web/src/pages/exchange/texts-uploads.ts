import { pluralEn, pluralRu } from '@obmen/contract'
import type { Upload } from '@obmen/contract/rest'
import { catalogue } from '../../texts/catalogue.js'

type CatalogueFile = NonNullable<Upload['catalogue']>

export const texts = catalogue({
  title: ['Файлы из 1С', 'Files from 1C'],
  unnamed: ['без имени', 'without a name'],
  read: [
    (documents: number, changed: number) =>
      documents === 0
        ? 'Прочитан, документов в нём нет'
        : `Прочитан: ${documents} ${pluralRu(documents, 'документ', 'документа', 'документов')}, ` +
          `изменений: ${changed}`,
    (documents: number, changed: number) =>
      documents === 0
        ? 'Read; there are no documents in it'
        : `Read: ${documents} ${pluralEn(documents, 'document', 'documents')}, changes: ${changed}`,
  ],
  catalogue: [
    ({ whole, added, changed }: CatalogueFile, entries: number, shown: string) =>
      `${whole ? 'Весь каталог' : 'Часть каталога'}: ${shown} ` +
      `${pluralRu(entries, 'позиция', 'позиции', 'позиций')}, новых ${added}, изменилось ${changed}`,
    ({ whole, added, changed }: CatalogueFile, entries: number, shown: string) =>
      `${whole ? 'The whole catalogue' : 'A part of the catalogue'}: ${shown} ` +
      `${pluralEn(entries, 'item', 'items')}, ${added} new, ${changed} changed`,
  ],
  states: {
    receiving: ['Приходит по частям', 'Coming in parts'],
    complete: ['Читается', 'Being read'],
    done: ['Принят', 'Taken'],
    failed: ['Не прочитан', 'Could not be read'],
  },
  content: ['Что в нём сказано', 'What it says'],
  more: ['Показать ещё', 'Show more'],
  order: [
    (number: string | null) => (number === null ? 'Документ без номера заказа' : `Заказ ${number}`),
    (number: string | null) => (number === null ? 'A document without an order number' : `Order ${number}`),
  ],
  outcomes: {
    changed: ['принято', 'taken'],
    unchanged: ['ничего нового', 'nothing new'],
    unknown: ['такого заказа эта 1С не получала', 'this 1C was never given such an order'],
    outdated: ['более новый файл уже прочитан', 'a later file was read before'],
    waiting: ['ещё не разобран', 'not looked at yet'],
  },
})
