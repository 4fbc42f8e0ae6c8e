import { isCanceled } from '@obmen/contract'
import { moneyText, scaled } from '../../orders/decimal.js'
import type { TaskOfOrder } from '../../tasks/task.js'
import type { PreflightInput } from '../preflight-input.js'
import { isPaid, paymentsInDocument, sumOf } from '../rules/payment-facts.js'
import { ratesOf } from '../rules/vat.js'
import { least } from './books.js'
import { type Ledger, ledgerAfterChecks, ledgerOf } from './ledger.js'
import { isMoneyBack, type ReturnedPayment } from './returns.js'

// The event of a task names what will have been done in all, so that it says the same when it is forgotten.

const sumOfAll = (kind: 'partial' | 'undone', sum: bigint): string => `${kind}:${moneyText(sum)}`

const enteringEvent = ({ enteredBefore, missing }: Ledger): string =>
  sumOfAll('partial', enteredBefore + missing)

const returningEvent = ({ id, amount, before, reason }: ReturnedPayment): string =>
  `${isMoneyBack(reason) ? 'refunded' : 'removed'}:${moneyText(before + amount)}:${id}`

/** The rates and the day under which something was sold, and is returned: as it was when that was paid. */
function soldAs({ order, history, document }: PreflightInput, id?: string): { vat: string; sold: string } {
  const sold = [history.first, history.last].find(sent =>
    sent?.payments.some(payment => isPaid(payment) && payment.id === (id ?? payment.id)),
  )
  return { vat: [...ratesOf(sold ?? order).keys()].join(', '), sold: document.date }
}

/** What an accountant has to do by hand, so that the books hold what is paid: nothing twice. */
export function tasksOf(input: PreflightInput): TaskOfOrder[] {
  const { profile, order, history, included } = input
  if (profile.readsPayments === 'never') return []
  // Until an exchange has shown what 1C has, nobody can know what is left to do.
  if (ledgerOf(input).waits) return []
  const checks = checksOf(input)
  const ledger = ledgerAfterChecks(input)
  const { missing, excess, kept, enteredKept, returns, inBooks, willBook, entered, due } = ledger
  const of = { currency: order.currency }
  // Up to 0.2 the task of a canceled order asked for the refund, too.
  const asked = history.tasks.some(({ event }) => event === 'canceled:stays') && { canceled: 'yes' }
  const tasks = returns.map((returned): TaskOfOrder => {
    const { id, amount, reason, from, number, date } = returned
    const named = {
      ...(number !== undefined && { number }),
      ...(date !== undefined && { date }),
      ...(from !== undefined && !isMoneyBack(reason) && { from }),
    }
    return {
      event: returningEvent(returned),
      code: isMoneyBack(reason) ? 'enter-refund' : 'undo-payment',
      params: { id, amount: moneyText(amount), ...of, ...named, ...asked, ...soldAs(input, id) },
    }
  })
  if (excess > 0n) {
    // What was entered by hand comes first; the rest is asked for when that is done.
    const taken = enteredKept > 0n ? least(enteredKept, excess) : excess
    const doubles = willBook > 0n && taken === entered
    const byHand = enteredKept === 0n ? 'no' : hasReceipt(input) ? 'receipt' : doubles ? 'doubles' : 'yes'
    tasks.push({
      event: sumOfAll('undone', ledger.undoneBefore + taken),
      code: 'undo-payment',
      params: {
        amount: moneyText(taken),
        ...of,
        byHand,
        ...(byHand === 'no' && { has: moneyText(kept), due: moneyText(kept - excess) }),
        ...(byHand !== 'doubles' && byHand !== 'receipt' && soldAs(input)),
      },
    })
  }
  tasks.push(...checks)
  if (isCanceled(order) && history.sent && checks.length === 0) {
    const stays = least(inBooks, due)
    if (stays > 0n)
      tasks.push({
        event: 'canceled:stays',
        code: 'check-canceled',
        params: { amount: moneyText(stays), ...of, payment: 'stays' },
      })
  }
  if (missing > 0n && !(isCanceled(order) && !history.sent))
    tasks.push({ event: enteringEvent(ledger), ...enteringTask() })
  return tasks

  function enteringTask(): Pick<TaskOfOrder, 'code' | 'params'> {
    const amount = moneyText(missing)
    if (isCanceled(order)) return { code: 'check-canceled', params: { amount, ...of, payment: 'not-made' } }
    const { total } = order
    const payments = paymentsInDocument(input)
    const over = sumOf(payments) - scaled(total, 2)
    // Without a payment of just what is too much, the others are the order's sum and can be sent.
    const waits = payments.some(({ amount, refunds }) => scaled(amount, 2) === over && !refunds?.length)
    if (over > 0n)
      return { code: 'enter-overpayment', params: { amount, total, ...of, ...(waits && { waits: 'yes' }) } }
    const rest = inBooks + willBook > 0n ? 'yes' : included.inFull && (history.read ? 'none' : 'yes')
    return { code: 'enter-payment', params: { amount, ...of, ...(rest && { rest }) } }
  }
}

/** Money that came to the bank account or the till was read: nobody may be asked to delete what a bank told. */
const hasReceipt = ({ history }: PreflightInput): boolean =>
  history.read?.documents.some(
    ({ type, posted, kind }) => type === 'payment' && posted && /^(Поступление|Приход)/.test(kind),
  ) ?? false

/** To make sure of payments that 1C was sent and has not confirmed; nth: once more after it was done. */
function checksOf(input: PreflightInput): TaskOfOrder[] {
  const { order, history } = input
  return ledgerOf(input).checks.map(({ number, sum }): TaskOfOrder => {
    const end = `:${number ?? ''}`
    const nth = history.tasks.filter(
      ({ event }) => event.startsWith('checked:') && event.endsWith(end),
    ).length
    const amount = moneyText(sum)
    const method = history.payments.find(payment => payment.number === number)?.method
    const named = number === undefined ? {} : { number, ...(method !== undefined && { method }) }
    return {
      event: `checked:${amount}:${nth}${end}`,
      code: 'check-payment',
      params: { amount, currency: order.currency, ...named },
    }
  })
}
