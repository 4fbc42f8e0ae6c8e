import type { ReadInvoice } from './read-invoices.js'

const rubles = (amount: string): string => amount.replace('.', ',').replace(/\B(?=(\d{3})+(?!\d))/g, ' ')
const day = (date: string): string => date.slice(0, 10).split('-').reverse().join('.')
const dash = (text: string | null): string => text ?? '?'

export const READ_TEXTS = {
  description: 'прочитать счета 1С по OData, ничего в ней не меняя, и показать таблицей',
  url: 'адрес базы, опубликованной с OData: https://1c.example.ru/base',
  login: 'имя пользователя 1С',
  password: 'его пароль',
  from: 'с какого дня, например 2026-11-01; без него — за 30 дней',
  to: 'по какой день включительно; без него — по сегодня',
  json: 'напечатать одним объектом JSON',
  badUrl: (url: string) =>
    `--url «${url}» не похож на адрес: укажите адрес базы, например https://1c.example.ru/base.`,
  urlCredentials: '--url: уберите из адреса имя и пароль, для них есть --login и --password-file.',
  badDay: (option: string, day: string) => `${option} «${day}»: укажите дату, например 2026-11-01.`,
  emptyPeriod: (from: string, to: string) => `--from ${from} позже, чем --to ${to}.`,
  reading: 'Читаю 1С…',

  heading: ['Счёт', 'Дата', 'Сумма', 'Оплачено', 'Статус', 'Отгрузка', 'Акты и накладные'],
  row: (invoice: ReadInvoice): string[] => [
    invoice.number,
    day(invoice.date),
    rubles(invoice.total),
    invoice.paid === null ? '?' : rubles(invoice.paid),
    [
      dash(invoice.status),
      ...(invoice.deleted ? ['помечен на удаление'] : invoice.posted ? [] : ['не проведён']),
    ].join(', '),
    dash(invoice.shippingStatus),
    invoice.shipments === null
      ? '?'
      : invoice.shipments
          .map(
            ({ kind, number, date, posted }) =>
              `${kind} ${number} от ${day(date)}${posted ? '' : ', не проведён'}`,
          )
          .join('; '),
  ],
  /** Columns of sums, aligned to the right. */
  sums: [2, 3],
  none: (from: string, to: string) => `С ${day(from)} по ${day(to)} счетов нет.`,
  total: (count: number) => `Счетов: ${count}.`,
  missing: (name: string, brings: string) =>
    `Прочитать нельзя: ${name}${brings === '' ? '' : ` (${brings})`}. Что отметить и какие права дать — docs/connect-1c.md.`,
}
