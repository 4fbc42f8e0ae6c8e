import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Задачи',
    about:
      'Что нужно сделать в 1С руками, потому что с сайта ей этого не передать: возвраты, части ' +
      'оплат, оплаты отменённых заказов.',
    shown: 'Какие задачи показаны',
    open: 'Открытые',
    done: 'Сделанные',
    table: 'Задачи бухгалтера',
    none: 'Задач нет',
    noneText:
      'Всё, что можно передать в 1С, передаётся само. Здесь появится то, что придётся сделать руками.',
    noneDone: 'Сделанных задач нет',
    noneDoneText: 'Сделанные задачи остаются здесь.',
    columns: { task: 'Задача', order: 'Заказ', where: '1С', created: 'Появилась', done: 'Сделана' },
    order: (number: string) => `Заказ ${number}`,
    finish: 'Сделано',
    finishOf: (number: string) => `Сделано: задача по заказу ${number}`,
    finishSettled: 'Всё же сделано',
    finishSettledOf: (number: string) => `Всё же сделано: задача по заказу ${number}`,
    finished: 'Задача сделана',
    byItself: 'закрылась сама',
  },
  {
    title: 'Tasks',
    about:
      'What has to be done in 1C by hand, because a site can’t tell it: refunds, part payments, ' +
      'payments of canceled orders.',
    shown: 'Which tasks are shown',
    open: 'Open',
    done: 'Done',
    table: 'Tasks of the accountant',
    none: 'No tasks',
    noneText: 'What 1C can be sent is sent automatically. What has to be done by hand appears here.',
    noneDone: 'No task is done yet',
    noneDoneText: 'Tasks that are done stay here.',
    columns: { task: 'Task', order: 'Order', where: '1C', created: 'Since', done: 'Done' },
    order: (number: string) => `Order ${number}`,
    finish: 'Done',
    finishOf: (number: string) => `Done: the task of order ${number}`,
    finishSettled: 'Done after all',
    finishSettledOf: (number: string) => `Done after all: the task of order ${number}`,
    finished: 'The task is done',
    byItself: 'settled itself',
  },
)
