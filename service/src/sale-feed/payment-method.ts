import type { FullSettings, PaymentRule } from '../integrations/settings.js'
import type { Order, Payment } from '../orders/order.js'
import { cleanName } from './clean-text.js'

/** Field of that length in 1C, compared exactly. */
const METHOD_LIMIT = 50

type Rules = Pick<FullSettings, 'paymentrules' | 'paymentmethodname'>

/** «Метод оплаты» of an order: the name that the first rule it meets gives, else the integration's own. */
export function methodOfOrder(settings: Rules, rule: PaymentRule | undefined): string {
  return cleanMethod(rule?.paymentmethodname ?? settings.paymentmethodname)
}

/** «Метод оплаты» of one payment: that of the first rule which both its gateway and the order's status meet. */
export function methodOfPayment(settings: Rules, order: Order, payment: Payment, ofOrder: string): string {
  const rule = settings.paymentrules.find(
    ({ status, gateway }) =>
      (status === undefined || status === order.status) &&
      (gateway === undefined || gateway === payment.gateway),
  )
  return rule === undefined ? ofOrder : methodOfOrder(settings, rule)
}

function cleanMethod(name: string): string {
  return cleanName(name, METHOD_LIMIT)
}
