import type { StoredDocument } from '../base/base.js'
import type { Load, OrderRules } from '../base/load.js'
import { replaceDocument, storeDocument, storedByKey } from '../base/store-document.js'
import { strictMoment } from '../reading/dates.js'
import { type Element, optional, required } from '../reading/element.js'
import { isTrue, type LastValue } from '../reading/requisites.js'
import { isEmptied } from '../upload/managed-document.js'
import { inspectHeading, siteNumberOf, skipMovedOn } from './make-document.js'
import { checkOrder, makeOrder, ownNumber, readOrderRequisites } from './ut/ut.js'
import { customerOfRetailOrder } from './ut/ut-customer.js'

/** Розница 2 (ОбменССайтомРТ): «Заказ покупателя» by number, date and time; no payments. */
export function rtRules(load: Load): OrderRules {
  const last: LastValue = { value: undefined }
  return {
    exceptionScope: 'batch',
    inspect: inspectHeading,
    load(document) {
      const order = siteNumberOf(document)
      checkOrder(load, order, document)
      const requisites = readOrderRequisites(load, order, document, last)
      const known = storedByKey(load, keyOf(document, order.slice(0, 11)))
      if (known !== undefined && isClosed(load, document, known)) return
      warnOfMovedDate(load, order, known)
      const outcome = makeOrder(load, document, requisites, customerOfRetailOrder(load, order, document))
      outcome.posted =
        outcome.customer?.action !== 'missing' && outcome.date !== null && outcome.lines.length > 0
      if (!outcome.posted) load.found('order-not-posted', 'silent', order)
      if (isTrue(requisites.values.get('Заказ оплачен')))
        load.findings.addOnce('no-payments-here', 'note', '')
      if (known === undefined) {
        storeDocument(load, { ...outcome, number: ownNumber(load) }, 'Открыт', [
          keyOf(document, order),
          `site:${order}`,
        ])
      } else {
        replaceDocument(load, known, {
          ...outcome,
          action: outcome.canceled ? 'canceled' : 'updated',
          number: known.outcome.number,
        })
      }
    },
  }
}

function isClosed(load: Load, document: Element, known: StoredDocument): boolean {
  const canceled = known.outcome.canceled || isEmptied(known, load.base.managed.get(known.id))
  if (!canceled && known.state !== 'Закрыт') return false
  const state = canceled ? 'Отменен' : known.state
  skipMovedOn(load, document, known, state)
  return true
}

function warnOfMovedDate(load: Load, order: string, known: StoredDocument | undefined): void {
  if (known !== undefined || load.base.index.get(`site:${order}`) === undefined) return
  load.found('date-moved', 'silent', order)
}

function keyOf(document: Element, order: string): string {
  return `order:${order}:${strictMoment(required(document, 'Дата'), optional(document, 'Время')) ?? ''}`
}
