import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: (id: number) => `Обмен №\u00a0${id}`,
    back: 'Обмены',
    took: (duration: string) => `длился ${duration}`,
    steps: 'Шаги обмена',
    status: (status: number) => `HTTP ${status}`,
    request: 'Запрос',
    response: 'Ответ',
    address: 'адрес запроса',
    noAnswer: 'Ответа ещё нет.',
    headers: (count: number) => `${pluralRu(count, 'Заголовок', 'Заголовки', 'Заголовки')}: ${count}`,
    body: {
      empty: 'Тело пустое.',
      gone: (size: string) => `Текст (${size}) в журнале не хранится.`,
      partly: (kept: string, size: string) => `Длинный текст хранится не весь: первые ${kept} из ${size}.`,
      binary: (size: string) => `Двоичные данные, ${size}.`,
      part: (part: string, count: string, size: string) => `Часть ${part} из ${count}, всего ${size}`,
      parts: 'Части текста',
      previous: 'Предыдущая часть',
      next: 'Следующая часть',
      download: 'Скачать',
    },
    orders: {
      title: 'Заказы в этом обмене',
      notKept:
        'Выдача не была подтверждена и заменена более поздней: её заказы выданы снова, их список ' +
        'больше не хранится.',
      order: (number: string) => `Заказ ${number}`,
      columns: {
        number: '№ в 1С',
        platform: 'Заказ',
        customer: 'Клиент',
        total: 'Сумма',
        revision: 'Ревизия',
        findings: 'Что не дошло',
        outcome: 'Итог',
      },
      outcomes: {
        confirmed: 'подтверждён',
        sent: 'выдан, подтверждения нет',
        abandoned: 'подтверждения не было',
        open: 'передача не закончена',
      },
    },
    none: {
      title: 'Обмен не найден',
      heading: 'Такого обмена в журнале нет',
      text: 'Журнал хранится ограниченное время: возможно, запись об этом обмене уже удалена.',
      toList: 'Все обмены',
    },
  },
  {
    title: (id: number) => `Exchange No. ${id}`,
    back: 'Exchanges',
    took: (duration: string) => `took ${duration}`,
    steps: 'Steps of the exchange',
    status: (status: number) => `HTTP ${status}`,
    request: 'Request',
    response: 'Answer',
    address: 'address of the request',
    noAnswer: 'No answer yet.',
    headers: (count: number) => `${pluralEn(count, 'Header', 'Headers')}: ${count}`,
    body: {
      empty: 'The body is empty.',
      gone: (size: string) => `The text (${size}) is not kept in the journal.`,
      partly: (kept: string, size: string) => `A long text is kept in part: the first ${kept} of ${size}.`,
      binary: (size: string) => `Binary data, ${size}.`,
      part: (part: string, count: string, size: string) => `Part ${part} of ${count}, ${size} in all`,
      parts: 'Parts of the text',
      previous: 'Previous part',
      next: 'Next part',
      download: 'Download',
    },
    orders: {
      title: 'Orders in this exchange',
      notKept:
        'What was given out was not confirmed and a later exchange took its place: these orders were ' +
        'given out again, and their list is no longer kept.',
      order: (number: string) => `Order ${number}`,
      columns: {
        number: 'No. in 1C',
        platform: 'Order',
        customer: 'Customer',
        total: 'Total',
        revision: 'Revision',
        findings: 'Not arrived',
        outcome: 'Ending',
      },
      outcomes: {
        confirmed: 'confirmed',
        sent: 'given out, not confirmed',
        abandoned: 'was not confirmed',
        open: 'transfer not ended',
      },
    },
    none: {
      title: 'Exchange not found',
      heading: 'The journal has no such exchange',
      text: 'The journal is kept for a limited time: the record of this exchange may have been removed.',
      toList: 'All exchanges',
    },
  },
)
