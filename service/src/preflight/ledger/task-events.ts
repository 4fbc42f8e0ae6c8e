import type { Payment } from '@obmen/contract'
import { scaled } from '../../orders/decimal.js'
import type { PreflightInput } from '../preflight-input.js'
import { sumOf } from '../rules/payment-facts.js'
import type { BookEvent } from './books.js'

/** What people did by their tasks, each with its time. */
export function eventsOfTasks(input: PreflightInput): { at: number; event: BookEvent }[] {
  const sums = new Map<string, bigint>()
  return input.history.tasks.flatMap(({ event, at, amount, from }) => {
    const [kind = '', second = ''] = event.split(':')
    const id = event.slice(kind.length + second.length + 2)
    const found = ((): BookEvent | undefined => {
      switch (kind) {
        case 'partial':
          return { kind: 'entered', sum: scaled(second, 2) }
        case 'undone':
          return { kind, sum: scaled(second, 2) }
        case 'checked':
          return { kind, number: Number(id.split(':')[1]) || undefined, sum: scaled(second, 2) }
        case 'refunded':
        case 'removed': {
          const [key, sum] = [`${kind}:${id}`, scaled(second, 2)]
          const before = sums.get(key) ?? 0n
          sums.set(key, sum > before ? sum : before)
          return sum > before ? { kind, id, amount: sum - before, byHand: from === 'hand' } : undefined
        }
        default:
          return earlierEvent(input, event, amount)
      }
    })()
    return found ? [{ at, event: found }] : []
  })
}

/** Events of tasks that earlier versions made: each refund and each payment had one. */
function earlierEvent(
  { order, history }: PreflightInput,
  event: string,
  amount: string | null,
): BookEvent | undefined {
  const { payments } = order
  const [kind, id = ''] = event.split(':')
  const of = (payment: Payment): boolean =>
    event === `${kind}:${payment.id}` || event.startsWith(`${kind}:${payment.id}:`)
  const payment = payments.find(of) ?? history.loads.flatMap(load => load.payments).findLast(of)
  if (kind === 'overpaid') {
    const sum = scaled(id, 2)
    return sum > sumOf(payments.filter(({ status }) => status === 'paid'))
      ? undefined
      : { kind: 'reported', sum }
  }
  if (event === 'canceled:not-made' && amount !== null) return { kind: 'entered', sum: scaled(amount, 2) }
  if (kind !== 'refund' && kind !== 'undo') return undefined
  const refund = payment?.refunds?.find(({ id }) => event === `refund:${payment.id}:${id}`)
  const sum = amount ?? refund?.amount ?? payment?.amount ?? '0.00'
  return { kind: kind === 'undo' ? 'removed' : 'refunded', id: payment?.id ?? id, amount: scaled(sum, 2) }
}
