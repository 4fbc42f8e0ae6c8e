import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  columns: {
    when: ['Начало', 'Began'],
    integration: ['Интеграция', 'Integration'],
    client: ['Программа', 'Program'],
    outcome: ['Итог', 'Ending'],
    steps: ['Шаги', 'Steps'],
    duration: ['Длился', 'Took'],
  },
  exchange: [(time: string) => `Обмен: ${time}`, (time: string) => `Exchange: ${time}`],
  found: [
    (count: number) => pluralRu(count, 'обмен', 'обмена', 'обменов'),
    (count: number) => pluralEn(count, 'exchange', 'exchanges'),
  ],
  strip: [
    (count: number, failed: number) =>
      `${pluralRu(count, 'последний', 'последние', 'последние')} ${count} ` +
      `${pluralRu(count, 'обмен', 'обмена', 'обменов')}, ` +
      (failed === 0
        ? 'все удались'
        : `${pluralRu(failed, 'не удался', 'не удались', 'не удались')} ${failed}`),
    (count: number, failed: number) =>
      `the last ${count} ${pluralEn(count, 'exchange', 'exchanges')}, ` +
      (failed === 0 ? 'none failed' : `${failed} failed`),
  ],
  run: {
    more: [
      (shown: string) => `показаны последние ${shown}`,
      (shown: string) => `the latest ${shown} are shown`,
    ],
    empty: [
      (count: number, shown: string) =>
        `${shown} ${pluralRu(count, 'пустой обмен', 'пустых обмена', 'пустых обменов')}`,
      (count: number, shown: string) => `${shown} empty ${pluralEn(count, 'exchange', 'exchanges')}`,
    ],
  },
})
