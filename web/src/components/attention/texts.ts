import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  list: ['Требует внимания', 'Needs attention'],
  integration: {
    late: [
      'Заказы не забирают. Проверьте, что 1С запущена и в ней включено расписание обмена.',
      'Orders are not fetched. Look whether 1C is running and its exchange schedule is switched on.',
    ],
    wait: [
      (count: number, shown: string) =>
        `${shown} ${pluralRu(count, 'заказ ждёт', 'заказа ждут', 'заказов ждут')}`,
      (count: number, shown: string) => `${shown} ${pluralEn(count, 'order waits', 'orders wait')} for`,
    ],
    nothingWaits: ['ни один заказ не ждёт', 'no order waits'],
  },
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
    andMore: [(count: number) => ` и ещё ${count}`, (count: number) => ` and ${count} more`],
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
    open: ['Открыть вебхук', 'Open the webhook'],
    openOf: [(url: string) => `Открыть вебхук: ${url}`, (url: string) => `Open the webhook: ${url}`],
  },
  reading: {
    title: [(name: string) => `1С «${name}» не читается`, (name: string) => `1C “${name}” can’t be read`],
    text: [
      'Что исправить, покажет «Проверить» на странице интеграции.',
      '“Check” on the integration’s page says what to mend.',
    ],
    open: ['Открыть интеграцию', 'Open the integration'],
    openOf: [
      (name: string) => `Открыть интеграцию: ${name}`,
      (name: string) => `Open the integration: ${name}`,
    ],
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
