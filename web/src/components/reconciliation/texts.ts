import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  states: {
    agrees: ['Сошлось', 'Agrees'],
    missing: ['Нет в 1С', 'Missing in 1C'],
    doubled: ['Задвоено', 'Twice in 1C'],
    differs: ['Расходится', 'Differs'],
    'not-loaded': ['1С не загружает', 'Not loaded by 1C'],
    unknown: ['Ещё не проверено', 'Not looked for yet'],
  },
  differences: {
    total: ['сумма', 'total'],
    payments: ['оплата', 'payments'],
    customer: ['покупатель', 'customer'],
    deleted: ['помечен на удаление', 'marked for deletion'],
    canceled: ['отмена', 'cancellation'],
    unposted: ['не проведён', 'not posted'],
    organization: ['организация', 'organization'],
  },
  totals: ['Итоги сверки', 'Totals of the reconciliation'],
  orders: [
    (count: number, shown: string) => `${shown}\u00a0${pluralRu(count, 'заказ', 'заказа', 'заказов')}`,
    (count: number, shown: string) => `${shown}\u00a0${pluralEn(count, 'order', 'orders')}`,
  ],
  sides: {
    platform: ['На платформе', 'On the platform'],
    in1c: ['В 1С', 'In 1C'],
  },
  paid: [(sum: string) => `оплачено ${sum}`, (sum: string) => `paid ${sum}`],
  sum: [(sum: string) => `на ${sum}`, (sum: string) => sum],
  mixed: ['суммы в разных валютах', 'sums in several currencies'],
  newest: ['только новейшие 100 000', 'the newest 100,000 alone'],
  period: ['Заказ оформлен', 'Order placed'],
})
