import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue(
  {
    waiting: (count: number, countText: string) =>
      `${countText} ${pluralRu(count, 'заказ ждёт', 'заказа ждут', 'заказов ждут')} выгрузки`,
    since: (time: string) => `Самый давний ждёт с ${time}.`,
    how:
      '1С заберёт их при следующем обмене. Заказ уходит из списка, когда 1С подтвердит, что сохранила ' +
      'его.',
    paused: 'Интеграция приостановлена: заказы копятся и уйдут после возобновления.',
    table: 'Заказы, которые ждут выгрузки',
    columns: {
      number: '№ в 1С',
      platform: 'Заказ',
      placed: 'Дата',
      customer: 'Клиент',
      total: 'Сумма',
      state: 'Состояние',
    },
    order: (number: string) => `Заказ ${number}`,
    showPackage: 'XML следующей выгрузки',
    none: {
      title: 'Все заказы у 1С',
      text:
        'Новые и изменённые заказы, которые подходят под правила, появятся здесь и уйдут при следующем ' +
        'обмене.',
      confirmed: (count: number, countText: string) =>
        `${pluralRu(count, 'Подтверждён', 'Подтверждены', 'Подтверждены')} ${countText} ` +
        `${pluralRu(count, 'заказ', 'заказа', 'заказов')}.`,
      rules: 'Посмотреть правила',
    },
    package: {
      title: 'XML следующей выгрузки',
      text:
        'Это получит 1С, если обратится сейчас. От просмотра ничего не меняется: заказы по-прежнему ' +
        'ждут.',
      first: (shown: string, all: string) =>
        `Показаны первые ${shown} заказов из ${all}, в файле для скачивания их больше.`,
      close: 'Закрыть',
    },
  },
  {
    waiting: (count: number, countText: string) =>
      `${countText} ${pluralEn(count, 'order is', 'orders are')} waiting`,
    since: (time: string) => `The oldest has been waiting since ${time}.`,
    how:
      '1C takes them with the next exchange. An order leaves the list when 1C confirms that it has ' +
      'kept it.',
    paused: 'The integration is paused: orders gather and go after it is resumed.',
    table: 'Orders waiting to go',
    columns: {
      number: 'No. in 1C',
      platform: 'Order',
      placed: 'Date',
      customer: 'Customer',
      total: 'Sum',
      state: 'State',
    },
    order: (number: string) => `Order ${number}`,
    showPackage: 'XML of the next package',
    none: {
      title: '1C has all orders',
      text: 'New and changed orders that meet the rules will be here and go with the next exchange.',
      confirmed: (count: number, countText: string) =>
        `${countText} ${pluralEn(count, 'order is', 'orders are')} confirmed.`,
      rules: 'Look at the rules',
    },
    package: {
      title: 'XML of the next package',
      text: 'This is what 1C gets if it calls now. Looking changes nothing: the orders keep waiting.',
      first: (shown: string, all: string) =>
        `The first ${shown} orders of ${all} are shown; the file to download has more.`,
      close: 'Close',
    },
  },
)
