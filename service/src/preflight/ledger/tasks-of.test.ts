import type { Order, Payment } from '@obmen/contract'
import type { Client } from '@obmen/contract/settings'
import { describe, expect, it } from 'vitest'
import { inputOf } from '../../../test/support/preflight/input.js'
import { order, payment } from '../../../test/support/sale-feed/order.js'
import { asHeld, blocks, inspectOrder } from '../inspect-order.js'
import type { OrderHistory } from '../preflight-input.js'
import { describeFinding } from '../texts/index.js'
import { describeTask } from '../texts/texts-payments.js'
import { tasksOf } from './tasks-of.js'

const pay = (id: string, roubles: number, changes: Partial<Payment> = {}): Payment =>
  payment({ id, amount: `${roubles}.00`, ...changes })
const SENT = { number: 501, method: 'Карта', form: 'requisites', gateway: 'CKassa' } as const

/** What 1C took as this order, and then was told by tasks, each with its sum. */
function history(sent: Partial<Order>, done: readonly (readonly [string, string])[] = []): OrderHistory {
  const loaded = order(sent)
  return {
    ...inputOf('bp').history,
    ...{ sent: true, arrived: true, first: loaded, last: loaded },
    payments:
      loaded.payments.reduce((sum, { amount }) => sum + Number(amount), 0) === Number(loaded.total)
        ? loaded.payments.map(({ id }) => ({ ...SENT, paymentId: id }))
        : [],
    loads: [{ ...loaded, canceled: false, revision: 1, at: 1, confirmed: true }],
    tasks: done.map(([event, amount], index) => ({ event, at: 2 + index, amount })),
  }
}

function told(client: Client, now: Partial<Order>, before: OrderHistory) {
  const open = inputOf(client, { order: now, history: before, settings: { payments: 'requisites' } })
  const input = inspectOrder(open).some(blocks) ? asHeld(open) : open
  const of = { orderId: '1', number: null, numberIn1c: '1', client }
  return {
    tasks: tasksOf(input).map(task => describeTask({ ...of, ...task }).replaceAll('\u00a0', ' ')),
    findings: inspectOrder(input)
      .filter(({ expectedEffect }) => !expectedEffect)
      .map(({ code, params }) =>
        `${code}: ${describeFinding({ code, params }, client, false)}`.replaceAll('\u00a0', ' '),
      ),
  }
}

describe('a payment that was entered by hand', () => {
  it('is to be deleted, as the hold says, if БП makes the payment of the whole order itself', () => {
    const part = { total: '2500.00', payments: [pay('p1', 1000)] }
    const now = { total: '2500.00', payments: [pay('p1', 1000), pay('p2', 1500)] }
    expect(told('bp', now, history(part, [['partial:1000.00', '1000.00']])).tasks).toEqual([
      'Удалите оплату, внесённую в 1С вручную по заказу 1, всего 1 000,00 ₽: 1С сама проведёт всё, что ' +
        'оплачено, и эти деньги оказались бы в ней дважды.',
    ])
  })

  it('is to be taken back only as far as it was entered, and then what 1C made', () => {
    const total = '1000.00'
    const now = { total, payments: [pay('p1', 900)] }
    const entered = ['partial:100.00', '100.00'] as const
    const sent = { total, payments: [pay('p1', 1000)] }
    const [first, ...others] = told('bp', now, history(sent, [entered])).tasks
    expect(others).toEqual([])
    expect(first).toContain('Уменьшите на 100,00 ₽ оплату, внесённую в 1С вручную по заказу 1')
    const undone = history(sent, [entered, ['undone:100.00', '100.00']])
    expect(told('bp', now, undone).tasks).toEqual([
      expect.stringContaining('Уменьшите в 1С оплату заказа 1 на 100,00 ₽'),
    ])
  })

  it('sums of what is too much add up, whatever was refunded besides', () => {
    const refunds = [{ id: 'r', amount: '1200.00', refundedAt: '2026-11-18T10:00:00Z' }]
    const now = { total: '2400.00', payments: [pay('p1', 2400, { refunds })] }
    const sent = { total: '2500.00', payments: [pay('p1', 2500)] }
    const { tasks, findings } = told('unf', now, history(sent))
    expect(tasks[1]).toContain('в ней 2 500,00 ₽, а на платформе оплачено 2 400,00 ₽')
    expect(findings.find(text => text.startsWith('payment-amount-kept'))).toContain('оплачено 2 400,00')
  })
})

