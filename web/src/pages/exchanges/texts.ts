import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Обмены',
    about: 'Когда обращалась каждая 1С, что получила и чем закончилось. Новые обмены появляются сами.',
    filters: {
      integration: 'Интеграция',
      outcome: 'Итог',
      outcomes: {
        running: 'идёт сейчас',
        confirmed: 'подтверждён',
        nothing: 'выдавать было нечего',
        unconfirmed: 'без подтверждения',
        refused: '1С не вошла',
        failed: 'не состоялся',
      },
      period: 'Период',
    },
    reset: 'Сбросить фильтры',
    none: {
      title: 'Обменов ещё не было',
      text:
        'Каждое обращение 1С появится здесь: шаги, сколько заказов выдано и подтверждено, сами запросы ' +
        'и ответы. Подключите 1С к интеграции или запустите обмен в уже подключённой.',
      integrations: 'Открыть интеграции',
    },
    nothing: {
      title: 'Таких обменов нет',
      text: 'Измените условия. Журнал хранится ограниченное время, старые обмены из него удаляются.',
    },
  },
  {
    title: 'Exchanges',
    about: 'When each 1C called, what it got and how it ended. New exchanges appear by themselves.',
    filters: {
      integration: 'Integration',
      outcome: 'Ending',
      outcomes: {
        running: 'running now',
        confirmed: 'confirmed',
        nothing: 'nothing was due',
        unconfirmed: 'not confirmed',
        refused: 'sign-in failed',
        failed: 'failed',
      },
      period: 'Period',
    },
    reset: 'Reset the filters',
    none: {
      title: 'No exchanges yet',
      text:
        'Every call of a 1C will be here: its steps, how many orders were given out and confirmed, the ' +
        'very requests and answers. Connect a 1C to an integration or start an exchange in a connected ' +
        'one.',
      integrations: 'Open the integrations',
    },
    nothing: {
      title: 'No such exchanges',
      text:
        'Change the conditions. The journal is kept for a limited time, old exchanges are removed from ' +
        'it.',
    },
  },
)
