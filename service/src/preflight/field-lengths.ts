/** Length of the field `Метод оплаты`, which is compared exactly. */
export const METHOD_LENGTH = 50
/** Roubles that do not fit into Number(15, 2), the type of sums in 1C. */
export const MONEY_END = 10 ** 13
/** `Наименование` of an item. */
export const ITEM_NAME_LENGTH = 100
