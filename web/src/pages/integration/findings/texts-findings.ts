import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../../texts/catalogue.js'

export const texts = catalogue(
  {
    about:
      'Всё, что 1С не примет, потеряет или поймёт иначе: найдено, когда заказ пришёл, выдан или подтверждён.',
    none: 'Всё дойдёт',
    noneText: 'По заказам этой интеграции 1С ничего не потеряет и ни на чём не остановится.',
    nothing: 'Такого не найдено',
    nothingText: 'Снимите условия, чтобы увидеть остальное.',
    reset: 'Сбросить условия',
    causes: 'Причины',
    cause: (orders: number, shown: string, cause: string) =>
      `${shown} ${pluralRu(orders, 'заказ', 'заказа', 'заказов')}: ${cause}`,
    severity: 'Важность',
    code: 'Причина',
    table: 'Что не дойдёт',
    order: (number: string) => `Заказ ${number}`,
    columns: { order: 'Заказ', number: 'В 1С', what: 'Что будет в 1С', since: 'С какого времени' },
  },
  {
    about:
      'All that 1C would refuse, lose or take otherwise: found as orders come, are given out or confirmed.',
    none: 'All arrives',
    noneText: 'Of this integration’s orders 1C loses nothing and stops at none.',
    nothing: 'Nothing of the kind',
    nothingText: 'Take the conditions away to see the rest.',
    reset: 'Reset the conditions',
    causes: 'Causes',
    cause: (orders: number, shown: string, cause: string) =>
      `${shown} ${pluralEn(orders, 'order', 'orders')}: ${cause}`,
    severity: 'Severity',
    code: 'Cause',
    table: 'What does not arrive',
    order: (number: string) => `Order ${number}`,
    columns: { order: 'Order', number: 'In 1C', what: 'What happens in 1C', since: 'Since' },
  },
)
