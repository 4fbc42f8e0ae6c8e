import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Сверка с 1С', 'Reconciliation with 1C'],
  about: [
    'Что из выданного каждой 1С в ней нашлось: по чтениям этих баз.',
    'What of the orders given to each 1C was found in it, by reading those bases.',
  ],
  none: ['Ни одна 1С не читается', 'No 1C is read'],
  noneText: [
    'Обмен может сам смотреть в 1С, что стало с заказами. Откройте интеграцию и на вкладке «Состояние» настройте ' +
      '«Чтение из 1С».',
    'Obmen can look into 1C by itself for what became of orders. Open an integration, and in its tab “State” set up ' +
      '“Reading from 1C”.',
  ],
  noneForAccountant: [
    'Обмен может сам смотреть в 1С, что стало с заказами. Это включает администратор локации.',
    'Obmen can look into 1C by itself for what became of orders. The location’s administrator switches that on.',
  ],
  toIntegrations: ['К интеграциям', 'To the integrations'],
  nothingFound: ['У этой компании ни одна 1С не читается', 'No 1C of this company is read'],
  table: ['Интеграции, которые читаются', 'Integrations that are read'],
  columns: {
    integration: ['Интеграция', 'Integration'],
    orders: ['Заказов', 'Orders'],
    attention: ['Проверить', 'To check'],
    platform: ['На платформе', 'On the platform'],
    in1c: ['В 1С', 'In 1C'],
    read: ['Прочитано', 'Read'],
  },
  fine: ['всё сошлось', 'all agree'],
  state: [
    (state: string, count: string) => `${state}: ${count}`,
    (state: string, count: string) => `${state}: ${count}`,
  ],
  never: ['ещё нет', 'not yet'],
})
