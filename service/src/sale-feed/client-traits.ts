import type { ClientChoice } from '@obmen/contract/settings'

/** How documents differ by client, so that all five understand them in the same way. */
export interface ClientTraits {
  /** What a second `query` of a session returns: the same orders again, or the next ones until there are none left. */
  nextQuery: 'same-orders' | 'following-orders'
  /** УТ takes every person with an ИНН for an entrepreneur. */
  innOfPrivatePerson: 'sent' | 'withheld'
  /** Decimals of a quantity: Number(15, 3) in all four configurations of 1C; that of the Bitrix module is not known. */
  quantityDecimals: 3 | 4
  /** Бухгалтерия may misread `УчтеноВСумме`, so it gets no `Скидка`; to the others it is only information. */
  discounts: 'sent' | 'withheld'
  /** If a delivery method has an id, Бухгалтерия looks it up only by that, and falls back to «Самовывоз». */
  deliveryIds: 'sent' | 'withheld'
  /** УТ takes the address of the delivery from the buyer's `Адрес`, the others from a requisite. */
  deliveryAddress: 'requisite' | 'buyer'
  /** Бухгалтерия appends it to the comment, at every load again if the document has no comment of its own. */
  deliveryComment: 'always' | 'with-comment'
  /** Whether the client may look a buyer up by `Наименование` alone. */
  buyersByName: boolean
  /**
   * Under which id a linked line of an order is sent that was never sent before. Бухгалтерия knows items only by the ids that sites sent, not by its own GUIDs: it gets the item's
   * article and name under the id of the line. A client that is not known yet is not Бухгалтерия if it has links: those are to items that it
   * uploaded, and Бухгалтерия uploads nothing.
   */
  itemIds: 'of-1c' | 'of-line'
}

const COMMON_TRAITS = {
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

/** `auto`: the client is not known yet, so it gets what all of them read correctly. */
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
    itemIds: 'of-1c',
  },
  bp: {
    ...COMMON_TRAITS,
    discounts: 'withheld',
    deliveryIds: 'withheld',
    deliveryComment: 'with-comment',
    itemIds: 'of-line',
  },
  unf: { ...COMMON_TRAITS, buyersByName: true },
  ut: { ...COMMON_TRAITS, innOfPrivatePerson: 'withheld', deliveryAddress: 'buyer', buyersByName: true },
  rt: COMMON_TRAITS,
  bitrix: { ...COMMON_TRAITS, nextQuery: 'following-orders', quantityDecimals: 4 },
}
