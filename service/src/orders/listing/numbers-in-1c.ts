import { ordersBySentNumber } from '../../outbox/entries/entry-sql.js'
import { asNumberEnding } from './search-words.js'

/**
 * Conditions on `sale_order o`: some 1C of the location ($1) knows the order by this number, or its document of the order has this
 * number or one that ends in it (accounting/).
 */
export function numberIn1CConditions(text: string, parameter: (value: unknown) => string): string[] {
  const number = parameter(text.trim())
  const digits = asNumberEnding(text)
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
