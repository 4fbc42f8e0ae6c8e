import type { ClientChoice } from '@obmen/contract/settings'

/** How answers differ by client, so that all five understand the same. */
export interface ClientTraits {
  /** What a second `query` of a session returns: the same orders again, or the next ones until there are none left. */
  nextQuery: 'same-orders' | 'following-orders'
  /** УТ makes an entrepreneur of every person with an ИНН, even a private one. */
  innOfPrivatePerson: 'sent' | 'withheld'
  /** Decimals of a quantity: Number(15, 3) in all four configurations; what the Bitrix module keeps is not known. */
  quantityDecimals: 3 | 4
  /** Бухгалтерия's comparison of `УчтеноВСумме` may fail, so it gets no `Скидка`; the others get it for information. */
  discounts: 'sent' | 'withheld'
  /** Бухгалтерия looks a delivery method up by id alone, if it has one, and falls back to «Самовывоз». */
  deliveryIds: 'sent' | 'withheld'
  /** УТ takes the address of the delivery from the buyer's `Адрес`, the others from a requisite. */
  deliveryAddress: 'requisite' | 'buyer'
  /** Бухгалтерия adds it to the comment, again at every load if the document has none of its own. */
  deliveryComment: 'always' | 'with-comment'
  /** Whether a buyer may be looked for by `Наименование` alone. */
  buyersByName: boolean
  /**
   * A linked line goes out under the id of its item. Бухгалтерия knows items by the ids that sites sent, and no GUID of its own: it gets the
   * item's article and name under the line's own id.
   */
  itemIds: 'of-1c' | 'of-line'
}

const USUAL = {
  nextQuery: 'same-orders',
  innOfPrivatePerson: 'sent',
  quantityDecimals: 3,
  discounts: 'sent',
  deliveryIds: 'sent',
  deliveryAddress: 'requisite',
  deliveryComment: 'always',
  buyersByName: false,
  itemIds: 'of-1c',
} as const satisfies ClientTraits

/** `auto`: not known yet, so it gets the form that all of them read. */
export const CLIENT_TRAITS: Readonly<Record<ClientChoice, ClientTraits>> = {
  auto: {
    nextQuery: 'same-orders',
    innOfPrivatePerson: 'withheld',
    quantityDecimals: 3,
    discounts: 'withheld',
    deliveryIds: 'withheld',
    deliveryAddress: 'buyer',
    deliveryComment: 'with-comment',
    buyersByName: true,
    itemIds: 'of-line',
  },
  bp: {
    ...USUAL,
    discounts: 'withheld',
    deliveryIds: 'withheld',
    deliveryComment: 'with-comment',
    itemIds: 'of-line',
  },
  unf: { ...USUAL, buyersByName: true },
  ut: { ...USUAL, innOfPrivatePerson: 'withheld', deliveryAddress: 'buyer', buyersByName: true },
  rt: USUAL,
  bitrix: { ...USUAL, nextQuery: 'following-orders', quantityDecimals: 4 },
}
