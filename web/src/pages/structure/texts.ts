import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Структура объектов', 'Places'],
  about: [
    'Места, которые платформа называет в заказах: здания, этажи, помещения. Название берётся из ' +
      'самого нового заказа.',
    'Places that the platform names in orders: buildings, floors, rooms. The name is that of the ' +
      'newest order.',
  ],
  searchLabel: ['Поиск мест', 'Search places'],
  searchPlaceholder: ['Название или id места', 'Name or id of a place'],
  columns: {
    name: ['Место', 'Place'],
    id: ['id на платформе', 'Id at the platform'],
    orders: ['Заказы', 'Orders'],
    last: ['Последний заказ', 'Last order'],
  },
  id: ['id места', 'id of the place'],
  counted: ['Учтены последние 20 000 заказов.', 'The last 20,000 orders are counted.'],
  emptyTitle: ['Мест пока нет', 'No places yet'],
  empty: [
    'Здесь появятся места из заказов, как только платформа пришлёт заказ с полем place. Заводить ' +
      'их вручную не нужно.',
    'Places of orders appear here as soon as the platform sends an order with the field place. ' +
      'Nothing is entered by hand.',
  ],
  nothingTitle: ['Ничего не найдено', 'Nothing found'],
  nothing: [
    (q: string) => `Нет места, в названии или id которого есть «${q}».`,
    (q: string) => `No place has "${q}" in its name or id.`,
  ],
  reset: ['Очистить поиск', 'Clear the search'],
})
