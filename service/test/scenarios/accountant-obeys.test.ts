import { actByHand, type Client, createBase, documentOf, runExchange, sumInBooks } from '@obmen/simulator'
import { describe, expect, it } from 'vitest'
import { sampleLine, sampleOrder, samplePayment } from '../support/app/test-server.js'
import { useFreshServer, usePlatform } from '../support/app/use-server.js'
import { inspectMarked } from '../support/place.js'

const WALKS = Number(process.env.WALKS ?? 40)
const ROUNDS = 5
const SEED = Number(process.env.SEED ?? 20_261_201)

interface Money {
  id: string
  gateway: string
  status: 'paid' | 'refunded' | 'failed'
  amount: string
  paidAt: string
  refunds?: { id: string; amount: string; refundedAt: string }[]
}
interface Walked {
  id: string
  /** Of one meeting, in roubles. */
  price: number
  canceled: boolean
  payments: Money[]
}
interface Task {
  id: string
  code: string
  orderId: string
  number: string
  message: string
  params: { amount: string; number?: number; payment?: string }
}

describe('an accountant who does what every task says has right books at the end', () => {
  const server = useFreshServer()
  const platform = usePlatform(server)

  it.each([
    ['bp', 'documents'],
    ['bp', 'requisites'],
    ['unf', 'documents'],
    ['unf', 'requisites'],
    ['ut', 'auto'],
  ] as const)(
    '%s, payments: %s',
    async (client, payments) => {
      const announces = client === 'unf' && payments === 'documents'
      const one = await platform.connect({ client, payments, paymentrules: [{ gateway: 'CKassa' }] })
      const base = createBase(client as Client)
      const random = randomOf(SEED)
      const exchange = (sendSuccess: boolean) =>
        runExchange(base, {
          ...{ url: `${server.url}/1c`, login: one.login, password: one.password, sendSuccess },
          ...(announces && { protocol: 'bitrix' as const, subordinateDocuments: true }),
        })
      const numbers = new Map<string, string>()
      const log = new Map<string, string[]>()
      const note = (id: string, what: string): void => void log.set(id, [...(log.get(id) ?? []), what])
      const contradictions: string[] = []
      const obey = async (share: number): Promise<number> => {
        await inspectMarked(server.db)
        const tasks: Task[] = []
        let cursor = ''
        do {
          const { body } = await platform.call('GET', `/api/v1/tasks?state=open&limit=200${cursor}`)
          tasks.push(...body.items)
          cursor = body.next ? `&cursor=${encodeURIComponent(body.next)}` : ''
        } while (cursor !== '')
        const acts = new Map<string, Set<boolean>>()
        for (const task of tasks) {
          const act = actOf(task)
          const own = acts.get(task.orderId) ?? new Set()
          if (act) acts.set(task.orderId, own.add(act === 'enter'))
          if (own.size > 1) contradictions.push(`${task.orderId}: ${task.message}`)
        }
        let done = 0
        for (const task of tasks) {
          if (random() > share || !documentOf(base, task.number)) continue
          const { number, amount } = task.params
          const act = actOf(task)
          if (act) actByHand(base, task.number, { act, amount, number: number?.toString() })
          note(task.orderId, `did ${act} ${amount}`)
          await platform.call('POST', `/api/v1/tasks/${task.id}/done`)
          done++
        }
        return done
      }
      if (announces) await exchange(true)
      const orders = Array.from({ length: WALKS }, (_, index): Walked => {
        numbers.set(`walk-${index}`, String(index + 1))
        return { id: `walk-${index}`, price: 3000, canceled: false, payments: [] }
      })
      const put = async () => {
        const lines = orders.map(order => sampleOrder(platform.companyId, bodyOf(order)))
        const { body } = await platform.batch(lines)
        expect(JSON.stringify(body)).not.toContain('"error"')
      }
      for (let round = 0; round < ROUNDS; round++) {
        for (const order of orders)
          if (round === 0 || random() < 0.7) note(order.id, change(order, random, `${round}`))
        await put()
        if (round === 0 || random() < 0.8) {
          const confirmed = random() < 0.7
          await exchange(confirmed)
          for (const { id } of orders)
            note(id, `${confirmed ? 'exchange' : 'lost'}: ${sumInBooks(base, numbers.get(id)!)}`)
        }
        await obey(0.6)
      }
      for (let left = 6; left > 0; left--) {
        await exchange(true)
        if ((await obey(1)) === 0) break
      }
      await exchange(true)
      const wrong = orders.flatMap(order => {
        const number = numbers.get(order.id)!
        const [books, due] = [sumInBooks(base, number), dueOf(order)]
        if (books === due || !documentOf(base, number)) return []
        return [`${order.id}: books ${books}, due ${due}: ${log.get(order.id)!.join('; ')}`]
      })
      expect(contradictions).toEqual([])
      if (wrong.length > 0) throw new Error(`${wrong.length} wrong:\n${wrong.slice(0, 4).join('\n')}`)
    },
    300_000,
  )
})

