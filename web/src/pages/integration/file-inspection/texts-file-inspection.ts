import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

type CatalogueCounts = Record<'groups' | 'items' | 'offers' | 'prices', number>

export const texts = catalogue(
  {
    title: 'Проверить файл из 1С',
    text:
      'Перетащите сюда файл, который 1С выгружает на сайт (XML или zip): Обмен покажет, что в нём ' +
      'сказано и что он изменил бы. Ничего не изменится.',
    drop: 'Отпустите файл, чтобы проверить его',
    choose: 'Выбрать файл',
    another: 'Выбрать другой файл',
    reading: (name: string) => `Читаем «${name}»…`,
    kinds: {
      orders: (count: number) => `${count} ${pluralRu(count, 'документ', 'документа', 'документов')}`,
      catalogue: () => 'каталог 1С',
      other: () => 'не XML: Обмен такой файл пропускает',
    },
    more: (shown: number) => `Показаны первые ${shown}.`,
    whole: 'полный',
    changesOnly: 'только изменения',
    counts: ({ groups, items, offers, prices }: CatalogueCounts) =>
      `Групп — ${groups}, позиций — ${items}, предложений — ${offers}, цен — ${prices}.`,
    columns: {
      item: 'Позиция',
      unit: 'Ед.',
      vat: 'НДС',
      price: 'Цена',
      quantity: 'Остаток',
      outcome: 'Изменилось бы',
    },
    becomes: {
      added: 'новая',
      changed: 'изменилась бы',
      unchanged: 'без изменений',
      gone: 'пропала бы из каталога',
    },
    markedDeleted: 'помечена на удаление',
    noVat: 'без НДС',
    catalogueChanges: (added: number, changed: number, gone: number) =>
      `В каталоге изменилось бы: новых позиций — ${added}, изменённых — ${changed}, пропавших — ${gone}.`,
    ifNoOther: 'Пропали бы, если их нет и в других файлах той же выгрузки:',
    brokenLinks: (lineIds: string) => `Потеряли бы свою позицию строки заказов: ${lineIds}.`,
    order: (number: string | null) => (number === null ? 'Документ без номера заказа' : `Заказ ${number}`),
    document: (number: string) => `в 1С №\u00a0${number}`,
    facts: { posted: 'проведён', canceled: 'отменён', deleted: 'помечен на удаление' },
    outcomes: {
      changed: (parts: string) => `изменилось бы: ${parts}`,
      unchanged: () => 'ничего не изменилось бы',
      unknown: () => 'такого заказа эта 1С не получала, документ попал бы в неизвестные',
      outdated: () => 'более новый файл уже прочитан',
    },
  },
  {
    title: 'Check a file from 1C',
    text:
      'Drop a file here that 1C uploads to the site (XML or zip): Obmen shows what it says and what it ' +
      'would change. Nothing will be changed.',
    drop: 'Drop the file to check it',
    choose: 'Choose a file',
    another: 'Choose another file',
    reading: (name: string) => `Reading “${name}”…`,
    kinds: {
      orders: (count: number) => `${count} ${pluralEn(count, 'document', 'documents')}`,
      catalogue: () => 'a catalogue of 1C',
      other: () => 'no XML: Obmen skips such a file',
    },
    more: (shown: number) => `The first ${shown} are shown.`,
    whole: 'whole',
    changesOnly: 'changes only',
    counts: ({ groups, items, offers, prices }: CatalogueCounts) =>
      `Groups: ${groups}, items: ${items}, offers: ${offers}, prices: ${prices}.`,
    columns: {
      item: 'Item',
      unit: 'Unit',
      vat: 'VAT',
      price: 'Price',
      quantity: 'Stock',
      outcome: 'Would be',
    },
    becomes: { added: 'new', changed: 'changed', unchanged: 'unchanged', gone: 'gone from the catalogue' },
    markedDeleted: 'marked for deletion',
    noVat: 'no VAT',
    catalogueChanges: (added: number, changed: number, gone: number) =>
      `The catalogue would change: ${added} new items, ${changed} changed, ${gone} gone.`,
    ifNoOther: 'Would be gone, if no other file of the same upload has them:',
    brokenLinks: (lineIds: string) => `Lines of orders that would lose their item: ${lineIds}.`,
    order: (number: string | null) =>
      number === null ? 'A document without an order number' : `Order ${number}`,
    document: (number: string) => `No. ${number} in 1C`,
    facts: { posted: 'posted', canceled: 'canceled', deleted: 'marked for deletion' },
    outcomes: {
      changed: (parts: string) => `would change: ${parts}`,
      unchanged: () => 'nothing would change',
      unknown: () => 'this 1C was never given such an order; it would be among the unknown documents',
      outdated: () => 'a later file was read before',
    },
  },
)
