import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Как идут обмены', 'How the exchanges go'],
  strip: [
    (count: number, failed: number) =>
      `${pluralRu(count, 'последний', 'последние', 'последние')} ${count} ` +
      `${pluralRu(count, 'обмен', 'обмена', 'обменов')}, ` +
      (failed === 0 ? 'все удались' : `не удались ${failed}`),
    (count: number, failed: number) =>
      `the last ${count} ${pluralEn(count, 'exchange', 'exchanges')}, ` +
      (failed === 0 ? 'none failed' : `${failed} failed`),
  ],
  owed: [
    (count: number, shown: string) => `${pluralRu(count, 'ждёт', 'ждут', 'ждут')} ${shown}`,
    (_count: number, shown: string) => `waiting: ${shown}`,
  ],
  held: [(shown: string) => `удержано ${shown}`, (shown: string) => `held back: ${shown}`],
  tasks: [(shown: string) => `задачи ${shown}`, (shown: string) => `tasks: ${shown}`],
  atLeast: [(shown: string) => `не меньше ${shown}`, (shown: string) => `at least ${shown}`],
  confirmed: [(shown: string) => `подтверждено ${shown}`, (shown: string) => `confirmed: ${shown}`],
  uploaded: [(time: string) => `файлы из 1С: ${time}`, (time: string) => `files from 1C: ${time}`],
  access: ['Подключение и адрес', 'Connection and address'],
})
