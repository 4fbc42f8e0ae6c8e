import { createHash } from 'node:crypto'
import type { ManagedDocument, ManagedPayment, ManagedShipment, OneC, StoredDocument } from '../base/base.js'
import { BASE_CURRENCY } from '../base/settings.js'
import { wallClock } from '../reading/dates.js'
import type { LineOutcome } from '../result.js'
import { isPaid, linesOf, totalOf } from './managed-document.js'
import { commerceMl, element, requisites, type Xml } from './xml.js'

/** The file of changed orders as УТ and Розница write it, or УНФ: with subordinate documents. */
export function writeOrders(
  base: OneC,
  documents: readonly { document: StoredDocument; managed: ManagedDocument }[],
  now: Date,
): Buffer {
  const unf = base.client === 'unf'
  const head = unf
    ? { namespace: 'urn:1C.ru:commerceml_210', version: '2.10' }
    : { namespace: 'urn:1C.ru:commerceml_2', version: '2.07' }
  return commerceMl(
    { ...head, formedAt: localTime(base, wallClock(now)) },
    documents.map(one => writeDocument(base, one)),
  )
}

function writeDocument(
  base: OneC,
  { document, managed }: { document: StoredDocument; managed: ManagedDocument },
): Xml {
  const { outcome } = document
  const [date = '', time = ''] = (outcome.date ?? '').split('T')
  return element('Документ', [
    element('Ид', managed.guid),
    element('Номер', outcome.siteNumber ?? ''),
    element('Дата', date),
    element('ХозОперация', 'Заказ товара'),
    element('Роль', 'Продавец'),
    element('Валюта', currencyOf(base, outcome.currency)),
    element('Курс', '1'),
    element('Сумма', totalOf(document, managed)),
    element('Время', time),
    outcome.customer ? element('Контрагенты', [customerOf(outcome.customer)]) : undefined,
    outcome.comment === null ? undefined : element('Комментарий', outcome.comment),
    element(
      'Товары',
      linesOf(document, managed).map(line => writeLine(line, outcome.vatIncluded)),
    ),
    requisites(
      base.client === 'unf' ? unfRequisites(base, document, managed) : utRequisites(base, document, managed),
    ),
    base.client === 'unf' ? subordinate(base, document, managed) : undefined,
  ])
}

/** УТ writes the first three characters of the currency's code, УНФ its name. */
function currencyOf(base: OneC, currency: string | null): string {
  if (base.client === 'unf') return currency ?? BASE_CURRENCY
  return { RUB: '643', USD: '840', EUR: '978' }[currency ?? BASE_CURRENCY] ?? '643'
}

function customerOf(customer: NonNullable<StoredDocument['outcome']['customer']>): Xml {
  return element('Контрагент', [
    element('Ид', guidOf(`customer ${customer.name}`)),
    element('Наименование', customer.name),
    element(customer.legal ? 'ОфициальноеНаименование' : 'ПолноеНаименование', customer.name),
    customer.inn === null || customer.inn === '' ? undefined : element('ИНН', customer.inn),
    customer.kpp === null || customer.kpp === '' ? undefined : element('КПП', customer.kpp),
    element('Роль', 'Покупатель'),
  ])
}

function writeLine(
  { name, article, quantity, price, amount, vat, vatAmount, service }: LineOutcome,
  included: boolean,
): Xml {
  const rate = /^(\d+)/.exec(vat)?.[1]
  return element('Товар', [
    // The id of the base's own item, not the site's.
    element('Ид', guidOf(`item ${name}`)),
    article === null ? undefined : element('Артикул', article),
    element('Наименование', name),
    element('ЦенаЗаЕдиницу', price),
    element('Количество', quantity),
    element('Сумма', amount),
    element('Единица', 'шт'),
    element('Коэффициент', '1'),
    element('Налоги', [
      element('Налог', [
        element('Наименование', 'НДС'),
        element('УчтеноВСумме', String(included)),
        element('Ставка', rate ?? 'Без НДС'),
        element('Сумма', vatAmount),
      ]),
    ]),
    requisites({ ТипНоменклатуры: service ? 'Услуга' : 'Товар' }),
  ])
}

function utRequisites(base: OneC, document: StoredDocument, managed: ManagedDocument) {
  const { posted, deleted, payments, shipments } = managed
  const payment = posted && isPaid(document, managed) ? payments.at(-1) : undefined
  const shipment = posted ? shipments.at(-1) : undefined
  return {
    'Номер по 1С': document.outcome.number ?? undefined,
    'Дата по 1С': dateOf(base, document.outcome.date),
    ПометкаУдаления: deleted ? 'true' : undefined,
    Проведен: posted ? 'true' : undefined,
    'Номер оплаты по 1С': payment?.number,
    'Дата оплаты по 1С': dateOf(base, payment?.date),
    'Номер отгрузки по 1С': shipment?.number,
    'Дата отгрузки по 1С': dateOf(base, shipment?.date),
  }
}

function unfRequisites(base: OneC, document: StoredDocument, managed: ManagedDocument) {
  const { payments, shipments, canceled } = managed
  const { status } = document.outcome
  return {
    ...utRequisites(base, document, managed),
    Отменен: canceled ? 'true' : undefined,
    Оплачен: isPaid(document, managed) ? 'true' : undefined,
    Отгружен: shipments.length > 0 ? 'true' : undefined,
    'Статус заказа': status ?? undefined,
    'Метод оплаты': payments.length > 0 ? 'Платежная карта' : undefined,
  }
}

function subordinate(
  base: OneC,
  document: StoredDocument,
  { payments, shipments }: ManagedDocument,
): Xml | undefined {
  if (payments.length + shipments.length === 0) return undefined
  return element('ПодчиненныеДокументы', [
    ...payments.map(payment => writePayment(base, payment)),
    ...shipments.map(shipment => writeShipment(shipment, document.outcome.vatIncluded)),
  ])
}

function writePayment(base: OneC, { guid, number, date, amount }: ManagedPayment): Xml {
  return element('ПодчиненныйДокумент', [
    element('Ид', guid),
    element('Дата', date.slice(0, 10)),
    element('ХозОперация', 'Эквайринговая операция'),
    element('Сумма', amount),
    element('Время', date.slice(11)),
    requisites({ 'Номер оплаты по 1С': number, 'Дата оплаты по 1С': dateOf(base, date), Оплачен: 'true' }),
  ])
}

function writeShipment({ guid, number, date, lines }: ManagedShipment, included: boolean): Xml {
  return element('ПодчиненныйДокумент', [
    element('Ид', guid),
    element('Номер', number),
    element('Дата', date.slice(0, 10)),
    element('ХозОперация', 'Отпуск товара'),
    element('Время', date.slice(11)),
    element(
      'Товары',
      lines.map(line => writeLine(line, included)),
    ),
  ])
}

function dateOf(base: OneC, date: string | null | undefined): string | undefined {
  return date === null || date === undefined ? undefined : localTime(base, date)
}

/** УТ writes the hour as its locale does: with one digit before ten. */
function localTime(base: OneC, date: string): string {
  return base.client === 'unf' ? date : date.replace(/T0(\d)/, 'T$1')
}

/** A GUID derived from the text, so that the same item always has the same id. */
export function guidOf(what: string): string {
  const hex = createHash('sha256').update(what).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}
