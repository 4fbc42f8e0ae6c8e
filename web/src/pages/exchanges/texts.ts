import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Обмены', 'Exchanges'],
  about: [
    'Когда обращалась каждая 1С, что получила и чем закончилось. Новые обмены появляются сами.',
    'When each 1C called, what it got and how it ended. New exchanges appear by themselves.',
  ],
  filters: {
    integration: ['Интеграция', 'Integration'],
    outcome: ['Итог', 'Ending'],
    outcomes: {
      running: ['идёт сейчас', 'running now'],
      confirmed: ['подтверждён', 'confirmed'],
      nothing: ['выдавать было нечего', 'nothing was due'],
      unconfirmed: ['без подтверждения', 'not confirmed'],
      refused: ['1С не вошла', 'sign-in failed'],
      failed: ['не состоялся', 'failed'],
    },
    period: ['Период', 'Period'],
  },
  reset: ['Сбросить фильтры', 'Reset the filters'],
  none: {
    title: ['Обменов ещё не было', 'No exchanges yet'],
    text: [
      'Каждое обращение 1С появится здесь: шаги, сколько заказов выдано и подтверждено, сами запросы ' +
        'и ответы. Подключите 1С к интеграции или запустите обмен в уже подключённой.',
      'Every call of a 1C will be here: its steps, how many orders were given out and confirmed, the ' +
        'very requests and answers. Connect a 1C to an integration or start an exchange in a connected ' +
        'one.',
    ],
    integrations: ['Открыть интеграции', 'Open the integrations'],
  },
  nothing: {
    title: ['Таких обменов нет', 'No such exchanges'],
    text: [
      'Измените условия. Журнал хранится ограниченное время, старые обмены из него удаляются.',
      'Change the conditions. The journal is kept for a limited time, old exchanges are removed from ' +
        'it.',
    ],
  },
})
