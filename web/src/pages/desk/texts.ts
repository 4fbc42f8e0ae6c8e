import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Рабочий стол', 'Desk'],
  found: [
    (count: number) => pluralRu(count, 'заказ', 'заказа', 'заказов'),
    (count: number) => pluralEn(count, 'order', 'orders'),
  ],
  over: ['больше ', 'more than '],
  tasks: {
    title: ['Сделать вручную', 'To do by hand'],
    all: ['Все задачи', 'All tasks'],
    none: ['Делать руками нечего.', 'There is nothing to do by hand.'],
  },
  missing: {
    title: ['Не дошло', 'Has not arrived'],
    text: [
      'Заказы, которые ждут 1С или удержаны, когда бы их ни оформили.',
      'Orders that wait for 1C or are held, whenever they were placed.',
    ],
    none: ['Ни один заказ не ждёт 1С и не удержан.', 'No order waits for 1C or is held.'],
    more: [(count: string) => `И ещё компаний: ${count}.`, (count: string) => `Further companies: ${count}.`],
    columns: {
      company: ['Компания', 'Company'],
      owed: ['Ждут выгрузки', 'Waiting'],
      held: ['Удержаны', 'Held'],
    },
  },
  totals: {
    title: ['Итоги', 'Totals'],
    period: ['Период', 'Period'],
    text: [
      (from: string, to: string) => `Заказы, оформленные с ${from} по ${to}.`,
      (from: string, to: string) => `Orders placed from ${from} to ${to}.`,
    ],
    received: ['Получено', 'Received'],
    confirmed: ['В 1С', 'In 1C'],
    byHand: ['Вручную', 'By hand'],
    refused: ['Отказано', 'Refused'],
    hints: {
      received: ['от платформы', 'from the platform'],
      confirmed: ['подтверждены', 'confirmed'],
      byHand: ['с задачами, и сделанными тоже', 'with tasks, done ones too'],
      refused: ['1С не приняла', '1C did not accept'],
    },
  },
})
