/** How a payment was first sent to a 1C, or is about to be: 1C recognizes it by this (O8). */
export interface PaymentExport {
  /** The platform's id. */
  paymentId: string
  number: number
  /** The method's name. */
  method: string
  /** requisites: all payments of the order are sent as one, with one number and method. */
  form: 'requisites' | 'documents'
  gateway: string
}

/** The payments of an order sent to an integration (`order`: its key as SQL), as JSON; null if none. */
export function paymentExportsSql(integration: string, order: string): string {
  return `(
    select json_agg(json_build_object('paymentId', x.payment_id, 'number', x.number, 'method', x.method, 'form', x.form,
                                      'gateway', x.gateway))
      from payment_export x where x.integration_key = ${integration} and x.order_key = ${order})`
}

/** Joins the payments of an order that were sent to an integration: `method`, `form`, `gateway`. */
export const sentPaymentsJoin = (x: string, integrationKey: string, orderKey: string): string =>
  `payment_export ${x} on ${x}.integration_key = ${integrationKey} and ${x}.order_key = ${orderKey}`

/** At most `limit` payments that were sent to an integration, of its newest orders, with their `order_key`, as a subquery. */
export const latestSentPayments = (integrationKey: string, limit: string): string =>
  `(select * from payment_export where integration_key = ${integrationKey} order by order_key desc limit ${limit})`
