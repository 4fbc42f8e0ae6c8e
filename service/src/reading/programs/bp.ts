import { REQUISITES } from '@obmen/codec'
import * as z from 'zod'
import { cast, guid, text } from '../odata/query.js'
import {
  type CustomerRow,
  type DocumentRow,
  dateSchema,
  guidSchema,
  type HeaderRow,
  kindOf,
  type MarkRow,
  type MovementRow,
  moneySchema,
  nameSchema,
  type OrganizationRow,
  ofKind,
  type PaymentRow,
  type Program,
  referenceSchema,
  type SettingsRow,
  type ShipmentRow,
  type StatusRow,
  textSchema,
} from './program.js'

// Names are those of the metadata of Бухгалтерия 3.0.198.
const INVOICE = 'СчетНаОплатуПокупателю'
const CARD_PAYMENT = 'ОплатаПлатежнойКартой'
const REALIZATION = 'РеализацияТоваровУслуг'
const REFUND = 'ВозвратПокупателю'
const SERVICES = 'Услуги'
/** As people call what a realization is printed as; any other is named by its set. */
const ACT = 'Акт'
const UNIVERSAL_DOCUMENT = 'УПД'
/** An empty date of 1C. */
const NO_DATE = '0001-01-01'

const header = {
  Ref_Key: guidSchema,
  Number: textSchema,
  Date: dateSchema,
  Posted: z.boolean(),
  DeletionMark: z.boolean(),
}
const headerOf = (row: z.infer<z.ZodObject<typeof header>>): HeaderRow => {
  return { ref: row.Ref_Key, number: row.Number, date: row.Date, posted: row.Posted && !row.DeletionMark }
}
const partner = { Ref_Key: guidSchema, Description: textSchema, ИНН: textSchema }
const partnerOf = (row: z.infer<z.ZodObject<typeof partner>>): CustomerRow => {
  return { ref: row.Ref_Key, name: row.Description, inn: row.ИНН }
}
const HEADER = 'Ref_Key,Number,Date,Posted,DeletionMark'

/** Documents are read by windows over their date. */
const DATED = { date: 'Date', key: 'Ref_Key' }

/** Names of enumerations as people see them; one that is not here is shown as it is. */
const STATUSES: Readonly<Record<string, string>> = {
  НеОплачен: 'Не оплачен',
  ОплаченЧастично: 'Оплачен частично',
  НеОтгружен: 'Не отгружен',
  ОтгруженЧастично: 'Отгружен частично',
}
const WITHOUT_ROW = { status: 'Не оплачен', shippingStatus: 'Не отгружен' }
const statusOf = (name: string, without: string): string => (name === '' ? without : (STATUSES[name] ?? name))

/** A site's number has six digits behind the prefixes of organization and site, two characters each. */
const PREFIX_LENGTH = 2
const DIGITS = 6

