import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Что требует внимания', 'What needs attention'],
  about: [
    'То, что само не наладится. Когда причина устранена, строка исчезает.',
    'What does not mend by itself. Once its cause is gone, a line disappears.',
  ],
  list: ['Требует внимания', 'Needs attention'],
  quietTitle: ['Всё в порядке', 'All is well'],
  quiet: ['Сейчас ничто не требует вашего участия.', 'Nothing needs you now.'],
  more: ['Показано последнее каждого вида: есть ещё.', 'The newest of each kind are shown: there is more.'],
  since: [(when: string) => `с ${when}`, (when: string) => `since ${when}`],
  held: {
    one: [
      (number: string) => `Заказ ${number} не выгружается`,
      (number: string) => `Order ${number} does not go`,
    ],
    many: [
      (count: number, shown: string) =>
        `${shown} ` +
        `${pluralRu(count, 'заказ не выгружается', 'заказа не выгружаются', 'заказов не выгружаются')}`,
      (count: number, shown: string) => `${shown} ${pluralEn(count, 'order does', 'orders do')} not go`,
    ],
    open: ['Открыть заказ', 'Open the order'],
    show: ['Показать заказы', 'Show the orders'],
    openOf: [(number: string) => `Открыть заказ ${number}`, (number: string) => `Open order ${number}`],
    showOf: [
      (cause: string, integration: string) => `Показать заказы: ${cause}, ${integration}`,
      (cause: string, integration: string) => `Show the orders: ${cause}, ${integration}`,
    ],
  },
  tasks: {
    title: [
      (count: number, shown: string) => `${shown} ${pluralRu(count, 'задача', 'задачи', 'задач')} бухгалтеру`,
      (count: number, shown: string) => `${shown} ${pluralEn(count, 'task', 'tasks')} for the accountant`,
    ],
    text: [
      'Этого 1С не узнает от Обмена: нужно сделать в ней руками.',
      'Obmen can’t tell 1C of this: it has to be done there by hand.',
    ],
    open: ['Открыть задачи', 'Open the tasks'],
  },
  webhook: {
    failing: [
      'Вебхук приостановлен: сообщения не доходят.',
      'The webhook is paused: messages do not arrive.',
    ],
    gone: [
      'Вебхук отключён: адрес ответил, что его больше нет (410).',
      'The webhook is disabled: its address answered that it is gone (410).',
    ],
    open: ['Открыть вебхуки', 'Open the webhooks'],
    openOf: [(url: string) => `Открыть вебхуки: ${url}`, (url: string) => `Open the webhooks: ${url}`],
  },
  upload: {
    title: [
      (name: string) => `Файл «${name}» из 1С не прочитан`,
      (name: string) => `The file “${name}” of 1C was not read`,
    ],
    open: ['Открыть обмен', 'Open the exchange'],
    openOf: [(name: string) => `Открыть обмен: ${name}`, (name: string) => `Open the exchange: ${name}`],
  },
})
