import { pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Как идут обмены', 'How the exchanges go'],
  failed: ['Не удалось загрузить, как идут обмены', 'Could not load how the exchanges go'],
  owed: [
    (count: number, shown: string) => `${pluralRu(count, 'ждёт', 'ждут', 'ждут')} ${shown}`,
    (_count: number, shown: string) => `waiting: ${shown}`,
  ],
  held: [(shown: string) => `удержано ${shown}`, (shown: string) => `held back: ${shown}`],
  tasks: [(shown: string) => `задачи ${shown}`, (shown: string) => `tasks: ${shown}`],
  confirmed: [(shown: string) => `подтверждено ${shown}`, (shown: string) => `confirmed: ${shown}`],
  uploaded: [(time: string) => `файлы из 1С: ${time}`, (time: string) => `files from 1C: ${time}`],
  latest: {
    documents: ['Последние документы из 1С', 'Last documents from 1C'],
    confirmed: ['1С подтвердила последними', 'Last orders that 1C confirmed'],
    order: [(number: string) => `Заказ ${number}`, (number: string) => `Order ${number}`],
    ofOrder: [
      (document: string, order: string) => `${document}, заказ ${order}`,
      (document: string, order: string) => `${document}, order ${order}`,
    ],
  },
  access: ['Подключение и адрес', 'Connection and address'],
})