export const bp: Program = {
  documents: {
    ...DATED,
    set: `Document_${INVOICE}`,
    kind: INVOICE,
    select: `${HEADER},DataVersion,СуммаДокумента,Организация_Key,Контрагент_Key`,
    row: z
      .object({
        ...header,
        DataVersion: textSchema,
        СуммаДокумента: moneySchema,
        Организация_Key: referenceSchema,
        Контрагент_Key: referenceSchema,
      })
      .transform(
        (row): DocumentRow => ({
          ...headerOf(row),
          posted: row.Posted,
          deleted: row.DeletionMark,
          version: row.DataVersion,
          total: row.СуммаДокумента,
          organization: row.Организация_Key,
          customer: row.Контрагент_Key,
        }),
      ),
  },
  organizations: {
    set: 'Catalog_Организации',
    select: 'Ref_Key,Description,ИНН,Префикс',
    row: z
      .object({ ...partner, Префикс: textSchema })
      .transform((row): OrganizationRow => ({ ...partnerOf(row), prefix: row.Префикс })),
  },
  customers: {
    set: 'Catalog_Контрагенты',
    select: 'Ref_Key,Description,ИНН',
    row: z.object(partner).transform(partnerOf),
  },
  marks: {
    name: REQUISITES.orderId,
    properties: {
      set: 'ChartOfCharacteristicTypes_ДополнительныеРеквизитыИСведения',
      select: 'Ref_Key',
      row: z.object({ Ref_Key: guidSchema }).transform(row => ({ ref: row.Ref_Key })),
    },
    propertiesOf: name => `Description eq ${text(name)}`,
    rows: {
      set: 'InformationRegister_ДополнительныеСведения',
      select: 'Объект,Объект_Type,Значение',
      row: z.object({ Объект: z.unknown(), Объект_Type: z.string(), Значение: z.unknown() }).transform(
        (row): MarkRow => ({
          ref: ofKind(row.Объект, row.Объект_Type, INVOICE),
          value: typeof row.Значение === 'string' ? row.Значение.replaceAll('\0', '').trim() : '',
        }),
      ),
    },
    rowsOf: property => `Свойство_Key eq ${guid(property)}`,
  },
  settings: {
    set: 'InformationRegister_НастройкиОбменаСИнтернетМагазином',
    select: 'Организация_Key,Префикс,ДатаНачалаОбмена',
    row: z
      .object({ Организация_Key: referenceSchema, Префикс: textSchema, ДатаНачалаОбмена: dateSchema })
      .transform(({ Организация_Key: organization, Префикс: prefix, ДатаНачалаОбмена }): SettingsRow => {
        const day = ДатаНачалаОбмена.slice(0, NO_DATE.length)
        return { organization, prefix, startDate: day === NO_DATE ? null : day }
      }),
  },
  statuses: {
    set: 'InformationRegister_СтатусыДокументов',
    select: 'Документ,Документ_Type,Статус,ДополнительныйСтатус',
    row: z
      .object({
        Документ: z.unknown(),
        Документ_Type: z.string(),
        Статус: nameSchema,
        ДополнительныйСтатус: nameSchema,
      })
      .transform(
        (row): StatusRow => ({
          ref: ofKind(row.Документ, row.Документ_Type, INVOICE),
          status: statusOf(row.Статус, WITHOUT_ROW.status),
          shippingStatus: statusOf(row.ДополнительныйСтатус, WITHOUT_ROW.shippingStatus),
        }),
      ),
    of: ref => `Документ eq ${cast(ref, INVOICE)}`,
    ofKind: `Документ_Type eq ${text(`StandardODATA.Document_${INVOICE}`)}`,
    without: WITHOUT_ROW,
  },
  movements: {
    set: 'AccumulationRegister_ОплатаСчетов_RecordType',
    date: 'Period',
    key: 'Recorder,LineNumber',
    select: 'Period,Recorder,Recorder_Type,Active,СчетНаОплату,СчетНаОплату_Type,Сумма',
    row: z
      .object({
        Period: dateSchema,
        Recorder: guidSchema,
        Recorder_Type: textSchema,
        Active: z.boolean(),
        СчетНаОплату: z.unknown(),
        СчетНаОплату_Type: z.string(),
        Сумма: moneySchema,
      })
      .transform(
        (row): MovementRow => ({
          document: ofKind(row.СчетНаОплату, row.СчетНаОплату_Type, INVOICE),
          ref: row.Recorder,
          kind: kindOf(row.Recorder_Type) ?? row.Recorder_Type,
          date: row.Period,
          active: row.Active,
          total: row.Сумма,
        }),
      ),
  },
  payments: {
    ...DATED,
    set: `Document_${CARD_PAYMENT}`,
    kind: CARD_PAYMENT,
    select: `${HEADER},СуммаДокумента,НомерЧекаЭТ,ВидОперации,ДокументОснование,ДокументОснование_Type`,
    row: z
      .object({
        ...header,
        СуммаДокумента: moneySchema,
        НомерЧекаЭТ: textSchema,
        ВидОперации: textSchema,
        ДокументОснование: z.unknown(),
        ДокументОснование_Type: z.string(),
      })
      .transform(
        (row): PaymentRow => ({
          ...headerOf(row),
          total: row.СуммаДокумента,
          isRefund: row.ВидОперации === REFUND,
          basis: ofKind(row.ДокументОснование, row.ДокументОснование_Type),
          paymentNumber: row.НомерЧекаЭТ || null,
        }),
      ),
  },
  header: { select: HEADER, row: z.object(header).transform(headerOf) },
  shipments: {
    ...DATED,
    set: `Document_${REALIZATION}`,
    select: `${HEADER},СуммаДокумента,ВидОперации,ЭтоУниверсальныйДокумент,${INVOICE}_Key`,
    row: z
      .object({
        ...header,
        СуммаДокумента: moneySchema,
        ВидОперации: textSchema,
        ЭтоУниверсальныйДокумент: z.boolean(),
        [`${INVOICE}_Key` as const]: referenceSchema,
      })
      .transform((row): ShipmentRow => {
        const printed = row.ВидОперации === SERVICES ? ACT : REALIZATION
        return {
          ...headerOf(row),
          document: row[`${INVOICE}_Key`] as string | null,
          total: row.СуммаДокумента,
          kind: row.ЭтоУниверсальныйДокумент ? UNIVERSAL_DOCUMENT : printed,
        }
      }),
  },
  shipmentLines: [SERVICES, 'Товары'].map(table => ({
    set: `Document_${REALIZATION}_${table}`,
    select: `Ref_Key,${INVOICE}_Key`,
    row: z
      .object({ Ref_Key: guidSchema, [`${INVOICE}_Key` as const]: referenceSchema })
      .transform(row => ({ ref: row.Ref_Key, document: row[`${INVOICE}_Key`] as string | null })),
  })),
  shipmentsOfLines: document => `${INVOICE}_Key eq ${guid(document)}`,
  ofOrganization: ref => `Организация_Key eq ${guid(ref)}`,
  digitsOf: number => /\d+$/.exec(number)?.[0].slice(-DIGITS).padStart(DIGITS, '0'),
  prefixOf: number => number.slice(0, Math.max(0, number.lastIndexOf('-'))),
  ownPrefix: (organization, settings) =>
    [organization, settings].map(({ prefix }) => prefix.padStart(PREFIX_LENGTH, '0')).join(''),
  setOf: kind => `Document_${[ACT, UNIVERSAL_DOCUMENT].includes(kind) ? REALIZATION : kind}`,
}
