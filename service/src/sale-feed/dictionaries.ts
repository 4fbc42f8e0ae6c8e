import { type DictionaryEntry, type PaymentSystemEntry, WORDS, writeDictionaries } from '@obmen/codec'
import type { FullSettings } from '@obmen/contract/settings'
import type { Queryable } from '../db/database.js'
import { sentPaymentsJoin } from '../outbox/payments/payment-export.js'
import { cleanText } from './document/clean-text.js'
import { hashedId } from './document/short-id.js'
import { loadFeed } from './feed.js'
import { methodName } from './payments/payment-method.js'

/** How many of a company's newest orders are searched for values in use. */
const NEWEST_ORDERS = 5000
/** Exactly as in the requisites of orders, or 1C would not match them. */
const WORD_LIMIT = 1000

interface UsedValues {
  status: string
  gateways: string[]
  delivery: string | null
}

/**
 * The answer to mode=info, from which УНФ and Бухгалтерия fill their tables: words of the rules and of the
 * company's newest orders. Undefined if the integration is gone.
 */
export async function dictionaries(db: Queryable, integrationKey: number): Promise<string | undefined> {
  const loaded = await loadFeed(db, integrationKey)
  if (!loaded) return undefined
  const { rows } = await db.query<UsedValues>(
    `select distinct status, gateways, delivery from (
       select status, gateways, content->'delivery'->>'name' as delivery
         from sale_order where company_id = $1 order by sequence_number desc limit $2) newest
      order by status, gateways, delivery`,
    [loaded.companyId, NEWEST_ORDERS],
  )
  const { settings } = loaded.feed
  return writeDictionaries({
    statuses: entries([
      ...settings.paymentrules.map(({ status }) => status),
      ...rows.map(({ status }) => status),
    ]),
    paymentSystems: paymentSystems(settings, rows, await sentMethods(db, integrationKey, loaded.companyId)),
    deliveryServices: entries(rows.map(({ delivery }) => delivery)),
  })
}

/** Method names under which payments were sent to this 1C, which keeps them. */
async function sentMethods(db: Queryable, integrationKey: number, companyId: string): Promise<string[]> {
  const { rows } = await db.query<{ method: string }>(
    `select distinct x.method
       from (select key from sale_order where company_id = $2 order by sequence_number desc limit $3) newest
       join ${sentPaymentsJoin('x', '$1', 'newest.key')}
      order by x.method`,
    [integrationKey, companyId, NEWEST_ORDERS],
  )
  return rows.map(({ method }) => method)
}

/**
 * One element a gateway, since Бухгалтерия keeps only the last of two with the same `Ид`. 1C finds a method
 * by its name, so every other name has one under itself.
 */
function paymentSystems(
  settings: FullSettings,
  seen: readonly UsedValues[],
  sentNames: readonly string[],
): PaymentSystemEntry[] {
  const gateways = [
    ...settings.paymentrules.flatMap(({ gateway }) => gateway ?? []),
    ...seen.flatMap(row => row.gateways),
  ]
  const names = new Map<string, string>()
  const others = new Set([methodName(settings.paymentmethodname)])
  for (const gateway of gateways) {
    const possible = settings.paymentrules
      .filter(rule => rule.gateway === undefined || rule.gateway === gateway)
      .map(rule => methodName(rule.paymentmethodname ?? settings.paymentmethodname))
    const [first, ...rest] = possible
    const id = cleanText(gateway, WORD_LIMIT)
    if (first === undefined || id === '') continue
    if (names.has(id)) others.add(first)
    else names.set(id, first)
    for (const name of rest) others.add(name)
  }
  for (const name of [...settings.paymentrules.flatMap(rule => rule.paymentmethodname ?? []), ...sentNames])
    others.add(methodName(name))
  for (const name of names.values()) others.delete(name)
  for (const name of others) names.set(names.has(name) ? hashedId(name) : name, name)
  return [...names].map(([id, name]) => ({ id, name, kind: WORDS.acquiringPayment }))
}

function entries(words: readonly (string | null | undefined)[]): DictionaryEntry[] {
  const names = new Set(words.map(word => cleanText(word ?? '', WORD_LIMIT)))
  names.delete('')
  return [...names].map(name => ({ id: name, name }))
}
