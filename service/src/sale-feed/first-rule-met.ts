import type { PaymentRule } from '../integrations/settings.js'
import type { Order } from '../orders/order.js'

/** The first rule that the order meets: by its status and by the gateway of one payment that is neither failed nor canceled. */
export function firstRuleMet(
  rules: readonly PaymentRule[],
  order: Pick<Order, 'status' | 'payments'>,
): PaymentRule | undefined {
  return rules.find(
    ({ status, gateway }) =>
      (status === undefined || status === order.status) &&
      (gateway === undefined ||
        order.payments.some(
          payment =>
            payment.gateway === gateway && payment.status !== 'failed' && payment.status !== 'canceled',
        )),
  )
}
