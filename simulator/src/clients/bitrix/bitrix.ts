import type { StoredDocument } from '../../base/base.js'
import type { Load, OrderRules } from '../../base/load.js'
import { replaceDocument, storeDocument, storedByKey } from '../../base/store-document.js'
import { type Element, filled, optional, required } from '../../reading/element.js'
import type { LastValue } from '../../reading/requisites.js'
import type { DocumentOutcome } from '../../result.js'
import { siteNumberOf } from '../make-document.js'
import { makeOrder, ownNumber, readOrderRequisites } from '../ut/ut.js'
import { customerOfClientOrder } from '../ut/ut-customer.js'
import { createBitrixPayment, createBitrixPayments, isPaymentDocument } from './bitrix-payments.js'

/**
 * Bitrix' own module. Its source is not public; this follows what site modules show of it: documents inside
 * `Контейнер`, payments as documents with `Основание`, later changes always loaded.
 */
export function bitrixRules(load: Load): OrderRules {
  const last: LastValue = { value: undefined }
  return {
    exceptionScope: 'batch',
    inspect(document) {
      required(document, 'Номер')
      required(document, 'Дата')
    },
    load(document) {
      const operation = filled(required(document, 'ХозОперация')) ?? ''
      const order = siteNumberOf(document)
      if (isPaymentDocument(operation)) return createBitrixPayment(load, document)
      if (operation.toLowerCase() !== 'заказ товара')
        return load.found('document-ignored', 'note', order, { operation })
      const requisites = readOrderRequisites(load, order, document, { ...last })
      const outcome = makeOrder(load, document, requisites, customerOfClientOrder(load, order, document))
      outcome.posted =
        outcome.customer?.action !== 'missing' && outcome.date !== null && outcome.lines.length > 0
      const stored = store(load, order, document, outcome)
      if (!outcome.canceled) createBitrixPayments(load, document, stored, requisites.values)
    },
    finish() {},
  }
}

function store(load: Load, order: string, document: Element, outcome: DocumentOutcome): StoredDocument {
  const known = storedByKey(load, `order:${order}`)
  if (known !== undefined) {
    const action = outcome.canceled ? 'canceled' : 'updated'
    return replaceDocument(load, known, { ...outcome, action, number: known.outcome.number })
  }
  const siteId = filled(optional(document, 'Ид')) ?? order
  return storeDocument(load, { ...outcome, number: ownNumber(load) }, '', [
    `order:${order}`,
    `site-id:${siteId}`,
  ])
}
