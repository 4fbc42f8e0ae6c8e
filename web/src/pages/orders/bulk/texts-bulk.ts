import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

const orders = (count: number, shown: string) => `${shown} ${pluralRu(count, 'заказ', 'заказа', 'заказов')}`
const ordersEn = (count: number, shown: string) => `${shown} ${pluralEn(count, 'order', 'orders')}`

export const texts = catalogue({
  bar: ['Действия с выбранными заказами', 'Actions with the chosen orders'],
  page: ['Все на странице', 'All on the page'],
  select: [(number: string) => `Выбрать заказ ${number}`, (number: string) => `Choose order ${number}`],
  chosen: [(shown: string) => `Выбрано: ${shown}`, (shown: string) => `Chosen: ${shown}`],
  all: [
    (shown: string) => `Выбрать все, что подходят под фильтр: ${shown}`,
    (shown: string) => `Choose all that match the filter: ${shown}`,
  ],
  chosenAll: [
    (shown: string) => `Выбраны все, что подходят под фильтр: ${shown}`,
    (shown: string) => `All that match the filter are chosen: ${shown}`,
  ],
  none: ['Снять выбор', 'Choose none'],
  atLeast: [(shown: string) => `больше ${shown}`, (shown: string) => `over ${shown}`],
  actions: {
    resend: ['Выгрузить снова', 'Send again'],
    hold: ['Удержать', 'Hold back'],
    release: ['Отпустить', 'Release'],
  },
  titles: {
    resend: [
      (counted: string) => `Выгрузить снова ${counted}?`,
      (counted: string) => `Send ${counted} again?`,
    ],
    hold: [(counted: string) => `Удержать ${counted}?`, (counted: string) => `Hold back ${counted}?`],
    release: [(counted: string) => `Отпустить ${counted}?`, (counted: string) => `Release ${counted}?`],
  },
  about: {
    resend: [
      '1С получит их при следующем обмене ещё раз и заполнит документы заново: правки бухгалтера в ' +
        'них пропадут. Заказы, которые она ещё не получала и не ждёт, останутся как есть.',
      'The 1C gets them once more with its next exchange and fills the documents anew: what an ' +
        'accountant changed in them is gone. Orders that it never got and is not owed stay as they ' +
        'are.',
    ],
    hold: [
      'В эту 1С отмеченное не пойдёт, пока его не отпустят. Что уже не выгружается, останется как есть. ' +
        'Действие можно отменить.',
      'What is held does not go to this 1C until it is released. What does not go already stays as ' +
        'it is. This can be undone.',
    ],
    release: [
      'Отпущенное пойдёт в эту 1С при следующем обмене, даже если проверка против: так решили вы. ' +
        'Только то, что удержал человек и чего 1С не примет, проверка удержит снова. ' +
        'Вернуть это можно 10 секунд.',
      'What is released goes to this 1C with its next exchange, even against the check: that is your ' +
        'decision. Only what a person held and 1C would refuse is held again, by the check. ' +
        'It can be taken back for 10 seconds.',
    ],
  },
  rewritten: [
    (counted: string) => `Из них 1С уже подтвердила ${counted}.`,
    (counted: string) => `Of them, 1C has confirmed ${counted}.`,
  ],
  orders: [orders, ordersEn],
  ordersAtLeast: [
    (count: number, shown: string) => `больше ${orders(count, shown)}`,
    (count: number, shown: string) => `over ${ordersEn(count, shown)}`,
  ],
  integration: ['Интеграция', 'Integration'],
  integrationHelp: ['Будут взяты только заказы её компании.', 'Only orders of its company are taken.'],
  integrationNeeded: ['Выберите интеграцию', 'Choose an integration'],
  integrationsFailed: ['Список интеграций не загрузился', 'The integrations did not load'],
  reason: ['Почему', 'Why'],
  reasonNeeded: [
    'Напишите, почему: это увидит каждый, кто откроет заказ',
    'Say why: whoever opens the order sees it',
  ],
  reasonLong: [
    (most: number, now: number) => `Не длиннее ${most} знаков, сейчас ${now}`,
    (most: number, now: number) => `At most ${most} characters, now ${now}`,
  ],
  progress: ['Действия с заказами', 'Actions with orders'],
  progressFailed: [
    'Не удалось узнать, как идут действия с заказами',
    'How the actions with orders go could not be loaded',
  ],
  collecting: ['подбираем заказы…', 'collecting orders…'],
  running: [
    (done: string, total: string) => `${done} из ${total}`,
    (done: string, total: string) => `${done} of ${total}`,
  ],
  doing: {
    resend: ['Выгружаем снова', 'Sending again'],
    hold: ['Удерживаем', 'Holding'],
    release: ['Отпускаем', 'Releasing'],
  },
  done: {
    resend: [
      (count: number, shown: string) => `Будут выгружены снова: ${orders(count, shown)}`,
      (count: number, shown: string) => `To be sent again: ${ordersEn(count, shown)}`,
    ],
    hold: [
      (count: number, shown: string) => `Удержано: ${orders(count, shown)}`,
      (count: number, shown: string) => `Held: ${ordersEn(count, shown)}`,
    ],
    release: [
      (count: number, shown: string) => `Отпущено: ${orders(count, shown)}`,
      (count: number, shown: string) => `Released: ${ordersEn(count, shown)}`,
    ],
  },
  skipped: [
    (shown: string) => `осталось как есть: ${shown}`,
    (shown: string) => `left as they were: ${shown}`,
  ],
  canceled: ['остановлено', 'stopped'],
  stop: ['Остановить', 'Stop'],
  stopOf: [(name: string) => `Остановить: ${name}`, (name: string) => `Stop: ${name}`],
  undo: ['Отменить', 'Undo'],
  undoOf: [(name: string) => `Отменить: ${name}`, (name: string) => `Undo: ${name}`],
  close: ['Закрыть', 'Close'],
  held: {
    title: ['Не выгружаются', 'Do not go'],
    failed: [
      'Причины, по которым заказы не выгружаются, не загрузились',
      'Why orders do not go could not be loaded',
    ],
    one: [
      (count: number, shown: string, cause: string) => `${orders(count, shown)}: ${cause}`,
      (count: number, shown: string, cause: string) => `${ordersEn(count, shown)}: ${cause}`,
    ],
    retry: [(time: string) => `следующая попытка: ${time}`, (time: string) => `next try: ${time}`],
    retryNext: ['следующая попытка: при ближайшем обмене', 'next try: with the coming exchange'],
    show: ['Показать', 'Show'],
    showOf: [
      (cause: string, integration: string) => `Показать: ${cause}, ${integration}`,
      (cause: string, integration: string) => `Show: ${cause}, ${integration}`,
    ],
    release: ['Отпустить', 'Release'],
    releaseOf: [
      (cause: string, integration: string) => `Отпустить: ${cause}, ${integration}`,
      (cause: string, integration: string) => `Release: ${cause}, ${integration}`,
    ],
    shown: [(cause: string) => `Показаны: ${cause}`, (cause: string) => `Shown: ${cause}`],
    every: ['Показать все причины', 'Show every cause'],
  },
})
