import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue({
  about: [
    'Всё, что 1С не примет, потеряет или поймёт иначе: найдено, когда заказ пришёл, выдан или подтверждён.',
    'All that 1C would refuse, lose or take otherwise: found as orders come, are given out or confirmed.',
  ],
  none: ['Всё дойдёт', 'All arrives'],
  noneText: [
    'По заказам этой интеграции 1С ничего не потеряет и ни на чём не остановится.',
    'Of this integration’s orders 1C loses nothing and stops at none.',
  ],
  nothing: ['Такого не найдено', 'Nothing of the kind'],
  nothingText: ['Снимите условия, чтобы увидеть остальное.', 'Take the conditions away to see the rest.'],
  reset: ['Сбросить условия', 'Reset the conditions'],
  causes: ['Причины', 'Causes'],
  cause: [
    (orders: number, shown: string, cause: string) =>
      `${shown} ${pluralRu(orders, 'заказ', 'заказа', 'заказов')}: ${cause}`,
    (orders: number, shown: string, cause: string) =>
      `${shown} ${pluralEn(orders, 'order', 'orders')}: ${cause}`,
  ],
  severity: ['Важность', 'Severity'],
  code: ['Причина', 'Cause'],
  table: ['Что не дойдёт', 'What does not arrive'],
  columns: {
    order: ['Заказ', 'Order'],
    number: ['В 1С', 'In 1C'],
    what: ['Что будет в 1С', 'What happens in 1C'],
    since: ['С какого времени', 'Since'],
  },
})
