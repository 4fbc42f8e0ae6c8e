import { type DictionaryEntry, type PaymentSystemEntry, WORDS, writeDictionaries } from '@obmen/codec'
import type { Queryable } from '../db/database.js'
import type { FullSettings } from '../integrations/settings.js'
import { cleanText } from './clean-text.js'
import { loadFeed } from './load-feed.js'
import { methodName } from './payment-method.js'

/** So many of a company's newest orders are looked through for words in use. */
const SEEN_ORDERS = 5000
/** As the requisites of orders have them, or 1C would match nothing. */
const WORD_LIMIT = 1000

interface Seen {
  status: string
  gateways: string[]
  delivery: string | null
}

/**
 * The answer to mode=info: the statuses, ways of payment and of delivery that the integration's rules name and its company's newest
 * orders have, from which УНФ and Бухгалтерия fill their tables. Undefined when the integration is gone.
 */
export async function dictionaries(db: Queryable, integrationKey: number): Promise<string | undefined> {
  const loaded = await loadFeed(db, integrationKey, undefined)
  if (!loaded) return undefined
  const { rows } = await db.query<Seen>(
    `select distinct status, gateways, delivery from (
       select status, gateways, content->'delivery'->>'name' as delivery
         from sale_order where company_id = $1 order by sequence_number desc limit $2) newest
      order by status, gateways, delivery`,
    [loaded.companyId, SEEN_ORDERS],
  )
  const { settings } = loaded.feed
  return writeDictionaries({
    statuses: entries([
      ...settings.paymentrules.map(({ status }) => status),
      ...rows.map(({ status }) => status),
    ]),
    paymentSystems: paymentSystems(settings, rows),
    deliveryServices: entries(rows.map(({ delivery }) => delivery)),
  })
}

/** Each gateway under every name that a rule gives it: by that name 1C finds the way of payment. */
function paymentSystems(settings: FullSettings, seen: readonly Seen[]): PaymentSystemEntry[] {
  const gateways = new Set(seen.flatMap(row => row.gateways))
  const systems = new Map<string, PaymentSystemEntry>()
  const add = (gateway: string, name: string): void => {
    const system = {
      id: cleanText(gateway, WORD_LIMIT),
      name: methodName(name),
      kind: WORDS.acquiringPayment,
    }
    systems.set(`${system.id}\n${system.name}`, system)
  }
  for (const rule of settings.paymentrules) {
    const name = rule.paymentmethodname ?? settings.paymentmethodname
    for (const gateway of rule.gateway === undefined ? gateways : [rule.gateway]) add(gateway, name)
  }
  if (systems.size === 0) add(settings.paymentmethodname, settings.paymentmethodname)
  return [...systems.values()]
}

function entries(words: readonly (string | null | undefined)[]): DictionaryEntry[] {
  const names = new Set(words.map(word => cleanText(word ?? '', WORD_LIMIT)))
  names.delete('')
  return [...names].map(name => ({ id: name, name }))
}
