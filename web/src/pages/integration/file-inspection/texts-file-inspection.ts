import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

type CatalogueCounts = Record<'groups' | 'items' | 'offers' | 'prices', number>

export const texts = catalogue({
  title: ['Проверить файл из 1С', 'Check a file from 1C'],
  text: [
    'Перетащите сюда файл, который 1С выгружает на сайт (XML или zip): Обмен покажет, что в нём ' +
      'сказано и что он изменил бы. Ничего не изменится.',
    'Drop a file here that 1C uploads to the site (XML or zip): Obmen shows what it says and what it ' +
      'would change. Nothing will be changed.',
  ],
  drop: ['Отпустите файл, чтобы проверить его', 'Drop the file to check it'],
  choose: ['Выбрать файл', 'Choose a file'],
  another: ['Выбрать другой файл', 'Choose another file'],
  reading: [(name: string) => `Читаем «${name}»…`, (name: string) => `Reading “${name}”…`],
  kinds: {
    orders: [
      (count: number) => `${count} ${pluralRu(count, 'документ', 'документа', 'документов')}`,
      (count: number) => `${count} ${pluralEn(count, 'document', 'documents')}`,
    ],
    catalogue: [() => 'каталог 1С', () => 'a catalogue of 1C'],
    other: [() => 'не XML: Обмен такой файл пропускает', () => 'no XML: Obmen skips such a file'],
  },
  more: [(shown: number) => `Показаны первые ${shown}.`, (shown: number) => `The first ${shown} are shown.`],
  whole: ['полный', 'whole'],
  changesOnly: ['только изменения', 'changes only'],
  counts: [
    ({ groups, items, offers, prices }: CatalogueCounts) =>
      `Групп — ${groups}, позиций — ${items}, предложений — ${offers}, цен — ${prices}.`,
    ({ groups, items, offers, prices }: CatalogueCounts) =>
      `Groups: ${groups}, items: ${items}, offers: ${offers}, prices: ${prices}.`,
  ],
  columns: {
    item: ['Позиция', 'Item'],
    unit: ['Ед.', 'Unit'],
    vat: ['НДС', 'VAT'],
    price: ['Цена', 'Price'],
    quantity: ['Остаток', 'Stock'],
    outcome: ['Изменилось бы', 'Would be'],
  },
  becomes: {
    added: ['новая', 'new'],
    changed: ['изменилась бы', 'changed'],
    unchanged: ['без изменений', 'unchanged'],
    gone: ['пропала бы из каталога', 'gone from the catalogue'],
  },
  markedDeleted: ['помечена на удаление', 'marked for deletion'],
  noVat: ['без НДС', 'no VAT'],
  catalogueChanges: [
    (added: number, changed: number, gone: number) =>
      `В каталоге изменилось бы: новых позиций — ${added}, изменённых — ${changed}, пропавших — ${gone}.`,
    (added: number, changed: number, gone: number) =>
      `The catalogue would change: ${added} new items, ${changed} changed, ${gone} gone.`,
  ],
  ifNoOther: [
    'Пропали бы, если их нет и в других файлах той же выгрузки:',
    'Would be gone, if no other file of the same upload has them:',
  ],
  brokenLinks: [
    (lineIds: string) => `Потеряли бы свою позицию строки заказов: ${lineIds}.`,
    (lineIds: string) => `Lines of orders that would lose their item: ${lineIds}.`,
  ],
  order: [
    (number: string | null) => (number === null ? 'Документ без номера заказа' : `Заказ ${number}`),
    (number: string | null) => (number === null ? 'A document without an order number' : `Order ${number}`),
  ],
  document: [(number: string) => `в 1С №\u00a0${number}`, (number: string) => `No. ${number} in 1C`],
  facts: {
    posted: ['проведён', 'posted'],
    canceled: ['отменён', 'canceled'],
    deleted: ['помечен на удаление', 'marked for deletion'],
  },
  outcomes: {
    changed: [(parts: string) => `изменилось бы: ${parts}`, (parts: string) => `would change: ${parts}`],
    unchanged: [() => 'ничего не изменилось бы', () => 'nothing would change'],
    unknown: [
      () => 'такого заказа эта 1С не получала, документ попал бы в неизвестные',
      () => 'this 1C was never given such an order; it would be among the unknown documents',
    ],
    outdated: [() => 'более новый файл уже прочитан', () => 'a later file was read before'],
  },
})
