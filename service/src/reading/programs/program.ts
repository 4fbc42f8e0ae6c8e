import * as z from 'zod'
import { storableText } from '../../db/values.js'

/** What one 1C program publishes of orders: `reading/run/` knows no name of it. Dates are 1C's wall clock. */
export interface Program {
  /** The documents of orders; without them nothing is read. */
  documents: Source<DocumentRow> & { kind: string }
  organizations: Source<OrganizationRow>
  customers: Source<CustomerRow>
  /** The properties with our requisite's name, and the rows of one: which document has which order's id. */
  marks: {
    name: string
    properties: Source<{ ref: string }>
    propertiesOf(name: string): string
    rows: Source<MarkRow>
    rowsOf(property: string): string
  }
  /** How its exchange with the site is set up. */
  settings: Source<SettingsRow>
  /** `without`: what a document has that has no row. */
  statuses: Source<StatusRow> & {
    of(ref: string): string
    ofKind: string
    without: { status: string; shippingStatus: string }
  }
  /** The money of documents by its books. */
  movements: Source<MovementRow>
  payments: Source<PaymentRow> & { kind: string }
  /** Of any document: number, date, whether it is posted. */
  header: Omit<Source<HeaderRow>, 'set'>
  shipments: Source<ShipmentRow>
  /** Tables whose lines name the document if the shipment's header does not. */
  shipmentLines: Source<{ ref: string; document: string | null }>[]
  shipmentsOfLines(document: string): string
  ofOrganization(ref: string): string
  /** The number's digits, as the exchange makes them of an order's; undefined: not a number of its form. */
  digitsOf(number: string): string | undefined
  prefixOf(number: string): string
  /** The prefix of all numbers that the exchange gives. */
  ownPrefix(organization: OrganizationRow, settings: SettingsRow): string
  setOf(kind: string): string
}

/** A set, the fields of it that are read, and what a row says. `date`, `key`: of a set read by windows. */
export interface Source<Row> {
  set: string
  select: string
  row: z.ZodType<Row>
  date?: string
  key?: string
}

export interface HeaderRow {
  ref: string
  number: string
  date: string
  /** And not marked for deletion. */
  posted: boolean
}

export interface DocumentRow {
  ref: string
  version: string
  number: string
  date: string
  posted: boolean
  deleted: boolean
  total: string
  organization: string | null
  customer: string | null
}

export interface CustomerRow {
  ref: string
  name: string
  inn: string
}

export interface OrganizationRow extends CustomerRow {
  prefix: string
}

export interface MarkRow {
  /** Null: of another kind of document. */
  ref: string | null
  value: string
}

export interface SettingsRow {
  organization: string | null
  prefix: string
  /** `2026-11-17`; null: it loads all. */
  startDate: string | null
}

export interface StatusRow {
  ref: string | null
  status: string
  shippingStatus: string
}

export interface MovementRow {
  document: string | null
  ref: string
  kind: string
  date: string
  active: boolean
  total: string
}

export interface PaymentRow extends HeaderRow {
  total: string
  isRefund: boolean
  /** The document, or of a refund the payment, that it is made for. */
  basis: string | null
  /** The number under which the site told it. */
  paymentNumber: string | null
}

export interface ShipmentRow extends HeaderRow {
  document: string | null
  total: string
  kind: string
}

const EMPTY = '00000000-0000-0000-0000-000000000000'
const LONGEST = 200

export const guidSchema = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)
  .toLowerCase()
export const referenceSchema = guidSchema.transform(ref => (ref === EMPTY ? null : ref))
export const dateSchema = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
/** Blanks around it are those of a field of fixed length. */
export const textSchema = z
  .string()
  .transform(text => storableText(text.replaceAll('\0', '').trim().slice(0, LONGEST)))
/** Of an enumeration's value; empty if there is none. */
export const nameSchema = z
  .unknown()
  .transform(name => (typeof name === 'string' ? storableText(name.slice(0, LONGEST)) : ''))
/** A decimal with two places: what 1C keeps of money is exact as a double. */
export const moneySchema = z.number().transform(amount => amount.toFixed(2))
/** A value of one of several types; null: none, or of another kind of document than asked for. */
export const ofKind = (value: unknown, type: string, kind = kindOf(type)): string | null =>
  kind !== undefined && kindOf(type) === kind ? (guidSchema.safeParse(value).data ?? null) : null
/** Of the name of a type, `StandardODATA.Document_X`; undefined for anything but a document. */
export const kindOf = (type: string): string | undefined => /^StandardODATA\.Document_(.+)$/.exec(type)?.[1]
