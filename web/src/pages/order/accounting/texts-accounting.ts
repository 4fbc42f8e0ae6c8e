import { catalogue } from '../../../texts/catalogue.js'

/** By the clock of 1C, which need not be the location's: `20.11.2026 09:05`. */
function dayText(date: string): string {
  const [day = '', time] = date.split('T')
  const text = day.split('-').reverse().join('.')
  return time === undefined ? text : `${text} ${time.slice(0, 5)}`
}

export const texts = catalogue(
  {
    title: 'Что говорит 1С',
    document: (number: string | null, date: string | null) => of('Документ', number, date, 'от '),
    former: 'интеграция удалена',
    conflict: (revision: number) =>
      'Заказ изменили и в 1С, и на платформе. Пока показано и то и другое. Когда 1С загрузит ревизию ' +
      `${revision}, её изменения пропадут; если верны они, платформа должна перенять их до ` +
      'следующего обмена.',
    posted: 'Проведён',
    notPosted: 'Не проведён',
    paid: (number: string | null, date: string | null) => of('Оплачен', number, date, 'от '),
    shipped: (number: string | null, date: string | null) => of('Отгружен', number, date, 'от '),
    status: (status: string) => `Статус «${status}»`,
    canceled: 'Отменён в 1С',
    deleted: 'Помечен на удаление',
    payment: (number: string | null, date: string | null) => of('Оплата', number, date, 'от '),
    shipment: (number: string | null, date: string | null) => of('Отгрузка', number, date, 'от '),
    withdrawn: {
      posted: 'Проведение отменено',
      canceled: 'Отмена снята',
      deleted: 'Пометка удаления снята',
      paid: 'Больше не считается оплаченным',
      shipped: 'Больше не считается отгруженным',
      status: 'Статус снят',
    },
    lines: 'Строки, которые в 1С другие',
    line: 'Строка',
    ours: 'На платформе',
    theirs: 'В 1С',
    removed: 'убрана',
    received: 'Получено от 1С',
  },
  {
    title: 'What 1C says',
    document: (number: string | null, date: string | null) => of('Document', number, date, 'of '),
    former: 'integration removed',
    conflict: (revision: number) =>
      'The order was changed both in 1C and on the platform; both are shown for now. When 1C loads ' +
      `revision ${revision}, its changes are lost. If they are right, the platform must take them ` +
      'over before the next exchange.',
    posted: 'Posted',
    notPosted: 'Not posted',
    paid: (number: string | null, date: string | null) => of('Paid', number, date, 'of '),
    shipped: (number: string | null, date: string | null) => of('Shipped', number, date, 'of '),
    status: (status: string) => `Status «${status}»`,
    canceled: 'Canceled in 1C',
    deleted: 'Marked for deletion',
    payment: (number: string | null, date: string | null) => of('Payment', number, date, 'of '),
    shipment: (number: string | null, date: string | null) => of('Shipment', number, date, 'of '),
    withdrawn: {
      posted: 'Posting was undone',
      canceled: 'The cancellation was taken back',
      deleted: 'The mark of deletion was taken back',
      paid: 'No longer taken for paid',
      shipped: 'No longer taken for shipped',
      status: 'The status was taken back',
    },
    lines: 'Lines that are other ones in 1C',
    line: 'Line',
    ours: 'On the platform',
    theirs: 'In 1C',
    removed: 'removed',
    received: 'Received from 1C',
  },
)

function of(what: string, number: string | null, date: string | null, from: string): string {
  const parts = [what, number !== null && `№\u00a0${number}`, date !== null && `${from}${dayText(date)}`]
  return parts.filter(Boolean).join(' ')
}
