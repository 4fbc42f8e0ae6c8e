import type { Customer, Order, OrderLine, Payment } from '@obmen/contract'
import { randomOf as shares } from '@obmen/simulator'

/** An order as it is sent. */
export type Sent = Omit<Order, 'canceled' | 'payments' | 'attributes'> &
  Partial<Pick<Order, 'canceled' | 'payments' | 'attributes'>>

type Delivery = NonNullable<Order['delivery']>
type Change = (order: Sent, random: Random) => void

/** An order of a few lines, most of them paid; its oddities are added on top. */
export function newOrder(companyId: string, index: number, random: Random): Sent {
  const order: Sent = {
    id: `odd-${index}`,
    companyId,
    status: 'purchased',
    currency: 'RUB',
    vatIncluded: true,
    placedAt: `2026-${random.pick(['09', '10', '11'])}-${twoDigits(1 + random.below(28))}T12:15:07+05:00`,
    customer: customer(index),
    lines: Array.from({ length: 1 + random.below(3) }, (_, line) =>
      itemLine(`item-${index}-${line}`, random),
    ),
    total: '0.00',
  }
  setTotal(order)
  pay(order, random)
  for (let left = random.pick([0, 0, 1, 1, 2, 3]); left > 0; left--) random.pick(ODDITIES)(order, random)
  return tidy(order)
}

/** What happens to an order after it was sent. */
export function change(order: Sent, random: Random): Sent {
  const changed = structuredClone(order)
  for (let left = 1 + random.below(2); left > 0; left--) random.pick(CHANGES)(changed, random)
  return tidy(changed)
}

/** Corrects what intake would refuse. */
function tidy(order: Sent): Sent {
  for (const payment of order.payments ?? []) {
    const back = payment.refunds?.reduce((sum, { amount }) => sum + kopecksOf(amount), 0) ?? 0
    const money = payment.status === 'paid' || payment.status === 'refunded'
    if (!money || back > kopecksOf(payment.amount)) delete payment.refunds
    if (payment.status === 'paid') payment.paidAt ??= '2026-11-20T10:00:00+05:00'
  }
  return order
}

const PHONE = '+79160000000'

function customer(index: number): Customer {
  const phone = `+7916${String(index).padStart(7, '0')}`
  return { id: `buyer-${index}`, kind: 'person', lastName: `Иванов${index}`, firstName: 'Иван', phone }
}

function itemLine(id: string, random: Random): OrderLine {
  const [quantity, price] = [1 + random.below(4), 100 + random.below(100_000)]
  return {
    id,
    name: `Услуга ${id}`,
    kind: random.pick(['goods', 'service'] as const),
    unit: '796',
    quantity: String(quantity),
    price: money(price),
    discount: '0.00',
    amount: money(quantity * price),
    vat: '10',
  }
}

/** Sets the total that intake expects. */
function setTotal(order: Sent): void {
  let total = 0
  const add = (amount: string, vat: string): void => {
    const kopecks = kopecksOf(amount)
    total +=
      kopecks +
      (order.vatIncluded || vat === 'none' ? 0 : Math.round((kopecks * Number.parseInt(vat, 10)) / 100))
  }
  for (const { amount, vat } of order.lines) add(amount, vat)
  if (order.delivery) add(order.delivery.amount, order.delivery.vat)
  order.total = money(total)
}

function pay(order: Sent, random: Random, amount = order.total): void {
  const paidAt = `2026-11-${String(10 + random.below(18))}T10:00:00+05:00`
  const id = `pay-${order.id}-${(order.payments?.length ?? 0) + 1}-${random.below(1e6)}`
  order.payments = [...(order.payments ?? []), { id, gateway: 'CKassa', status: 'paid', amount, paidAt }]
}

const withLines =
  (act: Change): Change =>
  (order, random) => {
    const paid = order.payments?.length === 1 && order.payments[0]!.amount === order.total
    act(order, random)
    setTotal(order)
    if (paid) order.payments![0]!.amount = order.total
  }
const firstLine = (changes: Partial<OrderLine>): Change =>
  withLines(order => void Object.assign(order.lines[0]!, changes))
const set =
  (changes: Partial<Sent>): Change =>
  order =>
    void Object.assign(order, structuredClone(changes))
const deliver = (delivery: Omit<Delivery, 'name'>): Change =>
  withLines(set({ delivery: { name: 'Курьер', ...delivery } }))
const attribute =
  (name: string, value: string): Change =>
  order => {
    order.attributes = { ...order.attributes, [name]: value }
  }
/** Another buyer of the same id; `$` in the name stands for the order. */
const buyer =
  (kind: 'organization' | 'entrepreneur', name: string, rest: Partial<Customer> = {}): Change =>
  order => {
    const { id } = order.customer
    order.customer = { id, kind, name: name.replace('$', order.id), ...rest } as Customer
  }
const payments =
  (act: (payments: Payment[], order: Sent, random: Random) => void): Change =>
  (order, random) => {
    order.payments ??= []
    act(order.payments, order, random)
  }
const paidOnce = (amountOf: (order: Sent) => string): Change =>
  payments((list, order, random) => {
    list.splice(0)
    pay(order, random, amountOf(order))
  })
const LONG = 'Аренда переговорной на весь день с оборудованием и кофе '.repeat(3)

