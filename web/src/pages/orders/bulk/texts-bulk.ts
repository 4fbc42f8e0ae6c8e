import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

const orders = (count: number, shown: string) => `${shown} ${pluralRu(count, 'заказ', 'заказа', 'заказов')}`
const ordersEn = (count: number, shown: string) => `${shown} ${pluralEn(count, 'order', 'orders')}`

export const texts = catalogue(
  {
    bar: 'Действия с выбранными заказами',
    page: 'Все на странице',
    select: (number: string) => `Выбрать заказ ${number}`,
    chosen: (shown: string) => `Выбрано: ${shown}`,
    all: (shown: string) => `Выбрать все, что подходят под фильтр: ${shown}`,
    chosenAll: (shown: string) => `Выбраны все, что подходят под фильтр: ${shown}`,
    none: 'Снять выбор',
    atLeast: (shown: string) => `больше ${shown}`,
    actions: { resend: 'Выгрузить снова', hold: 'Удержать', release: 'Отпустить' },
    titles: {
      resend: 'Выгрузить заказы снова?',
      hold: 'Удержать заказы?',
      release: 'Отпустить заказы?',
    },
    about: {
      resend:
        '1С получит их при следующем обмене ещё раз и заполнит документы заново: правки бухгалтера в ' +
        'них пропадут. Заказы, которые она ещё не получала и не ждёт, останутся как есть.',
      hold:
        'В эту 1С они не пойдут, пока их не отпустят. Те, что уже не выгружаются, останутся как есть. ' +
        'Действие можно отменить.',
      release:
        'Они пойдут в эту 1С при следующем обмене, даже те, которые 1С не примет: так решили вы. ' +
        'Отменить это нельзя.',
    },
    orders,
    ordersAtLeast: (count: number, shown: string) =>
      `${orders(count, shown)} или больше: все, что подходят под фильтр`,
    integration: 'Интеграция',
    integrationHelp: 'Будут взяты только заказы её компании.',
    integrationNeeded: 'Выберите интеграцию',
    integrationsFailed: 'Список интеграций не загрузился',
    reason: 'Почему',
    reasonNeeded: 'Напишите, почему: это увидит каждый, кто откроет заказ',
    reasonLong: (most: number, now: number) => `Не длиннее ${most} знаков, сейчас ${now}`,
    progress: 'Действия с заказами',
    progressFailed: 'Не удалось узнать, как идут действия с заказами',
    collecting: 'подбираем заказы…',
    running: (done: string, total: string) => `${done} из ${total}`,
    doing: { resend: 'Выгружаем снова', hold: 'Удерживаем', release: 'Отпускаем' },
    done: {
      resend: (count: number, shown: string) => `Будут выгружены снова: ${orders(count, shown)}`,
      hold: (count: number, shown: string) => `Удержано: ${orders(count, shown)}`,
      release: (count: number, shown: string) => `Отпущено: ${orders(count, shown)}`,
    },
    skipped: (shown: string) => `осталось как есть: ${shown}`,
    canceled: 'остановлено',
    stop: 'Остановить',
    stopOf: (name: string) => `Остановить: ${name}`,
    undo: 'Отменить',
    undoOf: (name: string) => `Отменить: ${name}`,
    close: 'Закрыть',
    held: {
      title: 'Не выгружаются',
      failed: 'Причины, по которым заказы не выгружаются, не загрузились',
      one: (count: number, shown: string, cause: string) => `${orders(count, shown)}: ${cause}`,
      show: 'Показать',
      showOf: (cause: string, integration: string) => `Показать: ${cause}, ${integration}`,
      release: 'Отпустить',
      releaseOf: (cause: string, integration: string) => `Отпустить: ${cause}, ${integration}`,
      shown: (cause: string) => `Показаны: ${cause}`,
      every: 'Показать все причины',
    },
  },
  {
    bar: 'Actions with the chosen orders',
    page: 'All on the page',
    select: (number: string) => `Choose order ${number}`,
    chosen: (shown: string) => `Chosen: ${shown}`,
    all: (shown: string) => `Choose all that match the filter: ${shown}`,
    chosenAll: (shown: string) => `All that match the filter are chosen: ${shown}`,
    none: 'Choose none',
    atLeast: (shown: string) => `over ${shown}`,
    actions: { resend: 'Send again', hold: 'Hold', release: 'Release' },
    titles: { resend: 'Send the orders again?', hold: 'Hold the orders?', release: 'Release the orders?' },
    about: {
      resend:
        'The 1C gets them once more with its next exchange and fills the documents anew: what an ' +
        'accountant changed in them is gone. Orders that it never got and is not owed stay as they ' +
        'are.',
      hold:
        'They do not go to this 1C until they are released. Those that do not go already stay as they ' +
        'are. This can be undone.',
      release:
        'They go to this 1C with its next exchange, those that it will refuse as well: that is your ' +
        'decision. This can’t be undone.',
    },
    orders: ordersEn,
    ordersAtLeast: (count: number, shown: string) =>
      `${ordersEn(count, shown)} or more: all that match the filter`,
    integration: 'Integration',
    integrationHelp: 'Only orders of its company are taken.',
    integrationNeeded: 'Choose an integration',
    integrationsFailed: 'The integrations did not load',
    reason: 'Why',
    reasonNeeded: 'Say why: whoever opens the order sees it',
    reasonLong: (most: number, now: number) => `At most ${most} characters, now ${now}`,
    progress: 'Actions with orders',
    progressFailed: 'How the actions with orders go could not be loaded',
    collecting: 'collecting orders…',
    running: (done: string, total: string) => `${done} of ${total}`,
    doing: { resend: 'Sending again', hold: 'Holding', release: 'Releasing' },
    done: {
      resend: (count: number, shown: string) => `To be sent again: ${ordersEn(count, shown)}`,
      hold: (count: number, shown: string) => `Held: ${ordersEn(count, shown)}`,
      release: (count: number, shown: string) => `Released: ${ordersEn(count, shown)}`,
    },
    skipped: (shown: string) => `left as they were: ${shown}`,
    canceled: 'stopped',
    stop: 'Stop',
    stopOf: (name: string) => `Stop: ${name}`,
    undo: 'Undo',
    undoOf: (name: string) => `Undo: ${name}`,
    close: 'Close',
    held: {
      title: 'Do not go',
      failed: 'Why orders do not go could not be loaded',
      one: (count: number, shown: string, cause: string) => `${ordersEn(count, shown)}: ${cause}`,
      show: 'Show',
      showOf: (cause: string, integration: string) => `Show: ${cause}, ${integration}`,
      release: 'Release',
      releaseOf: (cause: string, integration: string) => `Release: ${cause}, ${integration}`,
      shown: (cause: string) => `Shown: ${cause}`,
      every: 'Show every cause',
    },
  },
)
