/** Russian sentences of bulk-actions/. */
export const TEXTS = {
  notFound: 'Такого действия нет: возможно, его запись уже убрана по сроку хранения.',
  reasonNeeded: 'Напишите, почему заказы удержаны: это увидит каждый, кто откроет заказ.',
  ordersNeeded: 'Выберите заказы: либо orderIds, либо filter.',
  cannotUndo: 'Отменить можно только законченное удержание, и только один раз.',
} as const
