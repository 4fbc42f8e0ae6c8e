import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Что требует внимания',
    about: 'То, что само не наладится. Когда причина устранена, строка исчезает.',
    list: 'Требует внимания',
    quietTitle: 'Всё в порядке',
    quiet: 'Сейчас ничто не требует вашего участия.',
    more: 'Показано последнее каждого вида: есть ещё.',
    since: (when: string) => `с ${when}`,
    held: {
      one: (number: string) => `Заказ ${number} не выгружается`,
      many: (count: number, shown: string) =>
        `${shown} ` +
        `${pluralRu(count, 'заказ не выгружается', 'заказа не выгружаются', 'заказов не выгружаются')}`,
      open: 'Открыть заказ',
      show: 'Показать заказы',
      openOf: (number: string) => `Открыть заказ ${number}`,
      showOf: (cause: string, integration: string) => `Показать заказы: ${cause}, ${integration}`,
    },
    tasks: {
      title: (count: number, shown: string) =>
        `${shown} ${pluralRu(count, 'задача', 'задачи', 'задач')} бухгалтеру`,
      text: 'Этого 1С не узнает от Обмена: нужно сделать в ней руками.',
      open: 'Открыть задачи',
    },
    webhook: {
      failing: 'Вебхук приостановлен: сообщения не доходят.',
      gone: 'Вебхук отключён: адрес ответил, что его больше нет (410).',
      open: 'Открыть вебхуки',
      openOf: (url: string) => `Открыть вебхуки: ${url}`,
    },
    upload: {
      title: (name: string) => `Файл «${name}» из 1С не прочитан`,
      open: 'Открыть обмен',
      openOf: (name: string) => `Открыть обмен: ${name}`,
    },
  },
  {
    title: 'What needs attention',
    about: 'What does not mend by itself. Once its cause is gone, a line disappears.',
    list: 'Needs attention',
    quietTitle: 'All is well',
    quiet: 'Nothing needs you now.',
    more: 'The newest of each kind are shown: there is more.',
    since: (when: string) => `since ${when}`,
    held: {
      one: (number: string) => `Order ${number} does not go`,
      many: (count: number, shown: string) => `${shown} ${pluralEn(count, 'order does', 'orders do')} not go`,
      open: 'Open the order',
      show: 'Show the orders',
      openOf: (number: string) => `Open order ${number}`,
      showOf: (cause: string, integration: string) => `Show the orders: ${cause}, ${integration}`,
    },
    tasks: {
      title: (count: number, shown: string) =>
        `${shown} ${pluralEn(count, 'task', 'tasks')} for the accountant`,
      text: 'Obmen can’t tell 1C of this: it has to be done there by hand.',
      open: 'Open the tasks',
    },
    webhook: {
      failing: 'The webhook is paused: messages do not arrive.',
      gone: 'The webhook is disabled: its address answered that it is gone (410).',
      open: 'Open the webhooks',
      openOf: (url: string) => `Open the webhooks: ${url}`,
    },
    upload: {
      title: (name: string) => `The file “${name}” of 1C was not read`,
      open: 'Open the exchange',
      openOf: (name: string) => `Open the exchange: ${name}`,
    },
  },
)
