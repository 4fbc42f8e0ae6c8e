import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    columns: {
      number: '№',
      when: 'Начало',
      integration: 'Интеграция',
      client: 'Программа',
      outcome: 'Итог',
      steps: 'Шаги',
      duration: 'Длился',
    },
    exchange: (id: number) => `Обмен №\u00a0${id}`,
    found: (count: number) => pluralRu(count, 'обмен', 'обмена', 'обменов'),
    run: {
      more: (shown: string) => `показаны последние ${shown}`,
      empty: (count: number, shown: string) =>
        `${shown} ${pluralRu(count, 'пустой обмен', 'пустых обмена', 'пустых обменов')}`,
    },
  },
  {
    columns: {
      number: 'No.',
      when: 'Began',
      integration: 'Integration',
      client: 'Program',
      outcome: 'Ending',
      steps: 'Steps',
      duration: 'Took',
    },
    exchange: (id: number) => `Exchange No. ${id}`,
    found: (count: number) => pluralEn(count, 'exchange', 'exchanges'),
    run: {
      more: (shown: string) => `the latest ${shown} are shown`,
      empty: (count: number, shown: string) => `${shown} empty ${pluralEn(count, 'exchange', 'exchanges')}`,
    },
  },
)
