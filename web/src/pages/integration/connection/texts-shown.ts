import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  checks: {
    title: ['Что показали обмены', 'What the exchanges showed'],
    unknown: [
      'Какая программа 1С на другой стороне, пока не известно: заказы уходят в виде, который верно ' +
        'прочтёт любая.',
      'Which 1C program is on the other side is not known yet: orders go in a form that every one ' +
        'reads rightly.',
    ],
    goesAs: [
      (program: string) => `Заказы уходят в виде для «${program}».`,
      (program: string) => `Orders go in the form for ${program}.`,
    ],
    recognized: [
      (program: string, seen: string) => `Узнана программа «${program}»: ${seen}.`,
      (program: string, seen: string) => `Recognized as ${program}: it ${seen}.`,
    ],
    tones: {
      good: ['В порядке', 'All right'],
      look: ['Проверьте', 'Check this'],
      known: ['К сведению', 'Good to know'],
    },
  },
  question: {
    unsure: ['Какая это программа 1С?', 'Which 1C program is it?'],
    unsureText: [
      (seen: string) =>
        `По обменам её не отличить от других: ${seen}. Пока вы не ответите, заказы уходят в виде, ` +
        'который верно прочтёт любая.',
      (seen: string) =>
        `Its exchanges do not tell it from others: it ${seen}. Until you answer, orders go in a form ` +
        'that every one reads rightly.',
    ],
    mismatch: [
      (program: string) => `Это точно «${program}»?`,
      (program: string) => `Is it really ${program}?`,
    ],
    mismatchText: [
      (seen: string, program: string) =>
        `Программа на другой стороне ведёт себя иначе: ${seen}. Заказы уходят в виде для ` +
        `«${program}», пока вы не ответите.`,
      (seen: string, program: string) =>
        `The program on the other side behaves otherwise: it ${seen}. Orders go in the form for ` +
        `${program} until you answer.`,
    ],
    is: [(program: string) => `Это ${program}`, (program: string) => `It is ${program}`],
    keep: [(program: string) => `Оставить «${program}»`, (program: string) => `Keep ${program}`],
    answered: [
      (program: string) => `Программа 1С: ${program}`,
      (program: string) => `1C program: ${program}`,
    ],
  },
  early: {
    resend: ['Выгрузить снова', 'Send again'],
    settle: ['Счета в 1С есть', 'The invoices are in 1C'],
    ask: {
      title: [(orders: string) => `Выгрузить снова ${orders}?`, (orders: string) => `Send ${orders} again?`],
      many: ['больше 10 000 заказов', 'more than 10,000 orders'],
      text: [
        'Счета, которые в 1С уже есть, заполнятся заново: правки бухгалтера в них пропадут. Если счета ' +
          'есть, ответьте «Счета в 1С есть».',
        'Invoices that 1C has already are filled anew: what the accountant changed in them is lost. If ' +
          'they are there, answer “The invoices are in 1C”.',
      ],
    },
    resent: [
      'Выгружаем снова по частям; как идёт — над списком заказов',
      'Sending again in parts; the progress is above the list of orders',
    ],
    settled: ['Больше не спросим', 'We will not ask again'],
  },
})
