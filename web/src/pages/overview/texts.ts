import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

const orders = (count: number) => pluralRu(count, 'заказ', 'заказа', 'заказов')
const ordersEn = (count: number) => pluralEn(count, 'order', 'orders')

export const texts = catalogue({
  title: ['Обзор', 'Overview'],
  headline: {
    good: ['Всё доходит до 1С', 'Everything reaches 1C'],
    states: {
      waiting: ['1С ещё не вошла с новым паролем', '1C has not signed in with the new password yet'],
      exchanging: ['Заказы ждут 1С', 'Orders wait for 1C'],
      refused: ['1С не может войти', '1C can’t sign in'],
      unconfirmed: ['1С не подтверждает загрузку', '1C does not confirm the load'],
      silent: ['1С перестала обращаться', '1C no longer calls'],
      paused: ['Заказы копятся: интеграция приостановлена', 'Orders pile up: the integration is paused'],
    },
    restored: [
      'После восстановления из копии обмен остановлен',
      'The exchange is stopped since the restore from a backup',
    ],
    several: [
      (count: string) => `Требует внимания: ${count}`,
      (count: string) => `Needs attention: ${count}`,
    ],
    all: [
      (count: string) => `Всё, что требует внимания: ${count}`,
      (count: string) => `All that needs attention: ${count}`,
    ],
    held: [
      (count: number, shown: string) =>
        `${shown} ${orders(count)} ` +
        `${pluralRu(count, 'удержан и не уйдёт', 'удержаны и не уйдут', 'удержаны и не уйдут')} в ` +
        `1С, пока ${pluralRu(count, 'его', 'их', 'их')} не отпустят`,
      (count: number, shown: string) =>
        `${shown} ${ordersEn(count)} ${pluralEn(count, 'is', 'are')} held and will not go to 1C ` +
        'until released',
    ],
    seeHeld: [
      (count: number, shown: string, byPeople: string) =>
        `${pluralRu(count, 'Удержан', 'Удержаны', 'Удержаны')} ${shown} ${orders(count)}${byPeople}: ` +
        'посмотреть причину',
      (count: number, shown: string, byPeople: string) =>
        `${shown} held ${ordersEn(count)}${byPeople}: see why`,
    ],
    byPeople: [
      (shown: string) => `, из них ${shown} вручную`,
      (shown: string) => `, ${shown} of them by people`,
    ],
    owedTwice: [
      (shown: string) => `В строках ниже их ${shown}: некоторые ждут не одной 1С.`,
      (shown: string) => `The lines below have ${shown}: some of them wait for more than one 1C.`,
    ],
    loading: ['1С загружает заказы', '1C is loading orders'],
    waiting: ['Ждём первого обращения 1С', 'Waiting for the first call of 1C'],
    nothingOwed: ['Ни один заказ не ждёт выгрузки.', 'No order is waiting.'],
    owed: [
      (count: number, shown: string) =>
        `${shown} ${orders(count)} ${pluralRu(count, 'ждёт', 'ждут', 'ждут')} следующего обмена.`,
      (count: number, shown: string) =>
        `${shown} ${ordersEn(count)} ${pluralEn(count, 'waits', 'wait')} for the next exchange.`,
    ],
    lastExchange: ['Последний обмен:', 'Last exchange:'],
    noExchange: ['Обменов ещё не было.', 'No exchange yet.'],
  },
  steps: {
    title: ['Как начать', 'How to begin'],
    text: ['Пять шагов, и заказы пойдут в 1С сами.', 'Five steps, and orders go to 1C by themselves.'],
    done: ['готово', 'done'],
    company: {
      title: ['Компания', 'Company'],
      text: [
        'Заведите компанию, от имени которой платформа продаёт.',
        'Add the company that the platform sells for.',
      ],
      action: ['К компаниям', 'To companies'],
    },
    integration: {
      title: ['Интеграция', 'Integration'],
      text: [
        'Добавьте интеграцию: Обмен выдаст адрес, имя пользователя и пароль для 1С и покажет, куда ' +
          'их ввести.',
        'Add an integration: Obmen gives you address, login and password for 1C and shows where to ' +
          'type them.',
      ],
      action: ['К интеграциям', 'To integrations'],
    },
    orders: {
      title: ['Заказы', 'Orders'],
      text: [
        'Создайте токен и передайте его разработчикам платформы: с ним она начнёт отправлять заказы.',
        "Create a token and pass it on to the platform's developers: the platform sends orders with " + 'it.',
      ],
      action: ['К токенам API', 'To API tokens'],
    },
    connected: {
      title: ['1С подключилась', '1C has connected'],
      text: [
        'Введите адрес, имя пользователя и пароль в 1С и запустите в ней обмен: первое обращение видно ' +
          'через секунду.',
        'Type address, login and password into 1C and start the exchange there: its first call is seen ' +
          'within a second.',
      ],
      action: ['Как подключить', 'How to connect'],
    },
    invoice: {
      title: ['Первый счёт создан', 'The first invoice is made'],
      text: [
        '1С заберёт заказ при следующем обмене. Бухгалтерия подтвердит, что записала его; УТ, УНФ и ' +
          'Розница пришлют и сам документ. Каким он будет, видно уже сейчас, ничего не отмечается.',
        '1C takes the order with the next exchange. Бухгалтерия confirms that it has it; УТ, УНФ and ' +
          'Розница send the document, too. What it will be is seen already, and nothing is marked.',
      ],
      action: ['Проверить как 1С', 'Check as 1C'],
    },
    unseen: {
      title: ['Первый счёт создан', 'The first invoice is made'],
      text: [
        '1С подтвердила первый заказ, а сам документ пришлёт со следующим обменом или когда его изменят. ' +
          'Найдите его в 1С по номеру заказа и проведите.',
        '1C has confirmed the first order and sends its document with the next exchange, or once it is ' +
          "changed. Find it in 1C by the order's number and post it.",
      ],
      action: ['К обменам', 'To exchanges'],
    },
  },
  integrations: {
    title: ['Интеграции', 'Integrations'],
    all: ['Все интеграции', 'All integrations'],
    owed: [
      (count: number, shown: string) => `${pluralRu(count, 'ждёт', 'ждут', 'ждут')} ${shown}`,
      (_count: number, shown: string) => `waiting: ${shown}`,
    ],
    held: [
      (count: number, shown: string) => `${pluralRu(count, 'удержан', 'удержано', 'удержано')} ${shown}`,
      (_count: number, shown: string) => `held back: ${shown}`,
    ],
    offered: [(shown: string) => `из них ${shown} выдано`, (shown: string) => `${shown} of them given out`],
    owedTitle: ['Заказы, которые 1С должна забрать', 'Orders that 1C is to fetch'],
    heldTitle: ['Не уйдут в 1С, пока их не отпустят', 'Do not go to 1C until they are released'],
  },
  days: {
    title: ['Последние 30 дней', 'The last 30 days'],
    view: ['Что показать на графике', 'What the chart shows'],
    orders: ['Заказы', 'Orders'],
    exchanges: ['Обмены', 'Exchanges'],
    series: {
      ordersReceived: ['получено от платформы', 'received from the platform'],
      ordersConfirmed: ['подтверждений 1С', 'confirmations of 1C'],
      exchanges: ['обменов', 'exchanges'],
      failures: ['из них с ошибкой или без подтверждения', 'of them failed or unconfirmed'],
    },
    table: ['Заказы и обмены по дням', 'Orders and exchanges by day'],
  },
  recent: {
    title: ['Последние обмены', 'Recent exchanges'],
    all: ['Все обмены', 'All exchanges'],
    empty: [
      'Здесь появится каждое обращение 1С: когда, сколько заказов забрала и чем закончилось.',
      'Every call of 1C appears here: when, how many orders it fetched and how it ended.',
    ],
    open: [
      (name: string, time: string) => `Обмен «${name}», ${time}`,
      (name: string, time: string) => `Exchange of "${name}", ${time}`,
    ],
  },
  look: {
    title: ['Заказы, которым нужно внимание', 'Orders that need a look'],
    all: ['Все ждущие', 'All that wait'],
    text: [
      'Не приняты 1С, удержаны или ждут дольше часа.',
      'Refused by 1C, held, or waiting for over an hour.',
    ],
    empty: ['Таких нет.', 'There are none.'],
    held: ['Удержанные', 'Held ones'],
    order: [(number: string) => `Заказ ${number}`, (number: string) => `Order ${number}`],
  },
})
