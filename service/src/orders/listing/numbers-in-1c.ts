import { ordersBySentNumber } from '../../outbox/entries/entry-sql.js'
import { searchedDigits } from './search-words.js'

/**
 * Conditions on `sale_order o`: some 1C of the location ($1) got the order under this very number, or made a document of this number of
 * it (accounting/), or of one that ends in it.
 */
export function numberIn1C(text: string, parameter: (value: unknown) => string): string[] {
  const number = parameter(text.trim())
  const digits = searchedDigits(text)
  const documents = (condition: string): string =>
    `select d.order_key from integration i join accounting_document d on d.integration_key = i.key
      where i.location_id = $1 and ${condition}`
  const sources = [
    `select sent.order_key from integration i cross join lateral ${ordersBySentNumber('i.key', number)} sent where i.location_id = $1`,
    documents(`lower(d.said->>'documentNumber') = lower(${number})`),
    ...(digits === undefined
      ? []
      : [
          documents(`ltrim(substring(d.said->>'documentNumber' from '[0-9]+$'), '0') = ${parameter(digits)}`),
        ]),
  ]
  return sources.map(source => `o.key = any (array(${source}))`)
}
