/** What Obmen adds to the comment of a document, for accountants. */
export const COMMENT_TEXTS = {
  order: (number: string) => `Заказ ${number}.`,
  payments: (payments: readonly string[], more: number) =>
    `Оплата ${payments.join('; ')}${more === 0 ? '' : ` и ещё ${more}`}.`,
  payment: (id: string, gateway: string) => `${id}, ${gateway}`,
  quantities: (quantities: readonly string[], more: number) =>
    `Количество: ${quantities.join('; ')}${more === 0 ? '' : ` и ещё ${more}, см. заказ на сайте`}.`,
  quantity: (name: string, quantity: string, unit: string) =>
    `«${name}» – ${quantity.replace('.', ',')} ${unit}`,
}
