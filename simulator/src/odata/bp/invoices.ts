import type { OneC, StoredDocument } from '../../base/base.js'
import type { LineOutcome } from '../../result.js'
import { linesOf, totalOf } from '../../upload/managed-document.js'
import { dataVersion, documentSets, type EntitySet, guidOf, type Row, reference } from '../sets.js'
import { counterpartyOf, itemOf, organizationOf, ROUBLE } from './catalogues.js'

export const INVOICE = 'Document_СчетНаОплатуПокупателю'
const LINE = {
  Номенклатура: 'composite',
  Содержание: 'text',
  Количество: 'number',
  Цена: 'number',
  Сумма: 'number',
  СтавкаНДС: 'text',
  СуммаНДС: 'number',
} as const

/** The order's own id is part of it: after a restored copy another order gets another one. */
export const invoiceGuid = ({ id, outcome }: StoredDocument): string => guidOf('invoice', id, outcome.siteId)

/** As it is after what people did. */
export function currentInvoice(base: OneC, document: StoredDocument) {
  const managed = base.managed.get(document.id)
  const { posted = document.outcome.posted, deleted = false, organization = 0 } = managed ?? {}
  const lines = managed ? linesOf(document, managed) : document.outcome.lines
  const total = managed ? totalOf(document, managed) : document.outcome.total
  return { posted, deleted, lines, total, organization: organizationOf(base, organization) }
}

export function lineRow(line: LineOutcome): Row {
  return {
    ...reference('Номенклатура', 'Catalog_Номенклатура', itemOf(line)),
    Содержание: line.name,
    Количество: Number(line.quantity),
    Цена: Number(line.price),
    Сумма: Number(line.amount),
    СтавкаНДС: line.vat === 'Без НДС' ? 'БезНДС' : `НДС${line.vat.replace('%', '')}`,
    СуммаНДС: Number(line.vatAmount),
  }
}

export function invoiceSets(): EntitySet[] {
  return documentSets(
    'СчетНаОплатуПокупателю',
    {
      Организация_Key: 'guid',
      Контрагент_Key: 'guid',
      ДоговорКонтрагента_Key: 'guid',
      ВалютаДокумента_Key: 'guid',
      СуммаДокумента: 'number',
      СуммаВключаетНДС: 'boolean',
      ДокументБезНДС: 'boolean',
      Комментарий: 'text',
      АдресДоставки: 'text',
      ВидОперации: 'text',
      ДокументОснование: 'composite',
      Ответственный_Key: 'guid',
      УдалитьСтатусОплаты: 'text',
    },
    { Товары: LINE },
    base => [...base.documents.values()].map(document => invoiceRow(base, document)),
  )
}

function invoiceRow(base: OneC, document: StoredDocument): Row {
  const { outcome, writes = 0 } = document
  const { posted, deleted, lines, total, organization } = currentInvoice(base, document)
  const guid = invoiceGuid(document)
  return {
    Ref_Key: guid,
    DataVersion: dataVersion(guid, writes),
    DeletionMark: deleted,
    Number: outcome.number ?? '',
    ...(outcome.date !== null && { Date: outcome.date }),
    Posted: posted,
    Организация_Key: organization,
    Контрагент_Key: counterpartyOf(base, outcome.customer),
    ВалютаДокумента_Key: outcome.currency === 'RUB' ? ROUBLE : guidOf('currency', outcome.currency),
    СуммаДокумента: Number(total),
    СуммаВключаетНДС: outcome.vatIncluded,
    ДокументБезНДС: lines.every(({ vat }) => vat === 'Без НДС'),
    Комментарий: outcome.comment ?? '',
    АдресДоставки: outcome.deliveryAddress ?? '',
    ВидОперации: 'ТоварыИУслуги',
    Товары: lines.map((line, index) => ({
      Ref_Key: guid,
      LineNumber: String(index + 1),
      ...lineRow(line),
    })),
  }
}
