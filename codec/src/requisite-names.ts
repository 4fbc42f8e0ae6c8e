/**
 * Names of requisites (`ЗначениеРеквизита/Наименование`) that 1C:Enterprise looks for, letter by letter as in its modules.
 * They are a convention of 1C and of the sites it talks to; the schemas know nothing of them.
 */
export const ORDER_REQUISITES = {
  status: 'Статус заказа',
  /** The spelling that УНФ, Бухгалтерия and Bitrix use, with the odd genitive. */
  statusId: 'Статуса заказа ИД',
  statusIdPlain: 'Статус заказа ИД',
  canceled: 'Отменен',
  /** Of a whole order. */
  orderPaid: 'Заказ оплачен',
  /** Of a payment in `ПодчиненныйДокумент`. */
  paid: 'Оплачено',
  paymentMethod: 'Метод оплаты',
  paymentMethodId: 'Метод оплаты ИД',
  paymentDate: 'Дата оплаты',
  paymentNumber: 'Номер платежного документа',
  deliveryMethod: 'Метод доставки',
  deliveryMethodId: 'Метод доставки ИД',
  deliveryWay: 'Способ доставки',
  deliveryWayId: 'Способ доставки ИД',
  deliveryAddress: 'Адрес доставки',
  recipient: 'Получатель',
  trackNumber: 'Трек-номер',
  place: 'Место',
} as const

/** Requisites of a line that say whether it is goods or a service: Бухгалтерия reads the first, УТ, Розница and УНФ the second. */
export const LINE_REQUISITES = { kind: 'ВидНоменклатуры', type: 'ТипНоменклатуры' } as const

/** Values of `LINE_REQUISITES`. */
export const ITEM_KINDS = { goods: 'Товар', service: 'Услуга' } as const

/** `Налог/Наименование`; 1C compares without case. */
export const VAT_NAME = 'НДС'
/** `Ставка` of what is sold without VAT: Бухгалтерия knows the words, УТ and УНФ take any unknown rate for it. */
export const VAT_NONE = 'Без НДС'
/** `Скидка/Наименование`. */
export const DISCOUNT_NAME = 'Скидка'
/** `Товар/Ид` by which УНФ and the Bitrix module recognise the delivery among the lines. */
export const DELIVERY_LINE_ID = 'ORDER_DELIVERY'
/** `Товар/Наименование` of the delivery when it has no name of its own. */
export const DELIVERY_LINE_NAME = 'Доставка заказа'
