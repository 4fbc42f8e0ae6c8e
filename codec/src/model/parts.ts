/** An amount with at most two decimals, `1500.00`; `СуммаТип` (18 digits, 2 after the dot). */
export type Money = string

/** A decimal number with a dot, `2` or `0.5`; `КоличествоТип`. */
export type Quantity = string

/** A calendar day, `2026-11-17`, without offset; `xs:date`. */
export type DateText = string

/** A local time, `12:15:07`, hours always with two digits, without offset; `xs:time`. */
export type TimeText = string

/** Both, `2026-11-17T12:15:07`; `xs:dateTime`. */
export type DateTimeText = string

/** One of the codec's words, or the text as it is in the XML if none matches. */
export type KnownOr<Known extends string> = Known | (string & Record<never, never>)

/** Role in the deal, element `Роль`. The last two exist from 2.06 on. */
export type Role =
  | 'seller'
  | 'buyer'
  | 'payer'
  | 'recipient'
  | 'principal'
  | 'commission-agent'
  | 'licensor'
  | 'licensee'

/** A named value, element `ЗначениеРеквизита`; attributes of orders, lines and payments are sent in it. */
export interface Requisite {
  /** `Наименование`, ≤ 255 characters. */
  name: string
  /** `Значение`, ≤ 1000 characters. A requisite without a value is omitted. */
  value: string
  /** Second and further `Значение` elements, which the schemas allow and 1C hardly ever uses. */
  extraValues?: string[]
}

/** Element `Налог` of a document or of a line. */
export interface Tax {
  /** `Наименование`: `НДС`. */
  name: string
  /** `УчтеноВСумме`: prices include the tax. */
  included?: boolean
  excise?: boolean
  amount: Money
  /** `Ставка`: `20`, `Без НДС`. */
  rate?: string
}

/** Element `Скидка` or `ДопРасход` (both have the same shape). */
export interface Adjustment {
  name: string
  amount: Money
  percent?: string
  /** `УчтеноВСумме`: the amount of the line or document already takes it into account. */
  included?: boolean
  comment?: string
}

/** Versions of the CommerceML 2 schema, as in the attribute `ВерсияСхемы`. */
export const SCHEMA_VERSIONS = ['2.05', '2.06', '2.07', '2.08', '2.09', '2.10'] as const
export type SchemaVersion = (typeof SCHEMA_VERSIONS)[number]
