import { knownNumberSql, numberSet } from '../../outbox/entries/entry-sql.js'

/** SQL: the number under which an integration's 1C knows an order, or will: `knownNumberSql`, by the integration's key alone. */
export function numberSql(sent: string, integrationKey: string, orderKey: string, sequence: string): string {
  const set = `(select ${numberSet('numbered')} from integration numbered where numbered.key = ${integrationKey})`
  return knownNumberSql(sent, set, orderKey, sequence)
}
