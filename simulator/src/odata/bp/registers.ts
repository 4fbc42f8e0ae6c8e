import type { OneC, StoredDocument } from '../../base/base.js'
import { type EntitySet, entitySet, enumerationIn, type Row, reference, textIn } from '../sets.js'
import { organizationOf, propertyOf, ROUBLE } from './catalogues.js'
import { currentInvoice, INVOICE, invoiceGuid } from './invoices.js'
import { bookedPayments } from './payments.js'

const STATUSES = 'InformationRegister_СтатусыДокументов'
const MONEY = 'AccumulationRegister_ОплатаСчетов'
const INFO = 'InformationRegister_ДополнительныеСведения'
const EXCHANGE = 'InformationRegister_НастройкиОбменаСИнтернетМагазином'

const invoicesOf = (base: OneC): StoredDocument[] => [...base.documents.values()]

export function registerSets(): EntitySet[] {
  return [statuses(), ...money(), additionalInfo(), exchange()]
}

/** A row only where a payment, a realization or a person wrote one. */
function statuses(): EntitySet {
  return entitySet(
    STATUSES,
    {
      Организация_Key: 'guid',
      Документ: 'composite',
      Статус: 'composite',
      ДополнительныйСтатус: 'composite',
      СтатусСчетаФактуры: 'text',
      НомерСчетаФактуры: 'text',
    },
    ['Организация_Key', 'Документ', 'Документ_Type'],
    base =>
      invoicesOf(base).flatMap(invoice => {
        const status = base.statuses.get(invoice.id)
        if (status === undefined) return []
        return {
          Организация_Key: currentInvoice(base, invoice).organization,
          ...reference('Документ', INVOICE, invoiceGuid(invoice)),
          ...enumerationIn('Статус', 'СтатусОплатыСчета', status.paid || 'НеОплачен'),
          ...enumerationIn('ДополнительныйСтатус', 'СтатусОтгрузки', status.shipped || 'НеОтгружен'),
        }
      }),
  )
}

/** Turnovers alone: posted payments with an invoice; refunds move nothing. */
function money(): EntitySet[] {
  const record = {
    Period: 'date',
    LineNumber: 'int64',
    Active: 'boolean',
    Организация_Key: 'guid',
    СчетНаОплату: 'composite',
    СтавкаНДС: 'text',
    Сумма: 'number',
    СуммаНДС: 'number',
    Валюта_Key: 'guid',
  } as const
  const rows = (base: OneC): Row[] =>
    bookedPayments(base)
      .filter(({ posted, refunded }) => posted && !refunded)
      .map(payment => ({
        Period: payment.date,
        ...reference('Recorder', payment.set, payment.guid),
        LineNumber: '1',
        Active: true,
        Организация_Key: currentInvoice(base, payment.invoice).organization,
        ...reference('СчетНаОплату', INVOICE, invoiceGuid(payment.invoice)),
        СтавкаНДС: 'БезНДС',
        Сумма: Number(payment.amount),
        Валюта_Key: ROUBLE,
      }))
  const recorder = { Recorder: 'composite' } as const
  return [
    entitySet(MONEY, { ...recorder, RecordSet: 'table' }, ['Recorder', 'Recorder_Type'], base =>
      rows(base).map(({ Recorder, Recorder_Type, ...one }) => ({
        Recorder,
        Recorder_Type,
        RecordSet: [one],
      })),
    ),
    entitySet(
      `${MONEY}_RecordType`,
      { ...recorder, ...record },
      ['Recorder', 'Recorder_Type', 'LineNumber'],
      rows,
    ),
  ]
}

/** Every requisite of an order that the file named. */
function additionalInfo(): EntitySet {
  return entitySet(
    INFO,
    { Объект: 'composite', Свойство_Key: 'guid', Значение: 'composite' },
    ['Объект', 'Объект_Type', 'Свойство_Key'],
    base =>
      !base.settings.additionalInfo
        ? []
        : invoicesOf(base).flatMap(invoice =>
            Object.entries(invoice.outcome.requisites).map(([name, value]) => ({
              ...reference('Объект', INVOICE, invoiceGuid(invoice)),
              Свойство_Key: propertyOf(name),
              ...textIn('Значение', value),
            })),
          ),
  )
}

/** How the exchange with the site is set up. */
function exchange(): EntitySet {
  return entitySet(
    EXCHANGE,
    {
      Префикс: 'text',
      Организация_Key: 'guid',
      ДатаНачалаОбмена: 'date',
      ЗагружатьОнлайнОплаты: 'boolean',
      Логин: 'text',
      АдресСайта: 'text',
    },
    ['Организация_Key'],
    base => [
      {
        Префикс: base.settings.sitePrefix,
        Организация_Key: organizationOf(base, 0),
        ДатаНачалаОбмена: `${base.settings.exchangeFrom}T00:00:00`,
        ЗагружатьОнлайнОплаты: base.settings.loadPayments,
      },
    ],
  )
}
