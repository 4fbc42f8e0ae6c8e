/** What each object of 1C brings, by the name that the server puts in «» and says in Russian only. */
export const BRINGS: Readonly<Record<string, string>> = {
  'Счет на оплату покупателю': 'the invoices themselves: without them there is nothing to read',
  Организации: 'whose organization it is, if the base has several',
  Контрагенты: 'whether the customer of the invoice is the right one',
  'Дополнительные реквизиты и сведения':
    'invoices by the id of the order, not only by number, sum and customer',
  'Дополнительные сведения': 'invoices by the id of the order, not only by number, sum and customer',
  'Настройки обмена с интернет магазином': 'from which day 1C loads orders, and the prefix of their numbers',
  'Статусы документов': 'the status of the invoice, its cancellation, whether it is shipped',
  'Оплата счетов': 'how much of the invoice is paid, and by which documents',
  'Оплата платежной картой': 'card payments and refunds',
  'Поступление на расчетный счет': 'numbers of bank receipts',
  'Приходный кассовый ордер': 'numbers of cash receipts',
  'Реализация товаров услуг': 'acts and other documents that close the invoice',
}
