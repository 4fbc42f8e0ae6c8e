import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue(
  {
    checks: {
      title: 'Что показали обмены',
      unknown:
        'Какая программа 1С на другой стороне, пока не известно: заказы уходят в виде, который верно ' +
        'прочтёт любая.',
      goesAs: (program: string) => `Заказы уходят в виде для «${program}».`,
      recognized: (program: string, seen: string) => `Узнана ${program}: ${seen}.`,
      tones: { good: 'В порядке', look: 'Проверьте', known: 'К сведению' },
    },
    question: {
      unsure: 'Какая это программа 1С?',
      unsureText: (seen: string) =>
        `По обменам её не отличить от других: ${seen}. Пока вы не ответите, заказы уходят в виде, ` +
        'который верно прочтёт любая.',
      mismatch: (program: string) => `Это точно «${program}»?`,
      mismatchText: (seen: string, program: string) =>
        `Программа на другой стороне ведёт себя иначе: ${seen}. Заказы уходят в виде для ` +
        `«${program}», пока вы не ответите.`,
      is: (program: string) => `Это ${program}`,
      keep: (program: string) => `Оставить «${program}»`,
      answered: (program: string) => `Программа 1С: ${program}`,
    },
    early: {
      resend: 'Выгрузить снова',
      settle: 'Они в 1С есть',
      resent: 'Заказы выгрузятся при следующем обмене',
      settled: 'Больше не спросим',
    },
  },
  {
    checks: {
      title: 'What the exchanges showed',
      unknown:
        'Which 1C program is on the other side is not known yet: orders go in a form that every one ' +
        'reads rightly.',
      goesAs: (program: string) => `Orders go in the form for ${program}.`,
      recognized: (program: string, seen: string) => `Recognized as ${program}: it ${seen}.`,
      tones: { good: 'All right', look: 'Check this', known: 'Good to know' },
    },
    question: {
      unsure: 'Which 1C program is it?',
      unsureText: (seen: string) =>
        `Its exchanges do not tell it from others: it ${seen}. Until you answer, orders go in a form ` +
        'that every one reads rightly.',
      mismatch: (program: string) => `Is it really ${program}?`,
      mismatchText: (seen: string, program: string) =>
        `The program on the other side behaves otherwise: it ${seen}. Orders go in the form for ` +
        `${program} until you answer.`,
      is: (program: string) => `It is ${program}`,
      keep: (program: string) => `Keep ${program}`,
      answered: (program: string) => `1C program: ${program}`,
    },
    early: {
      resend: 'Send again',
      settle: 'They are in 1C',
      resent: 'The orders will go with the next exchange',
      settled: 'We will not ask again',
    },
  },
)