function actOf({ code, params, message }: Task): 'enter' | 'refund' | 'undo' | undefined {
  if (code === 'enter-refund') return 'refund'
  if (code === 'undo-payment') return 'undo'
  if (code === 'check-canceled' && params.payment === 'stays') return undefined
  return message === '' ? undefined : 'enter'
}

function bodyOf({ id, price, canceled, payments }: Walked): object {
  const total = `${price}.00`
  return {
    id,
    total,
    lines: [sampleLine({ quantity: '1', price: total, amount: total })],
    payments,
    canceled,
  }
}

/** What the platform says is paid and not returned. */
function dueOf({ payments }: Walked): string {
  const paid = payments.filter(({ status }) => status === 'paid')
  const kopecks = paid.reduce(
    (sum, { amount, refunds = [] }) =>
      sum + cents(amount) - refunds.reduce((all, { amount }) => all + cents(amount), 0),
    0,
  )
  return (kopecks / 100).toFixed(2)
}

const cents = (amount: string): number => Math.round(Number(amount) * 100)

/** Changes an order as platforms do; says how. */
function change(order: Walked, random: () => number, mark: string): string {
  const { payments } = order
  const paid = payments.filter(({ status }) => status === 'paid')
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const pay = (roubles: number): void => {
    if (roubles <= 0) return
    const { id, gateway, paidAt } = samplePayment() as unknown as Money
    payments.push({
      ...{ id: `${id}-${mark}-${payments.length}-${order.id}`, gateway, status: 'paid', paidAt },
      amount: `${roubles}.00`,
    })
  }
  const owed = order.price - Math.floor(Number(dueOf(order)))
  const one = pick(paid)
  const changes: [string, () => void][] = [
    ['pay the rest', () => pay(owed)],
    ['pay the rest', () => pay(owed)],
    ['pay a part', () => pay(Math.floor(order.price / 3))],
    [
      'pay in two',
      () => {
        pay(Math.floor(owed / 2))
        pay(owed - Math.floor(owed / 2))
      },
    ],
    ['pay too much', () => pay(owed + 500)],
    [
      'cheaper',
      () => {
        order.price = Math.max(500, order.price - 1000)
      },
    ],
    [
      'dearer',
      () => {
        order.price += 1000
      },
    ],
    [
      'dearer and paid',
      () => {
        order.price += 1000
        pay(owed + 1000)
      },
    ],
    [
      'cancel',
      () => {
        order.canceled = true
      },
    ],
    [
      'restore',
      () => {
        order.canceled = false
      },
    ],
    [
      'fail',
      () => {
        if (one && !one.refunds) one.status = 'failed'
      },
    ],
    [
      'fail and pay anew',
      () => {
        if (one && !one.refunds) {
          one.status = 'failed'
          pay(order.price)
        }
      },
    ],
    [
      'gone',
      () => {
        if (one) payments.splice(payments.indexOf(one), 1)
      },
    ],
    [
      'refund',
      () => {
        if (one) one.status = 'refunded'
      },
    ],
    [
      'refund a part',
      () => {
        if (!one || one.refunds || cents(one.amount) < 20_000) return
        one.refunds = [{ id: `r-${mark}`, amount: '100.00', refundedAt: '2026-11-20T10:00:00+05:00' }]
      },
    ],
    [
      'paid after all',
      () => {
        const back = payments.find(({ status, refunds }) => status === 'failed' && !refunds)
        if (back) back.status = 'paid'
      },
    ],
    [
      'less by one payment',
      () => {
        if (one && !one.refunds && cents(one.amount) > 20_000)
          one.amount = (cents(one.amount) / 100 - 100).toFixed(2)
      },
    ],
  ]
  const [name, act] = pick(changes)!
  act()
  return `${name} (${order.price}: ${payments.map(p => `${p.status} ${p.amount}`)}${order.canceled ? ', canceled' : ''})`
}

function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
