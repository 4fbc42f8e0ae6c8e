import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  waiting: [
    (count: number, countText: string) =>
      `${countText} ${pluralRu(count, 'заказ ждёт', 'заказа ждут', 'заказов ждут')} выгрузки`,
    (count: number, countText: string) => `${countText} ${pluralEn(count, 'order is', 'orders are')} waiting`,
  ],
  since: [
    (time: string) => `Самый давний ждёт с ${time}.`,
    (time: string) => `The oldest has been waiting since ${time}.`,
  ],
  how: [
    '1С заберёт их при следующем обмене. Заказ уходит из списка, когда 1С подтвердит, что сохранила ' +
      'его.',
    '1C takes them with the next exchange. An order leaves the list when 1C confirms that it has ' +
      'kept it.',
  ],
  paused: [
    'Интеграция приостановлена: заказы копятся и уйдут после возобновления.',
    'The integration is paused: orders gather and go after it is resumed.',
  ],
  table: ['Заказы, которые ждут выгрузки', 'Orders waiting to go'],
  columns: {
    number: ['№ в 1С', 'No. in 1C'],
    platform: ['Заказ', 'Order'],
    placed: ['Дата', 'Date'],
    customer: ['Клиент', 'Customer'],
    total: ['Сумма', 'Sum'],
    state: ['Состояние', 'State'],
  },
  showPackage: ['XML следующей выгрузки', 'XML of the next package'],
  none: {
    title: ['1С подтвердила все заказы', '1C has confirmed all orders'],
    text: [
      'Новые и изменённые заказы, которые подходят под правила, появятся здесь и уйдут при следующем ' +
        'обмене.',
      'New and changed orders that meet the rules will be here and go with the next exchange.',
    ],
    confirmed: [
      (count: number, countText: string) =>
        `${pluralRu(count, 'Подтверждён', 'Подтверждены', 'Подтверждены')} ${countText} ` +
        `${pluralRu(count, 'заказ', 'заказа', 'заказов')}.`,
      (count: number, countText: string) =>
        `${countText} ${pluralEn(count, 'order is', 'orders are')} confirmed.`,
    ],
    rules: ['Посмотреть правила', 'Look at the rules'],
  },
  package: {
    title: ['XML следующей выгрузки', 'XML of the next package'],
    text: [
      'Это получит 1С, если обратится сейчас. От просмотра ничего не меняется: заказы по-прежнему ' + 'ждут.',
      'This is what 1C gets if it calls now. Looking changes nothing: the orders keep waiting.',
    ],
    first: [
      (shown: string, all: string) =>
        `Показаны первые ${shown} заказов, в файле для скачивания их больше; всего ждут ${all}.`,
      (shown: string, all: string) =>
        `The first ${shown} orders of ${all} are shown; the file to download has more.`,
    ],
  },
})
