import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Проверить файл из 1С',
    text: 'Перетащите сюда файл, который 1С выгружает на сайт (XML или zip): Обмен покажет, что в нём сказано и что он изменил бы. Ничего не изменится.',
    drop: 'Отпустите файл, чтобы проверить его',
    choose: 'Выбрать файл',
    another: 'Выбрать другой файл',
    reading: (name: string) => `Читаем «${name}»…`,
    kinds: {
      orders: (count: number) => `${count} ${pluralRu(count, 'документ', 'документа', 'документов')}`,
      catalogue: () => 'каталог товаров и услуг',
      other: () => 'не XML: Обмен такой файл пропускает',
    },
    more: (shown: number) => `Показаны первые ${shown}.`,
    order: (number: string | null) => (number === null ? 'Документ без номера заказа' : `Заказ ${number}`),
    document: (number: string) => `в 1С № ${number}`,
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
    text: 'Drop a file here that 1C uploads to the site (XML or zip): Obmen shows what it says and what it would change. Nothing will be changed.',
    drop: 'Drop the file to check it',
    choose: 'Choose a file',
    another: 'Choose another file',
    reading: (name: string) => `Reading “${name}”…`,
    kinds: {
      orders: (count: number) => `${count} ${pluralEn(count, 'document', 'documents')}`,
      catalogue: () => 'a catalogue of goods and services',
      other: () => 'no XML: Obmen skips such a file',
    },
    more: (shown: number) => `The first ${shown} are shown.`,
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