/** Oddities that an order may have from the start. */
const ODDITIES: readonly Change[] = [
  firstLine({ vat: 'none' }),
  firstLine({ vat: '0' }),
  firstLine({ vat: '22' }),
  firstLine({ vat: '10' }),
  firstLine({ quantity: '0.3333', price: '300.00', discount: '0.00', amount: '99.99' }),
  firstLine({ quantity: '3', price: '333.34', discount: '0.02', amount: '1000.00' }),
  firstLine({ quantity: '1.5', price: '0.01', discount: '0.00', amount: '0.02' }),
  firstLine({ price: '0.00', amount: '0.00', discount: '0.00' }),
  (order, random) => firstLine({ name: `${LONG}${order.id}` })(order, random),
  (order, random) => firstLine({ id: 'shared-item', name: `Услуга заказа ${order.id}` })(order, random),
  withLines(set({ vatIncluded: false })),
  (order, random) => deliver({ amount: '300.00', vat: random.pick(['10', 'none']) })(order, random),
  deliver({ amount: '0.00', vat: 'none', address: 'г. Пермь, ул. Мира, 9' }),
  deliver({ amount: '10.00', vat: '10', address: 'ул. Мира, 9, '.repeat(30) }),
  set({ currency: 'USD' }),
  set({ currency: 'KZT' }),
  set({ comment: 'Позвоните за час' }),
  set({ comment: 'Позвоните за час. '.repeat(200) }),
  attribute('Подразделение', 'Северный корпус'),
  attribute('Заметка', 'x'.repeat(1200)),
  attribute('Отменен', 'нет'),
  attribute('Метод доставки ИД', 'cdek'),
  attribute('Комментарий доставки', 'домофон 12'),
  (order, random) => {
    attribute('Поле', '1')(order, random)
    attribute('поле', '2')(order, random)
  },
  order => {
    order.customer = { ...order.customer, phone: PHONE }
  },
  order => {
    delete order.customer.phone
  },
  order => {
    order.customer = { ...order.customer, inn: '500100732259' } as Customer
  },
  buyer('organization', 'ООО «$»', { inn: '7707083893', kpp: '773601001' }),
  buyer('organization', 'ООО «$»', { inn: '7707083893' }),
  buyer('organization', 'ООО «$»', { inn: '500100732259' }),
  buyer('organization', `ООО «${LONG}$»`),
  buyer('entrepreneur', 'ИП Петров $', { phone: PHONE }),
  payments(list => void list.splice(0)),
  paidOnce(() => '10.00'),
  paidOnce(order => money(kopecksOf(order.total) + 100)),
  payments((list, order, random) => {
    const total = kopecksOf(order.total)
    if (total < 200) return
    list.splice(0)
    pay(order, random, money(100))
    pay(order, random, money(total - 100))
    if (random.chance(0.5)) order.payments![1]!.gateway = 'СБП'
  }),
  payments(list => {
    if (list[0]) list[0].gateway = 'Наличные'
  }),
  payments(list => {
    if (list[0]) Object.assign(list[0], { status: 'pending', paidAt: undefined })
  }),
]

const CHANGES: readonly Change[] = [
  ...ODDITIES,
  set({ status: 'delivered' }),
  set({ canceled: true }),
  set({ canceled: true }),
  set({ canceled: false }),
  set({ canceled: false }),
  order => {
    delete order.comment
  },
  order => {
    const { inn, name, kpp, ...rest } = order.customer as Customer & { kpp?: string }
    order.customer = {
      ...rest,
      id: `${rest.id}-other`,
      kind: 'person',
      lastName: `Сидоров ${order.id}`,
      firstName: 'Пётр',
      phone: `+7999${order.id.replace(/\D/g, '').padStart(7, '0')}`,
    } as Customer
  },
  withLines((order, random) => {
    order.lines.push(itemLine(`item-${order.id}-more-${random.below(1e6)}`, random))
  }),
  payments((list, order, random) => {
    const paid = list
      .filter(({ status }) => status === 'paid')
      .reduce((sum, { amount }) => sum + kopecksOf(amount), 0)
    if (paid < kopecksOf(order.total)) pay(order, random, money(kopecksOf(order.total) - paid))
  }),
  payments(list => {
    for (const payment of list) if (payment.status === 'paid') payment.status = 'refunded'
  }),
  payments(list => {
    if (list[0]?.status === 'paid') Object.assign(list[0], { status: 'failed' })
  }),
  paidOnce(order => order.total),
  payments(list => {
    const [first] = list
    if (first?.status === 'paid' && kopecksOf(first.amount) > 100)
      first.refunds = [{ id: 'r-1', amount: '1.00', refundedAt: '2026-11-30T10:00:00+05:00' }]
  }),
  payments(list => {
    if (list[0]?.paidAt) list[0].paidAt = '2026-11-29T10:00:00+05:00'
  }),
]

export function kopecksOf(text: string): number {
  return Math.round(Number(text) * 100)
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

function money(kopecks: number): string {
  return (kopecks / 100).toFixed(2)
}

/** Random numbers that are the same for the same seed. */
export interface Random {
  /** 0 to below `end`. */
  below(end: number): number
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T
}

export function randomOf(seed: number): Random {
  const next = shares(seed)
  const below = (end: number): number => Math.floor(next() * end)
  return { below, chance: share => next() < share, pick: items => items[below(items.length)]! }
}
