import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Задачи', 'Tasks'],
  about: [
    'Что нужно сделать в 1С руками, потому что с сайта ей этого не передать: возвраты, части ' +
      'оплат, оплаты отменённых заказов.',
    'What has to be done in 1C by hand, because a site can’t tell it: refunds, part payments, ' +
      'payments of canceled orders.',
  ],
  shown: ['Какие задачи показаны', 'Which tasks are shown'],
  open: ['Открытые', 'Open'],
  integration: ['Интеграция', 'Integration'],
  done: ['Сделанные', 'Done'],
  period: { open: ['Появилась', 'Since'], done: ['Когда сделана', 'When done'] },
  none: ['Задач нет', 'No tasks'],
  noneText: [
    'Всё, что можно передать в 1С, передаётся само. Здесь появится то, что придётся сделать руками.',
    'What 1C can be sent is sent automatically. What has to be done by hand appears here.',
  ],
  noneDone: ['Сделанных задач нет', 'No task is done yet'],
  noneDoneText: ['Сделанные задачи остаются здесь.', 'Tasks that are done stay here.'],
})
