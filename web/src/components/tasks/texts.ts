import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  unit: [
    (count: number) => pluralRu(count, 'задача', 'задачи', 'задач'),
    (count: number) => pluralEn(count, 'task', 'tasks'),
  ],
  table: ['Задачи бухгалтера', 'Tasks of the accountant'],
  columns: {
    task: ['Задача', 'Task'],
    order: ['Заказ', 'Order'],
    where: ['1С', '1C'],
    created: ['Появилась', 'Since'],
    done: ['Сделана', 'Done'],
  },
  finish: ['Сделано', 'Done'],
  finishOf: [
    (number: string) => `Сделано: задача по заказу ${number}`,
    (number: string) => `Done: the task of order ${number}`,
  ],
  finishSettled: ['Всё же сделано', 'Done after all'],
  finishSettledOf: [
    (number: string) => `Всё же сделано: задача по заказу ${number}`,
    (number: string) => `Done after all: the task of order ${number}`,
  ],
  finished: ['Задача сделана', 'The task is done'],
  reopen: ['Открыть снова', 'Open again'],
  reopenOf: [
    (number: string) => `Открыть снова: задача по заказу ${number}`,
    (number: string) => `Open again: the task of order ${number}`,
  ],
  reopened: ['Задача снова открыта', 'The task is open again'],
  byItself: ['закрылась сама', 'settled itself'],
  settledBy: [
    (kind: string, number: string | null, day: string | null) =>
      `: ${kind}${number === null ? '' : ` №\u00a0${number}`}${day === null ? '' : ` от ${day}`}`,
    (kind: string, number: string | null, day: string | null) =>
      `: ${kind}${number === null ? '' : ` No.\u00a0${number}`}${day === null ? '' : ` of ${day}`}`,
  ],
})
