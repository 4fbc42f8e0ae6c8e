import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Проверить как 1С', 'Check as 1C'],
  running: ['Проигрываем обмен…', 'Playing an exchange…'],
  runningText: [
    (seconds: number) =>
      `Обмен отвечает сам себе, как настоящей 1С: вход, заказы, разбор каждого. Идёт ${seconds} с.`,
    (seconds: number) =>
      'Obmen answers itself as it would a real 1C: sign-in, orders, reading each of them. Running ' +
      `for ${seconds} s.`,
  ],
  stopped: ['Проверка остановлена.', 'The check was stopped.'],
  stop: ['Остановить', 'Stop'],
  again: ['Проверить ещё раз', 'Check again'],
  all: [
    (count: number, countText: string) =>
      count === 1
        ? '1С примет заказ'
        : count === 2
          ? '1С примет оба заказа'
          : `1С примет все ${countText} ${pluralRu(count, 'заказ', 'заказа', 'заказов')}`,
    (count: number, countText: string) =>
      count === 1
        ? '1C will take the order'
        : count === 2
          ? '1C will take both orders'
          : `1C will take all ${countText} ${pluralEn(count, 'order', 'orders')}`,
  ],
  some: [
    (taken: string, of: number, ofText: string) =>
      `1С примет ${taken} из ${ofText} ${pluralRu(of, 'заказа', 'заказов', 'заказов')}`,
    (taken: string, of: number, ofText: string) =>
      `1C will take ${taken} of ${ofText} ${pluralEn(of, 'order', 'orders')}`,
  ],
  butRemarks: ['но часть данных потеряется', 'but part of the data will be lost'],
  outcomes: {
    confirmed: [
      'Обмен завершился бы, 1С подтвердила бы заказы.',
      'The exchange would end, 1C would confirm the orders.',
    ],
    loaded: [
      '1С загрузила бы заказы, но не подтвердила бы их.',
      '1C would load the orders and not confirm them.',
    ],
    'confirmation-refused': [
      '1С загрузила бы заказы, но её подтверждение не было бы принято.',
      '1C would load the orders, and its confirmation would be refused.',
    ],
    'load-failed': [
      '1С не смогла бы загрузить эти заказы и не подтвердила бы их: те же заказы приходили бы снова.',
      '1C could not load these orders and would not confirm them: the same would come again.',
    ],
    'not-read': [
      '1С не смогла бы прочитать ответ, ничего не загружено.',
      '1C could not read the answer, nothing is loaded.',
    ],
    'not-authorised': [
      '1С не смогла бы войти, ничего не загружено.',
      '1C could not sign in, nothing is loaded.',
    ],
    'not-initialised': [
      '1С не получила бы параметров обмена, ничего не загружено.',
      '1C would not get the parameters of the exchange, nothing is loaded.',
    ],
    cut: [
      'Загрузка прервалась бы: те же заказы пришли бы снова.',
      'The load would break off: the same orders would come again.',
    ],
  },
  as: [(client: string) => `Проверено как «${client}».`, (client: string) => `Checked as “${client}”.`],
  nothingMarked: [
    'Это только проверка: заказы остаются в очереди. Она идёт на базе, в которой есть лишь то, что ваша 1С ' +
      'уже подтвердила, и оплаты, о которых Обмен знает от неё и из задач.',
    'This is only a check: the orders stay in the queue. It runs on a base that has only what your 1C ' +
      'confirmed already, and payments that it or tasks have told Obmen of.',
  ],
  first: [
    (checked: string, owed: string) =>
      `Проверены первые ${checked}: столько помещается в одну проверку или в одну выгрузку. Ждут ${owed}.`,
    (checked: string, owed: string) =>
      `The first ${checked} of ${owed} are checked: so many fit into one check or one package.`,
  ],
  common: ['О выгрузке в целом', 'About the package as a whole'],
  table: ['Что 1С сделает с каждым заказом', 'What 1C will do with each order'],
  columns: {
    order: ['Заказ', 'Order'],
    does: ['Что сделает 1С', 'What 1C will do'],
    payment: ['Оплата', 'Payment'],
    sum: ['Сумма', 'Sum'],
  },
  actions: {
    created: ['создаст документ', 'creates a document'],
    updated: ['обновит документ', 'updates a document'],
    canceled: ['отменит документ', 'cancels a document'],
    skipped: ['пропустит', 'passes it over'],
    refused: ['не примет', 'refuses it'],
    'rolled-back': ['отменит вместе с остальными', 'takes it back with the rest'],
    'not-reached': ['не дойдёт до него', 'never gets to it'],
  },
  noPayment: ['не создаст', 'none'],
  none: {
    title: ['Сейчас выгружать нечего', 'Nothing to send now'],
    text: [
      'Проверка пройдёт по заказам, которые ждут выгрузки. Вход и настройки обмена работают.',
      'The check goes through orders that are waiting. Sign-in and exchange settings work.',
    ],
    orders: ['Все заказы этой интеграции', 'All orders of this integration'],
  },
})
