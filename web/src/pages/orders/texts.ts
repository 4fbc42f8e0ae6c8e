import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue({
  title: ['Заказы', 'Orders'],
  order: [(number: string) => `Заказ ${number}`, (number: string) => `Order ${number}`],
  columns: {
    select: ['Выбор', 'Chosen'],
    number: ['№ в 1С', 'No. in 1C'],
    platform: ['Заказ', 'Order'],
    placed: ['Дата', 'Date'],
    customer: ['Клиент', 'Customer'],
    total: ['Сумма', 'Sum'],
    status: ['Статус', 'Status'],
    exports: ['1С', '1C'],
  },
  found: [
    (count: number) => pluralRu(count, 'заказ', 'заказа', 'заказов'),
    (count: number) => pluralEn(count, 'order', 'orders'),
  ],
  canceled: ['отменён', 'canceled'],
  noIntegration: ['нет интеграции', 'no integration'],
  more: [
    (count: number) => `и ещё ${count} ${pluralRu(count, 'интеграция', 'интеграции', 'интеграций')}`,
    (count: number) => `and ${count} more ${pluralEn(count, 'integration', 'integrations')}`,
  ],
  filters: {
    search: ['Поиск заказов', 'Search orders'],
    searchPlaceholder: ['Номер, клиент, ИНН, телефон, id', 'Number, customer, INN, phone, id'],
    status: ['Статус', 'Status'],
    gateway: ['Шлюз', 'Gateway'],
    integration: ['Интеграция', 'Integration'],
    state: ['Состояние', 'State'],
    states: {
      owed: ['ждёт', 'waiting'],
      offered: ['выдан', 'given out'],
      changed: ['изменён, ждёт', 'changed, waiting'],
      held: ['удержан', 'held back'],
      confirmed: ['подтверждён', 'confirmed'],
      'not-matching': ['не подходит', 'does not match'],
      'by-hand': ['есть задача', 'has a task'],
    },
    period: ['Период', 'Period'],
  },
  reset: ['Сбросить фильтры', 'Reset the filters'],
  none: {
    title: ['Заказов пока нет', 'No orders yet'],
    text: [
      'Заказы присылает платформа: для каждого она вызывает',
      'The platform sends them: for each order it calls',
    ],
    call: ['PUT /api/v1/orders/{id}', 'PUT /api/v1/orders/{id}'],
    tokens: ['Токены API для платформы', 'API tokens for the platform'],
  },
  nothing: {
    title: ['Ничего не нашлось', 'Nothing found'],
    text: [
      'Проверьте условия: поиск идёт по номеру или его части, оплате, началу имени клиента, ИНН, ' +
        'почты, телефона и id заказа.',
      'Check the conditions: the search goes by a number or a part of it, a payment, or the ' +
        'beginning of the name of a customer, INN, email, phone or order id.',
    ],
    continues: [
      'Среди просмотренных заказов подходящих нет. Нажмите «Вперёд», чтобы искать дальше.',
      'None of the orders looked through match. Press “Next” to look further.',
    ],
  },
})
