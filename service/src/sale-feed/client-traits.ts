import type { Client } from '@obmen/contract/settings'

/** In what the answer to one client differs, so that all five read the same of it. */
export interface ClientTraits {
  /** What a second `query` of a session gives: the same orders anew, or those that follow, until none is left. */
  nextQuery: 'same-orders' | 'following-orders'
  /** УТ makes an entrepreneur of every person who has one, also of a private one. */
  innOfPrivatePerson: 'told' | 'withheld'
  /** Decimals of a quantity: Number(15, 3) in all four configurations; what the Bitrix module keeps is not known. */
  quantityDecimals: 3 | 4
  /** Бухгалтерия compares `УчтеноВСумме` in a way that may fail, so it gets no `Скидка`; for the others it is there to be read. */
  discounts: 'told' | 'withheld'
  /** Бухгалтерия looks a way of delivery up by its id alone, if there is one, and not finding it takes «Самовывоз». */
  deliveryIds: 'told' | 'withheld'
  /** УТ takes the address of the delivery from the buyer's `Адрес`, the others from a requisite. */
  deliveryAddress: 'requisite' | 'buyer'
  /** Бухгалтерия adds it to the comment, at every load anew if the document has none of its own. */
  deliveryComment: 'always' | 'with-comment'
  /** Whether a buyer may be looked for by `Наименование` alone. */
  buyersByName: boolean
}

const USUAL = {
  nextQuery: 'same-orders',
  innOfPrivatePerson: 'told',
  quantityDecimals: 3,
  discounts: 'told',
  deliveryIds: 'told',
  deliveryAddress: 'requisite',
  deliveryComment: 'always',
  buyersByName: false,
} as const satisfies ClientTraits

export const CLIENT_TRAITS: Readonly<Record<Client, ClientTraits>> = {
  bp: { ...USUAL, discounts: 'withheld', deliveryIds: 'withheld', deliveryComment: 'with-comment' },
  unf: { ...USUAL, buyersByName: true },
  ut: { ...USUAL, innOfPrivatePerson: 'withheld', deliveryAddress: 'buyer', buyersByName: true },
  rt: USUAL,
  bitrix: { ...USUAL, nextQuery: 'following-orders', quantityDecimals: 4 },
}
