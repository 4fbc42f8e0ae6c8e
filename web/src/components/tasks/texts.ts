import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
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
})
