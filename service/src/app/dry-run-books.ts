import type { Client } from '@obmen/contract/settings'
import { actByHand, documentOf, editDocument, type OneC, paymentsOf, sumInBooks } from '@obmen/simulator'
import { PROFILES } from '../clients/index.js'
import type { Queryable } from '../db/database.js'
import { moneyText, scaled } from '../orders/decimal.js'
import { sumOfDocuments } from '../preflight/ledger/books.js'
import { ledgerOf } from '../preflight/ledger/ledger.js'
import { loadInputs } from '../preflight/load-inputs.js'

/** Orders read at once. */
const STEP = 100

/** The states in which documents take no more changes; in УТ any but the first. */
const CLOSED: Partial<Record<Client, string>> = { unf: 'Завершен', rt: 'Закрыт' }

/** Brings a base of confirmed orders to what 1C reported of them and the ledger says of its books. */
export async function enterBooks(
  db: Queryable,
  base: OneC,
  client: Client,
  { integrationKey, orderKeys }: { integrationKey: number; orderKeys: readonly number[] },
): Promise<void> {
  for (let from = 0; from < orderKeys.length; from += STEP)
    for (const { input } of await loadInputs(db, orderKeys.slice(from, from + STEP), {
      integrationKey,
      others: new Map(),
    })) {
      const number = input.document.number
      const { finalState = '', skips } = input.history.reported ?? {}
      if (skips && documentOf(base, number))
        editDocument(base, number, { state: CLOSED[client] ?? finalState })
      const { unsure, inBooks, documents } = ledgerOf({ ...input, profile: PROFILES[client] })
      // The base has only what was confirmed.
      if (unsure) continue
      const act = (act: 'enter' | 'refund' | 'undo', sum: bigint): void => {
        if (sum > 0n) actByHand(base, number, { act, amount: moneyText(sum) })
      }
      const made = (paid: string) => paymentsOf(base, number).some(payment => payment.number === paid)
      const has = (): bigint => scaled(sumInBooks(base, number), 2)
      act('undo', has() - sumOfDocuments({ documents: documents.now }))
      // Payments of earlier revisions, which go under their numbers again; УТ knows no numbers of a site.
      const missing = client === 'ut' ? [] : [...documents.now].filter(([paid]) => !made(`${paid}`))
      for (const [paid, amount] of missing) {
        const sent = input.history.payments.find(payment => payment.number === paid)
        const method = sent?.method ?? input.included.method.name
        actByHand(base, number, {
          act: 'enter',
          amount: moneyText(amount),
          made: { number: `${paid}`, method },
        })
      }
      act('enter', inBooks - has())
      act('refund', has() - inBooks)
    }
}
