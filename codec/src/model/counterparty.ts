import type { DateText, KnownOr, Role } from './parts.js'

/** Kind of an address part, element `АдресноеПоле/Тип`. */
export type AddressPart =
  | 'postal-code'
  | 'country'
  | 'region'
  | 'district'
  | 'settlement'
  | 'city'
  | 'street'
  | 'house'
  | 'building'
  | 'apartment'

/** Kind of a contact, element `Контакт/Тип`. The last two exist from 2.07 on. */
export type ContactKind =
  | 'phone-extension'
  | 'phone-work'
  | 'phone-mobile'
  | 'phone-home'
  | 'pager'
  | 'fax'
  | 'email'
  | 'icq'
  | 'website'
  | 'map-coordinates'
  | 'other'

/** Type `Адрес`: elements `Адрес`, `ЮридическийАдрес`, `АдресРегистрации`. */
export interface Address {
  /** `Представление`: the address in one line, ≤ 255 characters. БП fails on an address without it. */
  text: string
  comment?: string
  /** `АдресноеПоле`, up to ten. */
  parts?: { type: KnownOr<AddressPart>; value: string }[]
}

/** Element `Контакт`. Without a value it is not written: 1C fails on a contact without `Значение`. */
export interface Contact {
  type: KnownOr<ContactKind>
  /** `Значение`, ≤ 255 characters. */
  value: string
  comment?: string
}

/** Element `Банк` or `БанкКорреспондент`. One of `bic` and `swift` is required. */
export interface Bank {
  /** `СчетКорреспондентский`, 20 characters. */
  correspondentAccount?: string
  name?: string
  address?: Address
  /** `БИК`, nine digits. */
  bic?: string
  swift?: string
}

/** Element `РасчетныйСчет`. */
export interface BankAccount {
  /** `НомерСчета`, 20 characters. */
  number: string
  bank: Bank
  correspondentBank?: Bank
  comment?: string
}

/** The group `РеквизитыЮрЛица`: an organization. */
export interface LegalEntity {
  /** `ОфициальноеНаименование`. Its mere presence makes the counterparty a legal entity in 1C. */
  officialName: string
  legalAddress?: Address
  /** `ИНН`, 10 or 12 digits. */
  inn?: string
  /** `КПП`, 9 digits. */
  kpp?: string
  mainActivity?: string
  egrpo?: string
  okved?: string
  okdp?: string
  okopf?: string
  okfs?: string
  okpo?: string
  registeredOn?: DateText
  bankAccounts?: BankAccount[]
}

/** The group `РеквизитыФизЛица`: a person. */
export interface NaturalPerson {
  fullName: string
  salutation?: string
  lastName?: string
  firstName?: string
  middleName?: string
  birthDate?: DateText
  birthPlace?: Address
  /** `Пол`: М or Ж. */
  sex?: 'male' | 'female'
  /** `ИНН`, 10 to 12 characters. */
  inn?: string
  /** `КПП`, 9 digits. */
  kpp?: string
  registrationAddress?: Address
}

interface Party {
  /** `Ид`, ≤ 40 characters. БП takes all counterparties without it for the same one. */
  id?: string
  /** `Наименование`, ≤ 255 characters (250 up to 2.06). */
  name?: string
  comment?: string
  /** `Адрес`: the actual address, for 1C also the delivery address. */
  address?: Address
  contacts?: Contact[]
}

type Kind = ({ kind: 'organization' } & LegalEntity) | ({ kind: 'person' } & NaturalPerson)

/** Element `Представитель`: a person or an organization acting for the counterparty. */
export type Representative = Party &
  Kind & {
    /** `Отношение`: what they are to the counterparty. */
    relation: string
  }

/**
 * Element `Контрагент`. Its kind follows from its name: `ОфициальноеНаименование` or `ПолноеНаименование`.
 */
export type Counterparty = Party &
  Kind & {
    representatives?: Representative[]
    role: KnownOr<Role>
    /** `РасчетныйСчет`: the account this document is paid from or to. */
    account?: BankAccount
    warehouse?: Warehouse
  }

/** Element `Склад` of a document. УТ fails unless it has one address part and one contact. */
export interface Warehouse {
  /** `Ид`, ≤ 40 characters. */
  id: string
  name?: string
  comment?: string
  address?: Address
  contacts?: Contact[]
}
