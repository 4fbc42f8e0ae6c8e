/** SQL: under which `integration_key` of order_number the numbers of an integration `i` stand. */
export function numberSet(i: string): string {
  return `(case when ${i}.numbers_turned then -${i}.key else ${i}.key end)`
}

/** SQL: the number under which an integration's 1C knows an order, or will; fixed once it was sent completely. */
export function numberSql(sent: string, integrationKey: string, orderKey: string, sequence: string): string {
  return `coalesce(${sent}, ${ownNumberSql(integrationKey, orderKey)}, ${sequence}::text)`
}

/** SQL: that number where it is not the sequence number, else null. */
function ownNumberSql(integrationKey: string, orderKey: string): string {
  return `(select n.number from order_number n
            where n.integration_key = (select ${numberSet('numbered')} from integration numbered where numbered.key = ${integrationKey})
              and n.order_key = ${orderKey} limit 1)`
}
