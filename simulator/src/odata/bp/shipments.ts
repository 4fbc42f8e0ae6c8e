import type { ManagedShipment, OneC, StoredDocument } from '../../base/base.js'
import { formatMoney, parseDecimal } from '../../reading/decimal.js'
import { dataVersion, documentSets, type EntitySet, NO_REFERENCE, type Row } from '../sets.js'
import { counterpartyOf } from './catalogues.js'
import { currentInvoice, invoiceGuid, lineRow } from './invoices.js'

const LINE = {
  Номенклатура: 'composite',
  Содержание: 'text',
  Количество: 'number',
  Цена: 'number',
  Сумма: 'number',
  СтавкаНДС: 'text',
  СуммаНДС: 'number',
  СчетНаОплатуПокупателю_Key: 'guid',
} as const

export function shipmentSets(): EntitySet[] {
  const rows = (base: OneC): Row[] =>
    [...base.documents.values()].flatMap(invoice =>
      (base.managed.get(invoice.id)?.shipments ?? []).map(shipment => shipmentRow(base, invoice, shipment)),
    )
  return [
    ...documentSets(
      'РеализацияТоваровУслуг',
      {
        Организация_Key: 'guid',
        Контрагент_Key: 'guid',
        СчетНаОплатуПокупателю_Key: 'guid',
        ВидОперации: 'text',
        ЭтоУниверсальныйДокумент: 'boolean',
        СуммаДокумента: 'number',
        Комментарий: 'text',
      },
      { Товары: LINE, Услуги: LINE, АгентскиеУслуги: LINE },
      rows,
    ),
    // A УПД or an act without VAT needs none.
    ...documentSets(
      'СчетФактураВыданный',
      { Организация_Key: 'guid', СуммаДокумента: 'number' },
      { ДокументыОснования: { ДокументОснование: 'composite' } },
      () => [],
    ),
  ]
}

function shipmentRow(base: OneC, invoice: StoredDocument, shipment: ManagedShipment): Row {
  const { guid, lines } = shipment
  const bill = invoiceGuid(invoice)
  const table = (service: boolean): Row[] =>
    lines
      .filter(line => line.service === service)
      .map((line, index) => ({
        Ref_Key: guid,
        LineNumber: String(index + 1),
        ...lineRow(line),
        СчетНаОплатуПокупателю_Key: shipment.byLine ? bill : NO_REFERENCE,
      }))
  const [goods, services] = [table(false), table(true)]
  const sum = lines.reduce((all, { amount }) => all + (parseDecimal(amount) ?? 0n), 0n)
  return {
    Ref_Key: guid,
    DataVersion: dataVersion(guid),
    Number: shipment.number,
    Date: shipment.date,
    Posted: true,
    Организация_Key: currentInvoice(base, invoice).organization,
    Контрагент_Key: counterpartyOf(base, invoice.outcome.customer),
    СчетНаОплатуПокупателю_Key: shipment.byLine ? NO_REFERENCE : bill,
    ВидОперации: goods.length === 0 ? 'Услуги' : services.length === 0 ? 'Товары' : 'ПродажаКомиссия',
    ЭтоУниверсальныйДокумент: shipment.universal === true,
    СуммаДокумента: Number(formatMoney(sum)),
    Товары: goods,
    Услуги: services,
  }
}
