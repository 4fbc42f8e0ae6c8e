/** An order of one line, as a platform changes it while it is paid. */
export interface WalkedOrder {
  id: string
  /** In roubles. */
  price: number
  canceled: boolean
  payments: WalkedPayment[]
  /** Its next changes, before those at random. */
  story: string[]
}

interface WalkedPayment {
  id: string
  gateway: string
  status: 'paid' | 'refunded' | 'failed'
  amount: string
  paidAt: string
  refunds?: { id: string; amount: string; refundedAt: string }[]
}

/** Numbers from 0 to below 1. */
export type Random = () => number

/** The same numbers for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The order as Obmen takes it. */
export function bodyOf({ id, price, canceled, payments }: WalkedOrder, companyId: string): object {
  const total = money(price)
  return {
    id,
    companyId,
    placedAt: '2026-11-17T12:15:07+05:00',
    status: 'purchased',
    currency: 'RUB',
    vatIncluded: true,
    customer: { id: `buyer-${id}`, kind: 'person', name: `Иванов ${id}` },
    lines: [
      {
        id: 'room',
        name: 'Аренда переговорной',
        kind: 'service',
        quantity: '1',
        price: total,
        amount: total,
        vat: '10',
      },
    ],
    total,
    payments,
    canceled,
  }
}

/** What the platform says is paid and not returned. */
export function dueOf({ payments }: WalkedOrder): string {
  const sum = (list: readonly { amount: string }[]): number =>
    list.reduce((all, { amount }) => all + Number(amount), 0)
  const paid = payments.filter(({ status }) => status === 'paid')
  return money(sum(paid) - sum(paid.flatMap(({ refunds }) => refunds ?? [])))
}

/** Changes an order as platforms do; says how. `mark` makes ids of payments unique. */
export function changeOrder(order: WalkedOrder, random: Random, mark: string): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const one = pick(order.payments.filter(({ status }) => status === 'paid'))
  const pay = (roubles: number): void => {
    const id = `pay-${mark}-${order.payments.length}-${order.id}`
    const paidAt = '2026-11-17T12:16:00+05:00'
    if (roubles > 0)
      order.payments.push({ id, gateway: 'CKassa', status: 'paid', amount: money(roubles), paidAt })
  }
  const name = order.story.shift() ?? pick(NAMES)!
  CHANGES[name]!({ order, one, pay, owed: order.price - Math.floor(Number(dueOf(order))), mark })
  const { price, payments, canceled } = order
  const paid = payments.map(({ status, amount }) => `${status} ${amount}`)
  return `${name} (${price}: ${paid}${canceled ? ', canceled' : ''})`
}

interface Changing {
  order: WalkedOrder
  /** One of its paid payments. */
  one: WalkedPayment | undefined
  pay(roubles: number): void
  /** What is left to pay; negative: overpaid. */
  owed: number
  mark: string
}

const CHANGES: Readonly<Record<string, (changing: Changing) => void>> = {
  'pay the rest': ({ pay, owed }) => pay(owed),
  'pay the rest now': ({ pay, owed }) => pay(owed),
  'pay a part': ({ order, pay }) => pay(Math.floor(order.price / 3)),
  'pay in two': ({ pay, owed }) => {
    pay(Math.floor(owed / 2))
    pay(owed - Math.floor(owed / 2))
  },
  'pay too much': ({ pay, owed }) => pay(owed + 500),
  cheaper: ({ order }) => {
    order.price = Math.max(500, order.price - 1000)
  },
  dearer: ({ order }) => {
    order.price += 1000
  },
  'dearer and paid': ({ order, pay, owed }) => {
    order.price += 1000
    pay(owed + 1000)
  },
  cancel: ({ order }) => {
    order.canceled = true
  },
  restore: ({ order }) => {
    order.canceled = false
  },
  fail: ({ one }) => {
    if (one && !one.refunds) one.status = 'failed'
  },
  'fail the first': ({ order }) => {
    const first = order.payments.find(({ status }) => status === 'paid')
    if (first && !first.refunds) first.status = 'failed'
  },
  'fail and pay anew': ({ order, one, pay }) => {
    if (!one || one.refunds) return
    one.status = 'failed'
    pay(order.price)
  },
  gone: ({ order, one }) => {
    order.payments = order.payments.filter(payment => payment !== one)
  },
  refund: ({ one }) => {
    if (one) one.status = 'refunded'
  },
  'refund a part': ({ one, mark }) => {
    if (one && !one.refunds && Number(one.amount) >= 200)
      one.refunds = [{ id: `r-${mark}`, amount: '100.00', refundedAt: '2026-11-20T10:00:00+05:00' }]
  },
  'paid after all': ({ order }) => {
    const back = order.payments.find(({ status }) => status === 'failed')
    if (back) back.status = 'paid'
  },
  'less by one payment': ({ one }) => {
    if (one && !one.refunds && Number(one.amount) > 200) one.amount = money(Number(one.amount) - 100)
  },
}
const NAMES = Object.keys(CHANGES)

/** What happens often, or went wrong once, and hardly ever comes about at random. */
const STORIES: readonly (readonly string[])[] = [
  ['pay a part', 'pay the rest'],
  ['pay the rest', 'cancel', 'refund', 'restore'],
  ['pay the rest', 'pay too much', 'fail the first', 'pay the rest'],
  ['pay the rest', 'pay too much', 'gone', 'less by one payment'],
  ['cancel', 'pay the rest', 'restore'],
]

/** That of an order, if it has one: half of them do. */
export const storyOf = (index: number): string[] => [...(STORIES[index % (STORIES.length * 2)] ?? [])]

const money = (roubles: number): string => roubles.toFixed(2)
