import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

const orders = (count: number) => pluralRu(count, 'заказ', 'заказа', 'заказов')
const ordersEn = (count: number) => pluralEn(count, 'order', 'orders')

export const texts = catalogue(
  {
    title: 'Обзор',
    headline: {
      good: 'Всё доходит до 1С',
      late: (count: number, shown: string) =>
        `${shown} ${orders(count)} ${pluralRu(count, 'ждёт', 'ждут', 'ждут')} 1С дольше часа`,
      states: {
        waiting: '1С ещё не вошла с новым паролем',
        exchanging: 'Заказы ждут 1С',
        refused: '1С не может войти',
        unconfirmed: '1С не подтверждает загрузку',
        silent: '1С перестала обращаться',
        paused: 'Заказы копятся: интеграция приостановлена',
      },
      several: 'Обмену нужна помощь',
      held: (count: number, shown: string) =>
        `${shown} ${orders(count)} ` +
        `${pluralRu(count, 'удержан и не уйдёт', 'удержаны и не уйдут', 'удержаны и не уйдут')} в ` +
        `1С, пока ${pluralRu(count, 'его', 'их', 'их')} не отпустят`,
      seeHeld: (count: number, shown: string) =>
        `${pluralRu(count, 'Удержан', 'Удержаны', 'Удержаны')} ${shown} ${orders(count)}: посмотреть причину`,
      loading: '1С загружает заказы',
      waiting: 'Ждём первого обращения 1С',
      nothingOwed: 'Ни один заказ не ждёт выгрузки.',
      owed: (count: number, shown: string) =>
        `${shown} ${orders(count)} ${pluralRu(count, 'ждёт', 'ждут', 'ждут')} следующего обмена.`,
      lastExchange: 'Последний обмен:',
      noExchange: 'Обменов ещё не было.',
    },
    trouble: {
      waits: 'заказы ждут',
      late: 'Проверьте, что 1С запущена и в ней включено расписание обмена.',
      lastSeen: (time: string) => `Последнее обращение: ${time}.`,
      whatToDo: 'Что сделать',
    },
    steps: {
      title: 'Как начать',
      text: 'Четыре шага, и заказы пойдут в 1С сами.',
      done: 'готово',
      company: {
        title: 'Компания',
        text: 'Заведите компанию, от имени которой платформа продаёт.',
        action: 'К компаниям',
      },
      integration: {
        title: 'Интеграция',
        text:
          'Добавьте интеграцию: Обмен выдаст адрес, имя пользователя и пароль для 1С и покажет, куда ' +
          'их ввести.',
        action: 'К интеграциям',
      },
      orders: {
        title: 'Заказы',
        text: 'Создайте токен и передайте его разработчикам платформы: с ним она начнёт отправлять заказы.',
        action: 'К токенам API',
      },
      invoice: {
        title: 'Счёт в 1С',
        text:
          'Обмен сыграет за 1С и покажет счёт, который она сделает из заказа. Ничего не отмечается, ' +
          'повторять можно сколько угодно.',
        action: 'Проверить как 1С',
      },
    },
    integrations: {
      title: 'Интеграции',
      all: 'Все интеграции',
      owed: 'ждут',
      offered: 'выдано',
      confirmed: 'подтверждено',
      held: 'удержано',
      counts: {
        owed: 'Заказы, которые 1С должна забрать',
        offered: 'Выданы 1С, но она ещё не подтвердила, что сохранила их',
        confirmed: 'Заказы, которые 1С подтвердила хотя бы раз; изменённый заказ она подтверждает снова',
        held: 'Не уйдут в 1С, пока их не отпустят',
      },
      howToConnect: 'Как подключить',
      spark: (count: number, shown: string) =>
        `За 30 дней 1С прислала ${shown} ` +
        `${pluralRu(count, 'подтверждение', 'подтверждения', 'подтверждений')}`,
      perMonth: (count: number) =>
        `${pluralRu(count, 'подтверждение', 'подтверждения', 'подтверждений')} за 30 дней`,
    },
    days: {
      title: 'Последние 30 дней',
      view: 'Что показать на графике',
      orders: 'Заказы',
      exchanges: 'Обмены',
      series: {
        ordersReceived: 'получено от платформы',
        ordersConfirmed: 'подтверждений 1С',
        exchanges: 'обменов',
        failures: 'из них с ошибкой или без подтверждения',
      },
      cut: (day: string, most: string) =>
        `Столбец ${day} обрезан, чтобы были видны остальные: на самом деле ${most}.`,
      asTable: 'Показать таблицей',
      table: 'Заказы и обмены по дням',
      day: 'День',
      chart: (facts: string) => `График по дням. Всего: ${facts}. Числа по дням — в таблице под графиком.`,
    },
    recent: {
      title: 'Последние обмены',
      all: 'Все обмены',
      empty: 'Здесь появится каждое обращение 1С: когда, сколько заказов забрала и чем закончилось.',
      open: (name: string, time: string) => `Обмен «${name}», ${time}`,
    },
    look: {
      title: 'Заказы, которым нужно внимание',
      all: 'Все ждущие',
      text: 'Ждут выгрузки дольше всех.',
      empty: 'Все подходящие заказы в 1С.',
      othersHeld: 'Ни один заказ не ждёт выгрузки; удержанные в 1С не попали.',
      held: 'Удержанные',
      order: (number: string) => `Заказ ${number}`,
      waits: 'ждёт',
    },
  },
  {
    title: 'Overview',
    headline: {
      good: 'Everything reaches 1C',
      late: (count: number, shown: string) =>
        `${shown} ${ordersEn(count)} ${pluralEn(count, 'has', 'have')} been waiting for 1C for over an hour`,
      states: {
        waiting: '1C has not signed in with the new password yet',
        exchanging: 'Orders wait for 1C',
        refused: '1C can’t sign in',
        unconfirmed: '1C does not confirm the load',
        silent: '1C no longer calls',
        paused: 'Orders pile up: the integration is paused',
      },
      several: 'The exchange needs help',
      held: (count: number, shown: string) =>
        `${shown} ${ordersEn(count)} ${pluralEn(count, 'is', 'are')} held and will not go to 1C ` +
        'until released',
      seeHeld: (count: number, shown: string) => `${shown} held ${ordersEn(count)}: see why`,
      loading: '1C is loading orders',
      waiting: 'Waiting for the first call of 1C',
      nothingOwed: 'No order is waiting.',
      owed: (count: number, shown: string) =>
        `${shown} ${ordersEn(count)} ${pluralEn(count, 'waits', 'wait')} for the next exchange.`,
      lastExchange: 'Last exchange:',
      noExchange: 'No exchange yet.',
    },
    trouble: {
      waits: 'orders wait for',
      late: 'Look whether 1C is running and its exchange schedule is switched on.',
      lastSeen: (time: string) => `Last call: ${time}.`,
      whatToDo: 'What to do',
    },
    steps: {
      title: 'How to begin',
      text: 'Four steps, and orders go to 1C by themselves.',
      done: 'done',
      company: {
        title: 'Company',
        text: 'Add the company that the platform sells for.',
        action: 'To companies',
      },
      integration: {
        title: 'Integration',
        text:
          'Add an integration: Obmen gives you address, login and password for 1C and shows where to ' +
          'type them.',
        action: 'To integrations',
      },
      orders: {
        title: 'Orders',
        text:
          "Create a token and pass it on to the platform's developers: the platform sends orders with " +
          'it.',
        action: 'To API tokens',
      },
      invoice: {
        title: 'The invoice in 1C',
        text:
          'Obmen plays 1C and shows the invoice that it will make of the order. Nothing is marked, ' +
          'repeat it as often as you like.',
        action: 'Check as 1C',
      },
    },
    integrations: {
      title: 'Integrations',
      all: 'All integrations',
      owed: 'waiting',
      offered: 'given',
      confirmed: 'confirmed',
      held: 'held',
      counts: {
        owed: 'Orders that 1C is to fetch',
        offered: 'Given to 1C, which has not confirmed yet that it saved them',
        confirmed: 'Orders that 1C has confirmed at least once; a changed order is confirmed again',
        held: 'Do not go to 1C until they are released',
      },
      howToConnect: 'How to connect',
      spark: (count: number, shown: string) =>
        `1C sent ${shown} ${pluralEn(count, 'confirmation', 'confirmations')} in 30 days`,
      perMonth: (count: number) => `${pluralEn(count, 'confirmation', 'confirmations')} in 30 days`,
    },
    days: {
      title: 'The last 30 days',
      view: 'What the chart shows',
      orders: 'Orders',
      exchanges: 'Exchanges',
      series: {
        ordersReceived: 'received from the platform',
        ordersConfirmed: 'confirmations of 1C',
        exchanges: 'exchanges',
        failures: 'of them failed or unconfirmed',
      },
      cut: (day: string, most: string) =>
        `The bar of ${day} is cut off, so that the others show: it is ${most}.`,
      asTable: 'Show as a table',
      table: 'Orders and exchanges by day',
      day: 'Day',
      chart: (facts: string) =>
        `Chart by day. In all: ${facts}. The table under it has the numbers of each day.`,
    },
    recent: {
      title: 'Recent exchanges',
      all: 'All exchanges',
      empty: 'Every call of 1C appears here: when, how many orders it fetched and how it ended.',
      open: (name: string, time: string) => `Exchange of "${name}", ${time}`,
    },
    look: {
      title: 'Orders that need a look',
      all: 'All that wait',
      text: 'Those that have waited longest.',
      empty: 'Every matching order is in 1C.',
      othersHeld: 'No order is waiting; those that are held are not in 1C.',
      held: 'Held ones',
      order: (number: string) => `Order ${number}`,
      waits: 'waits for',
    },
  },
)
