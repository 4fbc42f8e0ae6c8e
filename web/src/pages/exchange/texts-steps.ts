import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  running: ['Идёт прямо сейчас.', 'Running right now.'],
  cut: [
    'Передача оборвалась: 1С не получила ответ до конца.',
    'The transfer broke off: 1C did not get the whole answer.',
  ],
  cutOrders: [
    'Передача оборвалась: 1С не получила заказы до конца. Они не потеряны и придут в следующем обмене.',
    'The transfer broke off: 1C did not get all the orders. They are not lost and come with the ' +
      'next exchange.',
  ],
  refused: ['1С не вошла. Она получила ответ:', 'Sign-in failed. 1C was answered:'],
  refusedAgain: [
    (count: number, shown: string) =>
      `1С не вошла, и после этого ещё ${shown} ${pluralRu(count, 'раз', 'раза', 'раз')}. 1С получила ответ:`,
    (count: number, shown: string) =>
      `Sign-in failed, and ${shown} more ${pluralEn(count, 'time', 'times')} after it. 1C was answered:`,
  ],
  failure: ['Отказ. 1С получила ответ:', 'Refused. 1C was answered:'],
  reference: [
    (size: string) =>
      `Модуль 1С-Битрикс прислал справочник (${size}). Обмен ничего с ним не делает и не хранит его: ` +
      'он ответил, что всё в порядке, чтобы модуль перешёл к заказам.',
    (size: string) =>
      `The module of 1C-Bitrix sent a dictionary (${size}). Obmen does nothing with it and keeps ` +
      'none of it: it answered that all is well, so that the module goes on to the orders.',
  ],
  catalog: {
    file: ['1С передала файл каталога товаров.', '1C sent a file of its catalogue of goods.'],
    import: [
      '1С попросила загрузить файл каталога. Принятые файлы показаны в «Файлах из 1С» на этой ' +
        'странице; если приём из 1С выключен, их там нет.',
      '1C asked to load a file of the catalogue. Files that were taken are under “Files from 1C” ' +
        'on this page; there are none while taking files from 1C is off.',
    ],
  },
  signedIn: ['1С вошла.', '1C signed in.'],
  signedInAs: [
    (login: string) => `1С вошла под именем ${login}.`,
    (login: string) => `1C signed in as ${login}.`,
  ],
  orders: [
    (count: number, shown: string) =>
      `1С получила ${shown} ${pluralRu(count, 'заказ', 'заказа', 'заказов')}.`,
    (count: number, shown: string) => `1C got ${shown} ${pluralEn(count, 'order', 'orders')}.`,
  ],
  noOrders: ['Заказов в ответе не было.', 'There were no orders in the answer.'],
  answered: ['1С получила ответ.', '1C got an answer.'],
  done: {
    init: ['1С узнала, как передавать данные.', '1C learned how to transfer data.'],
    success: ['1С подтвердила, что сохранила заказы.', '1C confirmed that it saved the orders.'],
    info: [
      '1С получила списки статусов, способов оплаты и доставки.',
      '1C got the lists of statuses, payment methods and deliveries.',
    ],
    deactivate: ['1С закончила загрузку.', '1C finished loading.'],
    complete: ['1С закончила загрузку.', '1C finished loading.'],
  },
})
