import { pluralRu } from '@obmen/contract'
import { fillSettings, type Settings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'
import { decidePaymentForm, type PaymentForm } from '../../integrations/connection/payment-form.js'
import { latestSentPayments } from '../../outbox/payments/payment-export.js'
import { methodOfOrder } from './payment-method.js'

const NEWEST_PAYMENTS = 50_000

/** Payments that new settings do not change, although it may look as if they did. */
export interface KeptPayments {
  code: 'payments-keep-method' | 'payments-keep-form'
  count: number
  /** False: only the newest were checked, there may be more. */
  complete: boolean
  message: string
}

/** Payments sent in the same way, of orders that match the same rules. */
interface SentGroup {
  method: string
  form: PaymentForm
  gateway: string
  status: string
  gateways: string[]
  count: number
}

/** Sent payments that new settings would send differently; they stay as they were (O8). */
export async function keptPayments(
  db: Queryable,
  integration: { key: number; settings: Settings; lastCmlVersion: string | null },
  settings: Settings,
): Promise<KeptPayments[]> {
  const [before, after] = [fillSettings(integration.settings), fillSettings(settings)]
  const [formBefore, form] = [before, after].map(each => decidePaymentForm(each, integration.lastCmlVersion))
  if (form === formBefore && methodsOf(before) === methodsOf(after)) return []

  const sent = await sentGroups(db, integration.key)
  const renamed = sent.filter(
    group => methodBy(before, group) === group.method && methodBy(after, group) !== group.method,
  )
  const otherForm = form === formBefore ? [] : sent.filter(group => group.form !== form)
  const complete = sum(sent) <= NEWEST_PAYMENTS
  const kept: KeptPayments[] = []
  if (renamed.length > 0) {
    const count = sum(renamed)
    const message = KEPT_TEXTS.method(count, complete, [...new Set(renamed.map(({ method }) => method))])
    kept.push({ code: 'payments-keep-method', count, complete, message })
  }
  if (otherForm.length > 0) {
    const count = sum(otherForm)
    kept.push({
      code: 'payments-keep-form',
      count,
      complete,
      message: KEPT_TEXTS.form[form!](count, complete),
    })
  }
  return kept
}

async function sentGroups(db: Queryable, integrationKey: number): Promise<SentGroup[]> {
  const { rows } = await db.query<SentGroup>(
    `select x.method, x.form, x.gateway, o.status, o.gateways, count(*) as count
       from ${latestSentPayments('$1', '$2::int + 1')} x
       join sale_order o on o.key = x.order_key
      group by 1, 2, 3, 4, 5`,
    [integrationKey, NEWEST_PAYMENTS],
  )
  return rows
}

/** The name that the settings would give a group of payments if it were sent for the first time. */
function methodBy(settings: Parameters<typeof methodOfOrder>[0], group: SentGroup): string {
  const gateways = group.form === 'documents' ? [group.gateway] : group.gateways
  const payments = gateways.map(gateway => ({ gateway, status: 'paid' as const }))
  // `ordersfrom` makes no difference to the name.
  return methodOfOrder(settings, { status: group.status, placedAt: '2000-01-01T00:00:00Z', payments }).name
}

function methodsOf({ paymentrules, paymentmethodname }: Settings): string {
  return JSON.stringify([paymentrules, paymentmethodname])
}

function sum(groups: readonly SentGroup[]): number {
  return groups.reduce((all, { count }) => all + count, 0)
}

const NAMES_SHOWN = 3

/** Warnings about payments that stay as they were sent, shown before settings are saved. */
export const KEPT_TEXTS = {
  method: (count: number, complete: boolean, names: readonly string[]) =>
    `${shownCount(count, complete)} ${pluralRu(count, 'оплату', 'оплаты', 'оплат')} 1С уже знает под ` +
    `прежним способом: ${namesText(names)}. ${count === 1 ? 'Она останется' : 'Они останутся'} под ним: ` +
    `под другим названием 1С провела бы ${count === 1 ? 'её' : 'их'} второй раз. Новое название получат ` +
    'те оплаты, о которых 1С ещё не знает.',
  form: {
    documents: (count: number, complete: boolean) =>
      `${paymentsText(count, complete)} уже ${pluralRu(count, 'передана', 'переданы', 'переданы')} одной ` +
      'оплатой на заказ. По этим заказам так и останется, отдельными документами пойдут оплаты остальных.',
    requisites: (count: number, complete: boolean) =>
      `${paymentsText(count, complete)} уже ${pluralRu(count, 'передана', 'переданы', 'переданы')} ` +
      `${count === 1 ? 'отдельным документом' : 'отдельными документами'}. По этим заказам так и ` +
      'останется, одной оплатой на заказ пойдут остальные.',
  },
}

function namesText(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).map(name => `«${name}»`)
  const more = names.length - shown.length
  return shown.join(', ') + (more > 0 ? ` и ещё ${more}` : '')
}

function paymentsText(count: number, complete: boolean): string {
  return `${shownCount(count, complete)} ${pluralRu(count, 'оплата', 'оплаты', 'оплат')}`
}

function shownCount(count: number, complete: boolean): string {
  return `${complete ? '' : '≥ '}${count.toLocaleString('ru')}`
}
