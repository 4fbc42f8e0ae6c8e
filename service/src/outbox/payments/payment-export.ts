/** How a 1C was told of a payment, or is told for the first time: what it knows the payment by (O8). */
export interface PaymentExport {
  /** The platform's. */
  paymentId: string
  number: number
  /** The method's name. */
  method: string
  /** requisites: all payments of the order are one of its whole sum, with one number and method. */
  form: 'requisites' | 'documents'
  gateway: string
}

/** What an integration was told of the payments of an order (`order`: its key as SQL), as JSON; null when nothing. */
export function paymentExportsOf(integration: string, order: string): string {
  return `(
    select json_agg(json_build_object('paymentId', x.payment_id, 'number', x.number, 'method', x.method, 'form', x.form,
                                      'gateway', x.gateway))
      from payment_export x where x.integration_key = ${integration} and x.order_key = ${order})`
}
