import type { Order, Payment } from '@obmen/contract'
import type { FullSettings } from '@obmen/contract/settings'
import { matchesRules, type RuleSubject } from '../../orders/routing/rules.js'
import { cleanName } from '../document/clean-text.js'

/** Length of the field in 1C, which compares methods exactly. */
const METHOD_LIMIT = 50

export interface PaymentMethod {
  /** «Метод оплаты». */
  name: string
  /** The gateway of the rule that the order matches, if there is one. */
  gateway: string | undefined
}

/** That of the first matching rule, whatever `ordersfrom` says, else the integration's own. */
export function methodOfOrder(
  { paymentrules, paymentmethodname }: Pick<FullSettings, 'paymentrules' | 'paymentmethodname'>,
  order: RuleSubject,
): PaymentMethod {
  const match = matchesRules(order, { paymentrules, paymentmethodname }, 'UTC')
  const name = methodName(match.matches ? match.methodName : paymentmethodname)
  return { name, gateway: match.matches ? paymentrules[match.rule]?.gateway : undefined }
}

/** «Метод оплаты» of one payment: by the first rule that the order would match with this payment alone. */
export function methodOfPayment(
  settings: FullSettings,
  { status, placedAt }: Pick<Order, 'status' | 'placedAt'>,
  payment: Pick<Payment, 'gateway' | 'status'>,
): string {
  return methodOfOrder(settings, { status, placedAt, payments: [payment] }).name
}

export function methodName(name: string): string {
  return cleanName(name, METHOD_LIMIT)
}