describe('money that is returned', () => {
  const total = '2500.00'
  const paid = { total, payments: [pay('p1', 2500)] }
  const refunds = [{ id: 'r', amount: '500.00', refundedAt: '2026-11-18T10:00:00Z' }]
  const cheaper = { total: '2000.00', payments: [pay('p1', 2500, { refunds })] }

  it('of a canceled order is refunded once: when the platform tells of the refund', () => {
    const canceled = told('bp', { ...paid, canceled: true }, history(paid))
    for (const text of [...canceled.tasks, ...canceled.findings])
      expect(text).toMatch(/отметьте возврат на платформе|^cancels/)
    const refunded = { total, canceled: true, payments: [pay('p1', 2500, { status: 'refunded' })] }
    const [refund] = told('bp', refunded, history(paid, [['canceled:stays', '2500.00']])).tasks
    expect(refund).toContain('Если он уже создан, когда заказ отменили, отметьте задачу сделанной.')
    expect(told('bp', refunded, history(paid)).tasks[0]).not.toContain('уже создан')
  })

  it('makes no invoice of БП overpaid, of which as much was paid too much', () => {
    const done = history(paid, [['refunded:500.00:p1', '500.00']])
    const codes = (now: Partial<Order>) =>
      inspectOrder(
        inputOf('bp', {
          order: now,
          settings: { payments: 'documents' },
          history: { ...done, payments: [{ ...SENT, form: 'documents', paymentId: 'p1' }] },
        }),
      ).map(({ code }) => code)
    expect(codes(cheaper)).not.toContain('overpaid-not-told')
    expect(codes({ ...cheaper, total: '1900.00' })).toContain('overpaid-not-told')
  })

  it('is not to be waited for when it has been returned, or would leave the payment too large', () => {
    const before = history({ total: '2000.00', payments: [] })
    const now = told('bp', cheaper, before)
    expect(now.tasks).toEqual([expect.stringMatching(/^Внесите в 1С оплату 2 000,00 ₽[^.]*нельзя.$/)])
    expect(now.findings.find(text => text.startsWith('overpaid'))).toMatch(
      /возвращено 500,00 ₽.*нельзя. Внесите недостающее в 1С вручную.$/,
    )
    const twice = { total: '2000.00', payments: [pay('p1', 2000), pay('p2', 500)] }
    expect(told('bp', twice, before).tasks).toEqual([expect.stringContaining('задача закроется сама')])
    const once = { total: '2000.00', payments: [pay('p1', 2500)] }
    expect(told('bp', once, before).tasks).toEqual([expect.not.stringContaining('закроется сама')])
  })
})

it('an order paid in full is not said to be paid in part if УНФ keeps a payment of less', () => {
  const now = { total: '3000.00', payments: [pay('p1', 2500), pay('p2', 500)] }
  const { findings } = told('unf', now, history({ total: '2500.00', payments: [pay('p1', 2500)] }))
  expect(findings.find(text => text.startsWith('partial-not-told'))).toBe(
    'partial-not-told: По заказу оплачено 3 000,00 ₽, а в 1С на 500,00 ₽ меньше, и сама она больше не ' +
      'проведёт. Внесите недостающее в 1С вручную.',
  )
})

describe('a payment that no longer holds', () => {
  const total = '2500.00'
  const sent = { total, payments: [pay('p1', 2500)] }
  const failed = pay('p1', 2500, { status: 'failed' })
  const entered = ['partial:500.00', '500.00'] as const

  it.each(['bp', 'unf', 'ut'] as const)('is taken back where its task names it (%s)', client => {
    const now = { total, payments: [failed, pay('p2', 500)] }
    const [task, ...others] = told(client, now, history(sent, [entered])).tasks
    expect(others).toEqual([])
    expect(task).toContain('Проверьте в 1С оплату на 2 500,00 ₽ по заказу 1: платёж «p1» ')
    expect(task?.includes('в 1С № 501')).toBe(client !== 'ut')
    const taken = history(sent, [entered, ['removed:2500.00:p1', '2500.00']])
    const more = { total, payments: [failed, pay('p2', 500), pay('p3', 2000)] }
    const [next] = told(client, more, taken).tasks
    const says = { bp: 'Удалите оплату, внесённую в 1С вручную по заказу 1, всего 500,00 ₽', unf: '2 000,00' }
    if (client === 'ut') expect(next).toBeUndefined()
    else expect(next).toContain(says[client])
  })

  it('is a part of what 1C made, or was entered by hand', () => {
    const two = { total, payments: [pay('p1', 2000), pay('p2', 500)] }
    const now = { total, payments: [pay('p1', 2000), pay('p2', 500, { status: 'failed' })] }
    const [part] = told('bp', now, history(two)).tasks
    expect(part).toContain('Уменьшите на 500,00 ₽ оплату в 1С по заказу 1: платёж «p2» (в 1С № 501')
    const [byHand] = told('bp', now, history(two, [entered])).tasks
    expect(byHand).toContain(
      'Уменьшите на 500,00 ₽ оплату, внесённую вручную, в 1С по заказу 1: платёж «p2» от',
    )
  })
})
