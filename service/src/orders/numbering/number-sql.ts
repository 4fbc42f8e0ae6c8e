/**
 * SQL: the `integration_key` in order_number of the numbers that an integration `i` uses. The key with the other sign is for numbers
 * that are being staged (stage-numbers.ts); a switch to these flips `numbers_turned`.
 */
export function numberSet(i: string): string {
  return `(case when ${i}.numbers_turned then -${i}.key else ${i}.key end)`
}

/** SQL: the number under which an integration's 1C knows an order, or will; fixed once it was sent completely. */
export function numberSql(sent: string, integrationKey: string, orderKey: string, sequence: string): string {
  return `coalesce(${sent}, ${ownNumberSql(integrationKey, orderKey)}, ${sequence}::text)`
}

/** SQL: the number claimed for the order, null if it is the sequence number. */
function ownNumberSql(integrationKey: string, orderKey: string): string {
  return `(select n.number from order_number n
            where n.integration_key = (select ${numberSet('numbered')} from integration numbered where numbered.key = ${integrationKey})
              and n.order_key = ${orderKey} limit 1)`
}
