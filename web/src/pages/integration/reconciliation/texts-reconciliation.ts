import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  about: [
    'Каждый заказ, который выдан этой 1С, и документ, который в ней нашёлся. Пропавшим или задвоенным заказ назван, ' +
      'только если так сказали два полных чтения подряд.',
    'Each order that this 1C was given, and the document found in it. An order is called missing or doubled only once ' +
      'two complete readings in turn have said so.',
  ],
  off: ['Чтение из 1С выключено', 'Reading 1C is off'],
  offText: [
    'Пока Обмен не читает эту 1С, сверять не с чем. Чтение включают на вкладке «Состояние», в блоке «Чтение из 1С».',
    'While Obmen does not read this 1C, there is nothing to compare with. It is switched on in the tab “State”, ' +
      'section “Reading from 1C”.',
  ],
  offForAccountant: [
    'Пока Обмен не читает эту 1С, сверять не с чем. Чтение включает администратор локации на странице интеграции.',
    'While Obmen does not read this 1C, there is nothing to compare with. The location’s administrator switches it on ' +
      'on the page of the integration.',
  ],
  failed: ['Не загрузилось, как идёт чтение из 1С', 'How reading 1C goes did not load'],
  stopped: [
    'Чтение из 1С выключено: показано то, что было известно раньше.',
    'Reading 1C is off: this is what was known before.',
  ],
  toReading: ['Настроить чтение', 'Set up reading'],
  states: ['Чем закончилась сверка', 'How orders compare'],
  all: ['Все', 'All'],
  none: ['Таких заказов нет', 'No such orders'],
  noneText: ['Выберите другой период или другое состояние.', 'Choose another period or another state.'],
  table: ['Заказы и их документы в 1С', 'Orders and their documents in 1C'],
  columns: {
    order: ['Заказ', 'Order'],
    customer: ['Клиент', 'Customer'],
    total: ['На платформе', 'On the platform'],
    in1c: ['В 1С', 'In 1C'],
    state: ['Сверка', 'Reconciliation'],
    since: ['С какого времени', 'Since'],
  },
  document: [(number: string) => `№\u00a0${number}`, (number: string) => `No.\u00a0${number}`],
  noNumber: ['без номера', 'no number'],
  of: [(day: string) => ` от ${day}`, (day: string) => ` of ${day}`],
  deleted: ['помечен на удаление', 'marked for deletion'],
  unposted: ['не проведён', 'not posted'],
  noDocument: ['—', '—'],
  seen: [(time: string) => `прочитано ${time}`, (time: string) => `read ${time}`],
})
