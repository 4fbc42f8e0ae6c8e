import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: [(id: number) => `Обмен №\u00a0${id}`, (id: number) => `Exchange No. ${id}`],
  back: ['Обмены', 'Exchanges'],
  took: [(duration: string) => `длился ${duration}`, (duration: string) => `took ${duration}`],
  steps: ['Шаги обмена', 'Steps of the exchange'],
  status: [(status: number) => `HTTP ${status}`, (status: number) => `HTTP ${status}`],
  request: ['Запрос', 'Request'],
  response: ['Ответ', 'Answer'],
  address: ['адрес запроса', 'address of the request'],
  noAnswer: ['Ответа ещё нет.', 'No answer yet.'],
  headers: [
    (count: number) => `${pluralRu(count, 'Заголовок', 'Заголовки', 'Заголовки')}: ${count}`,
    (count: number) => `${pluralEn(count, 'Header', 'Headers')}: ${count}`,
  ],
  body: {
    empty: ['Тело пустое.', 'The body is empty.'],
    gone: [
      (size: string) => `Текст (${size}) в журнале не хранится.`,
      (size: string) => `The text (${size}) is not kept in the journal.`,
    ],
    partly: [
      (kept: string, size: string) => `Длинный текст хранится не весь: первые ${kept} из ${size}.`,
      (kept: string, size: string) => `A long text is kept in part: the first ${kept} of ${size}.`,
    ],
    binary: [(size: string) => `Двоичные данные, ${size}.`, (size: string) => `Binary data, ${size}.`],
    part: [
      (part: string, count: string, size: string) => `Часть ${part} из ${count}, всего ${size}`,
      (part: string, count: string, size: string) => `Part ${part} of ${count}, ${size} in all`,
    ],
    parts: ['Части текста', 'Parts of the text'],
    previous: ['Предыдущая часть', 'Previous part'],
    next: ['Следующая часть', 'Next part'],
    download: ['Скачать', 'Download'],
  },
  orders: {
    title: ['Заказы в этом обмене', 'Orders in this exchange'],
    notKept: [
      'Выдача не была подтверждена и заменена более поздней: её заказы выданы снова, их список ' +
        'больше не хранится.',
      'What was given out was not confirmed and a later exchange took its place: these orders were ' +
        'given out again, and their list is no longer kept.',
    ],
    columns: {
      number: ['№ в 1С', 'No. in 1C'],
      platform: ['Заказ', 'Order'],
      customer: ['Клиент', 'Customer'],
      total: ['Сумма', 'Total'],
      revision: ['Версия заказа', 'Revision'],
      findings: ['Что не дошло', 'Not arrived'],
      outcome: ['Итог', 'Ending'],
    },
    outcomes: {
      confirmed: ['подтверждён', 'confirmed'],
      sent: ['выдан, подтверждения нет', 'given out, not confirmed'],
      abandoned: ['подтверждения не было', 'was not confirmed'],
      open: ['передача не закончена', 'transfer not ended'],
    },
  },
  none: {
    title: ['Обмен не найден', 'Exchange not found'],
    heading: ['Такого обмена в журнале нет', 'The journal has no such exchange'],
    text: [
      'Журнал хранится ограниченное время: возможно, запись об этом обмене уже удалена.',
      'The journal is kept for a limited time: the record of this exchange may have been removed.',
    ],
    toList: ['Все обмены', 'All exchanges'],
  },
})
