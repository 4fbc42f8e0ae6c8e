/** SQL: the number under which an integration's 1C knows an order, or will; fixed once it was sent completely. */
export function numberSql(sent: string, integrationKey: string, orderKey: string, sequence: string): string {
  return `coalesce(${sent},
    (select n.number from order_number n where n.integration_key = ${integrationKey} and n.order_key = ${orderKey} limit 1),
    ${sequence}::text)`
}
