import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    columns: {
      when: 'Начало',
      integration: 'Интеграция',
      client: 'Программа',
      outcome: 'Итог',
      steps: 'Шаги',
      duration: 'Длился',
    },
  },
  {
    columns: {
      when: 'Began',
      integration: 'Integration',
      client: 'Program',
      outcome: 'Ending',
      steps: 'Steps',
      duration: 'Took',
    },
  },
)
