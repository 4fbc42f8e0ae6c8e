import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Проверить как 1С',
    running: 'Проигрываем обмен…',
    runningText: (seconds: number) =>
      `Обмен отвечает сам себе, как настоящей 1С: вход, заказы, разбор каждого. Идёт ${seconds} с.`,
    stopped: 'Проверка остановлена.',
    stop: 'Остановить',
    again: 'Проверить ещё раз',
    all: (count: number, countText: string) =>
      count === 1
        ? '1С примет заказ'
        : count === 2
          ? '1С примет оба заказа'
          : `1С примет все ${countText} ${pluralRu(count, 'заказ', 'заказа', 'заказов')}`,
    some: (taken: string, of: number, ofText: string) =>
      `1С примет ${taken} из ${ofText} ${pluralRu(of, 'заказа', 'заказов', 'заказов')}`,
    butRemarks: 'но часть данных потеряется',
    outcomes: {
      confirmed: 'Обмен завершился бы, 1С подтвердила бы заказы.',
      loaded: '1С загрузила бы заказы, но не подтвердила бы их.',
      'confirmation-refused': '1С загрузила бы заказы, но её подтверждение не было бы принято.',
      'load-failed':
        '1С не смогла бы загрузить эти заказы и не подтвердила бы их: те же заказы приходили бы снова.',
      'not-read': '1С не смогла бы прочитать ответ, ничего не загружено.',
      'not-authorised': '1С не смогла бы войти, ничего не загружено.',
      'not-initialised': '1С не получила бы параметров обмена, ничего не загружено.',
      cut: 'Загрузка прервалась бы: те же заказы пришли бы снова.',
    },
    as: (client: string) => `Проверено как «${client}».`,
    nothingMarked:
      'Это только проверка: заказы остаются в очереди. Она идёт на пустой базе, поэтому документы в ' +
      'ней создаются; тот, что уже есть в вашей 1С, обновится.',
    first: (checked: string, owed: string) =>
      `Проверены первые ${checked} из ${owed}: столько помещается в одну проверку или в одну выгрузку.`,
    common: 'О выгрузке в целом',
    table: 'Что 1С сделает с каждым заказом',
    columns: { order: 'Заказ', does: 'Что сделает 1С', payment: 'Оплата', sum: 'Сумма' },
    order: (number: string) => `Заказ ${number}`,
    actions: {
      created: 'создаст документ',
      updated: 'обновит документ',
      canceled: 'отменит документ',
      skipped: 'пропустит',
      refused: 'не примет',
      'rolled-back': 'отменит вместе с остальными',
      'not-reached': 'не дойдёт до него',
    },
    noPayment: 'не создаст',
    none: {
      title: 'Сейчас выгружать нечего',
      text: 'Проверка пройдёт по заказам, которые ждут выгрузки. Вход и настройки обмена работают.',
      orders: 'Все заказы этой интеграции',
    },
  },
  {
    title: 'Check as 1C',
    running: 'Playing an exchange…',
    runningText: (seconds: number) =>
      'Obmen answers itself as it would a real 1C: sign-in, orders, reading each of them. Running ' +
      `for ${seconds} s.`,
    stopped: 'The check was stopped.',
    stop: 'Stop',
    again: 'Check again',
    all: (count: number, countText: string) =>
      count === 1
        ? '1C will take the order'
        : count === 2
          ? '1C will take both orders'
          : `1C will take all ${countText} ${pluralEn(count, 'order', 'orders')}`,
    some: (taken: string, of: number, ofText: string) =>
      `1C will take ${taken} of ${ofText} ${pluralEn(of, 'order', 'orders')}`,
    butRemarks: 'but part of the data will be lost',
    outcomes: {
      confirmed: 'The exchange would end, 1C would confirm the orders.',
      loaded: '1C would load the orders and not confirm them.',
      'confirmation-refused': '1C would load the orders, and its confirmation would be refused.',
      'load-failed': '1C could not load these orders and would not confirm them: the same would come again.',
      'not-read': '1C could not read the answer, nothing is loaded.',
      'not-authorised': '1C could not sign in, nothing is loaded.',
      'not-initialised': '1C would not get the parameters of the exchange, nothing is loaded.',
      cut: 'The load would break off: the same orders would come again.',
    },
    as: (client: string) => `Checked as “${client}”.`,
    nothingMarked:
      'This is only a check: the orders stay in the queue. It runs on an empty base, so documents ' +
      'are created in it; one that your 1C has already is updated.',
    first: (checked: string, owed: string) =>
      `The first ${checked} of ${owed} are checked: so many fit into one check or one package.`,
    common: 'About the package as a whole',
    table: 'What 1C will do with each order',
    columns: { order: 'Order', does: 'What 1C will do', payment: 'Payment', sum: 'Sum' },
    order: (number: string) => `Order ${number}`,
    actions: {
      created: 'creates a document',
      updated: 'updates a document',
      canceled: 'cancels a document',
      skipped: 'passes it over',
      refused: 'refuses it',
      'rolled-back': 'takes it back with the rest',
      'not-reached': 'never gets to it',
    },
    noPayment: 'none',
    none: {
      title: 'Nothing to send now',
      text: 'The check goes through orders that are waiting. Sign-in and exchange settings work.',
      orders: 'All orders of this integration',
    },
  },
)
