import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Структура объектов',
    about:
      'Места, которые платформа называет в заказах: здания, этажи, помещения. Название берётся из ' +
      'самого нового заказа.',
    searchLabel: 'Поиск мест',
    searchPlaceholder: 'Название или id места',
    columns: { name: 'Место', id: 'id на платформе', orders: 'Заказы', last: 'Последний заказ' },
    id: 'id места',
    counted: 'Учтены последние 20 000 заказов.',
    emptyTitle: 'Мест пока нет',
    empty:
      'Здесь появятся места из заказов, как только платформа пришлёт заказ с полем place. Заводить ' +
      'их вручную не нужно.',
    nothingTitle: 'Ничего не найдено',
    nothing: (q: string) => `Нет места, в названии или id которого есть «${q}».`,
    reset: 'Очистить поиск',
  },
  {
    title: 'Places',
    about:
      'Places that the platform names in orders: buildings, floors, rooms. The name is that of the ' +
      'newest order.',
    searchLabel: 'Search places',
    searchPlaceholder: 'Name or id of a place',
    columns: { name: 'Place', id: 'Id at the platform', orders: 'Orders', last: 'Last order' },
    id: 'id of the place',
    counted: 'The last 20,000 orders are counted.',
    emptyTitle: 'No places yet',
    empty:
      'Places of orders appear here as soon as the platform sends an order with the field place. ' +
      'Nothing is entered by hand.',
    nothingTitle: 'Nothing found',
    nothing: (q: string) => `No place has "${q}" in its name or id.`,
    reset: 'Clear the search',
  },
)
