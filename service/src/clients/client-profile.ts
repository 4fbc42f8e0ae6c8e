import type { ClientFact, FindingCode } from '@obmen/contract'
import type { ClientChoice } from '@obmen/contract/settings'

/**
 * What one kind of 1C does, as far as Obmen depends on it. Each file beside this one is a profile;
 * their facts come from the modules of БП 3.0.198, УНФ 3.0.8, УТ 11.5 and Розница 2.
 */
export interface ClientProfile {
  id: ClientChoice
  title: string
  /** Of verbs in the past tense about its title: «Управление торговлей создало». */
  pastEnding: 'а' | 'о' | ''
  /** The documents that it creates from an order and from a payment. */
  makes: string
  makesPayment: string | undefined
  /** By which document of it money goes back, and by which one goods do; after «создайте». */
  refund: string
  goodsReturn?: string
  /** The base of the simulator that plays it in a dry run. */
  simulatedAs: 'bp' | 'unf' | 'ut' | 'rt' | 'bitrix'
  /** Facts about an exchange that may be true of it. */
  mayShow: readonly ClientFact[]
  /** Its kind of site, «1С-Битрикс» or «Другая», decides whether it sends `init` and announces a version. */
  hasKindOfSite?: true
  /** A further `query` of a session asks for the next orders, until none are left. */
  asksUntilEmpty?: true
  /** Confirms a package in spite of an order that it could not load, unless that was the last one. */
  confirmsFailures?: true

  number: NumberRule
  numbersExhausted?: string

  /** Whether it gets the ИНН of a private person, by which УТ would take the person for an entrepreneur. */
  innOfPrivatePerson: 'sent' | 'withheld'
  /** Whether it may look a buyer up by `Наименование` alone. */
  buyersByName: boolean
  /** By which keys it searches for a buyer whose id it does not know, one after the other. */
  buyerKeys(sent: { inn?: string; kpp?: string }): BuyerKeyKind[]
  /** Decimals of a quantity: Number(15, 3) in 1C; those of the Bitrix module are not known. */
  quantityDecimals: 3 | 4
  /** Бухгалтерия may misread `УчтеноВСумме`, so it gets no `Скидка`; to the others it is only information. */
  discounts: 'sent' | 'withheld'
  /** If a delivery method has an id, Бухгалтерия looks it up only by that, and falls back to «Самовывоз». */
  deliveryIds: 'sent' | 'withheld'
  /** УТ takes the address of the delivery from the buyer's `Адрес`, the others from a requisite. */
  deliveryAddress: 'requisite' | 'buyer'
  /** Бухгалтерия appends it to the comment, at every load again if the document has no comment of its own. */
  deliveryComment: 'always' | 'with-comment'
  /** Does not look an item up by its name if the line has an article. */
  articleHidesName?: true
  /** Under which id a linked line is sent that was never sent before. */
  itemIds: 'of-1c' | 'of-line'

  /** VAT rates that it knows; any other becomes "Без НДС". */
  vatRates: ReadonlySet<string>
  /** Whether 0, "Без НДС" and unknown rates count as missing: then the document's rate applies. */
  zeroIsNoRate: boolean

  /**
   * How it reads payments: as they are sent, documents only if it announced them, one for the order, or none.
   */
  readsPayments: 'as-sent' | 'announced-documents' | 'whole' | 'never'
  /** Reads payments as documents although it announces no version. */
  readsUnannouncedDocuments?: true
  /** Books a payment whole, whatever the order's total and payments that people entered. */
  booksPaymentsWhole?: true
  /** Reports the payments in its books, whoever entered them. */
  reportsPayments?: true
  paymentNumberLength: number

  /** Rules of preflight that apply to it, besides those that apply to all, or to all that read payments. */
  rules: readonly FindingCode[]
  /** Parts of a document at which it stops or from which it loses something. */
  failsOn: readonly ('requisite-empty' | 'buyer-id' | 'line-rate')[]
  /** Keeps requisites where they can be read again, and has no place of its own for an order's id. */
  getsOrderId?: true
  attributeEffects: Readonly<Record<string, AttributeEffect>>
  /** What it does with a canceled order, and with one that is valid again, if not the same as the others. */
  sentences?: {
    canceled?(number: string, done: boolean): string
    uncanceled?(number: string): string
  }

  /** It has no word for a canceled order: its lines are removed, or stay uncounted. */
  cancelsLines?: 'removed' | 'uncounted'
  /** In which state it leaves a document as it is and confirms the order all the same. */
  skipsChanges?: 'shipped-or-closed' | 'closed'
  /** Still creates payments for a shipped order whose changes it skips. */
  paysShippedOrders?: true
}

/** How a 1C finds a document: by digits or text of its number, up to a length; case is ignored. */
export type NumberRule =
  | { by: 'digits'; digits: number; within?: 'year' }
  | { by: 'text'; length: number; within?: 'second' }

export type BuyerKeyKind = 'inn' | 'phone' | 'email' | 'name'
export type AttributeEffect = 'field' | 'delivery-id' | 'comment' | 'shipping-date'

const OLD_RATES = ['Без НДС', '0', '10', '18', '20', '10/110', '18/118', '20/120']
export const RATES_UNTIL_2024: ReadonlySet<string> = new Set(OLD_RATES)
export const RATES_UNTIL_2026: ReadonlySet<string> = new Set([
  ...OLD_RATES,
  '5',
  '7',
  '22',
  '5/105',
  '7/107',
  '22/122',
])
