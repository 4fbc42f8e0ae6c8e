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
  /** `Комментарий`. */
  comment?: string
  /** `АдресноеПоле`, up to ten. */
  parts?: { type: KnownOr<AddressPart>; value: string }[]
}

/** Element `Контакт`. Without a value it is not written: 1C fails on a contact without `Значение`. */
export interface Contact {
  /** `Тип`. */
  type: KnownOr<ContactKind>
  /** `Значение`, ≤ 255 characters. */
  value: string
  /** `Комментарий`. */
  comment?: string
}

/** Element `Банк` or `БанкКорреспондент`. One of `bic` and `swift` is required. */
export interface Bank {
  /** `СчетКорреспондентский`, 20 characters. */
  correspondentAccount?: string
  /** `Наименование`. */
  name?: string
  /** `Адрес`. */
  address?: Address
  /** `БИК`, nine digits. */
  bic?: string
  /** `SWIFT`. */
  swift?: string
}

/** Element `РасчетныйСчет`. */
export interface BankAccount {
  /** `НомерСчета`, 20 characters. */
  number: string
  /** `Банк`. */
  bank: Bank
  /** `БанкКорреспондент`. */
  correspondentBank?: Bank
  /** `Комментарий`. */
  comment?: string
}

/** The group `РеквизитыЮрЛица`: an organization. */
export interface LegalEntity {
  /** `ОфициальноеНаименование`. Its mere presence makes the counterparty a legal entity in 1C. */
  officialName: string
  /** `ЮридическийАдрес`. */
  legalAddress?: Address
  /** `ИНН`, 10 or 12 digits. */
  inn?: string
  /** `КПП`, 9 digits. */
  kpp?: string
  /** `ОсновнойВидДеятельности`. */
  mainActivity?: string
  /** `ЕГРПО`. */
  egrpo?: string
  /** `ОКВЭД`. */
  okved?: string
  /** `ОКДП`. */
  okdp?: string
  /** `ОКОПФ`. */
  okopf?: string
  /** `ОКФС`. */
  okfs?: string
  /** `ОКПО`. */
  okpo?: string
  /** `ДатаРегистрации`. */
  registeredOn?: DateText
  /** `РасчетныеСчета/РасчетныйСчет`. */
  bankAccounts?: BankAccount[]
}

/** The group `РеквизитыФизЛица`: a person. */
export interface NaturalPerson {
  /** `ПолноеНаименование`. */
  fullName: string
  /** `Обращение`. */
  salutation?: string
  /** `Фамилия`. */
  lastName?: string
  /** `Имя`. */
  firstName?: string
  /** `Отчество`. */
  middleName?: string
  /** `ДатаРождения`. */
  birthDate?: DateText
  /** `МестоРождения`. */
  birthPlace?: Address
  /** `Пол`: М or Ж. */
  sex?: 'male' | 'female'
  /** `ИНН`, 10 to 12 characters. */
  inn?: string
  /** `КПП`, 9 digits. */
  kpp?: string
  /** `АдресРегистрации`. */
  registrationAddress?: Address
}

interface Party {
  /** `Ид`, ≤ 40 characters. БП takes all counterparties without it for the same one. */
  id?: string
  /** `Наименование`, ≤ 255 characters (250 up to 2.06). */
  name?: string
  /** `Комментарий`. */
  comment?: string
  /** `Адрес`: the actual address, for 1C also the delivery address. */
  address?: Address
  /** `Контакты/Контакт`. */
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
    /** `Представители/Представитель`. */
    representatives?: Representative[]
    /** `Роль`. */
    role: KnownOr<Role>
    /** `РасчетныйСчет`: the account this document is paid from or to. */
    account?: BankAccount
    /** `Склад`. */
    warehouse?: Warehouse
  }

/** Element `Склад` of a document. УТ fails unless it has one address part and one contact. */
export interface Warehouse {
  /** `Ид`, ≤ 40 characters. */
  id: string
  /** `Наименование`. */
  name?: string
  /** `Комментарий`. */
  comment?: string
  /** `Адрес`. */
  address?: Address
  /** `Контакты/Контакт`. */
  contacts?: Contact[]
}
