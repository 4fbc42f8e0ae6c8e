import { catalogue } from '../../../texts/catalogue.js'

/** By the clock of 1C, which need not be the location's: `20.11.2026 09:05`. */
function dayText(date: string): string {
  const [day = '', time] = date.split('T')
  const text = day.split('-').reverse().join('.')
  return time === undefined ? text : `${text} ${time.slice(0, 5)}`
}

export const texts = catalogue({
  title: ['Что говорит 1С', 'What 1C says'],
  document: [
    (number: string | null, date: string | null) => of('Документ', number, date, 'от '),
    (number: string | null, date: string | null) => of('Document', number, date, 'of '),
  ],
  former: ['интеграция удалена', 'integration removed'],
  conflict: [
    (revision: number) =>
      'Заказ изменили и в 1С, и на платформе. Пока показано и то и другое. Когда 1С загрузит версию ' +
      `${revision}, её изменения пропадут; если верны они, платформа должна перенять их до ` +
      'следующего обмена.',
    (revision: number) =>
      'The order was changed both in 1C and on the platform; both are shown for now. When 1C loads ' +
      `revision ${revision}, its changes are lost. If they are right, the platform must take them ` +
      'over before the next exchange.',
  ],
  posted: ['Проведён', 'Posted'],
  notPosted: ['Не проведён', 'Not posted'],
  paid: [
    (number: string | null, date: string | null) => of('Оплачен', number, date, 'от '),
    (number: string | null, date: string | null) => of('Paid', number, date, 'of '),
  ],
  shipped: [
    (number: string | null, date: string | null) => of('Отгружен', number, date, 'от '),
    (number: string | null, date: string | null) => of('Shipped', number, date, 'of '),
  ],
  status: [(status: string) => `Статус «${status}»`, (status: string) => `Status «${status}»`],
  canceled: ['Отменён в 1С', 'Canceled in 1C'],
  deleted: ['Помечен на удаление', 'Marked for deletion'],
  payment: [
    (number: string | null, date: string | null) => of('Оплата', number, date, 'от '),
    (number: string | null, date: string | null) => of('Payment', number, date, 'of '),
  ],
  shipment: [
    (number: string | null, date: string | null) => of('Отгрузка', number, date, 'от '),
    (number: string | null, date: string | null) => of('Shipment', number, date, 'of '),
  ],
  withdrawn: {
    posted: ['Проведение отменено', 'Posting was undone'],
    canceled: ['Отмена снята', 'The cancellation was taken back'],
    deleted: ['Пометка удаления снята', 'The mark of deletion was taken back'],
    paid: ['Больше не считается оплаченным', 'No longer taken for paid'],
    shipped: ['Больше не считается отгруженным', 'No longer taken for shipped'],
    status: ['Статус снят', 'The status was taken back'],
    payments: ['Оплат в 1С больше нет', 'Its payments are gone from 1C'],
  },
  lines: ['Строки, которые в 1С другие', 'Lines that are other ones in 1C'],
  line: ['Строка', 'Line'],
  ours: ['На платформе', 'On the platform'],
  theirs: ['В 1С', 'In 1C'],
  removed: ['убрана', 'removed'],
  received: ['Получено от 1С', 'Received from 1C'],
  read: ['Прочитано из 1С', 'Read from 1C'],
  partOfFile: ['остальное из файла 1С', 'the rest of a file of 1C'],
  partRead: ['остальное прочитано из 1С', 'the rest read from 1C'],
  money: [(sum: string) => `Денег по нему в 1С: ${sum}`, (sum: string) => `Money for it in 1C: ${sum}`],
  related: {
    payment: [
      (kind: string, number: string | null, date: string | null) =>
        of(`Оплата, ${kind}`, number, date, 'от '),
      (kind: string, number: string | null, date: string | null) =>
        of(`Payment, ${kind}`, number, date, 'of '),
    ],
    refund: [
      (kind: string, number: string | null, date: string | null) =>
        of(`Возврат, ${kind}`, number, date, 'от '),
      (kind: string, number: string | null, date: string | null) =>
        of(`Refund, ${kind}`, number, date, 'of '),
    ],
    shipment: [
      (kind: string, number: string | null, date: string | null) =>
        of(`Отгрузка, ${kind}`, number, date, 'от '),
      (kind: string, number: string | null, date: string | null) =>
        of(`Shipment, ${kind}`, number, date, 'of '),
    ],
  },
})

function of(what: string, number: string | null, date: string | null, from: string): string {
  const parts = [what, number !== null && `№\u00a0${number}`, date !== null && `${from}${dayText(date)}`]
  return parts.filter(Boolean).join(' ')
}
