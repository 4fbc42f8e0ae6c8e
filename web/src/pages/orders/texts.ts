import { pluralEn, pluralRu } from '@obmen/contract'
import { catalogue } from '../../texts/catalogue.js'

export const texts = catalogue(
  {
    title: 'Заказы',
    order: (number: string) => `Заказ ${number}`,
    columns: {
      select: 'Выбор',
      number: '№ в 1С',
      platform: 'Заказ',
      placed: 'Дата',
      customer: 'Клиент',
      total: 'Сумма',
      status: 'Статус',
      exports: '1С',
    },
    found: (count: number) => pluralRu(count, 'заказ', 'заказа', 'заказов'),
    canceled: 'отменён',
    noIntegration: 'нет интеграции',
    more: (count: number) => `и ещё ${count} ${pluralRu(count, 'интеграция', 'интеграции', 'интеграций')}`,
    filters: {
      search: 'Поиск заказов',
      searchPlaceholder: 'Номер, клиент, ИНН, телефон, id',
      status: 'Статус',
      gateway: 'Шлюз',
      integration: 'Интеграция',
      state: 'Состояние',
      states: {
        owed: 'ждёт',
        offered: 'выдан',
        changed: 'изменён, ждёт',
        held: 'удержан',
        confirmed: 'подтверждён',
        'not-matching': 'не подходит',
      },
      period: 'Период',
    },
    reset: 'Сбросить фильтры',
    none: {
      title: 'Заказов пока нет',
      text: 'Заказы присылает платформа: для каждого она вызывает',
      call: 'PUT /api/v1/orders/{id}',
      tokens: 'Токены API для платформы',
    },
    nothing: {
      title: 'Ничего не нашлось',
      text:
        'Проверьте условия: поиск идёт по номеру или его части, оплате, началу имени клиента, ИНН, ' +
        'почты, телефона и id заказа.',
      continues: 'Среди просмотренных заказов подходящих нет. Нажмите «Вперёд», чтобы искать дальше.',
    },
  },
  {
    title: 'Orders',
    order: (number: string) => `Order ${number}`,
    columns: {
      select: 'Chosen',
      number: 'No. in 1C',
      platform: 'Order',
      placed: 'Date',
      customer: 'Customer',
      total: 'Sum',
      status: 'Status',
      exports: '1C',
    },
    found: (count: number) => pluralEn(count, 'order', 'orders'),
    canceled: 'canceled',
    noIntegration: 'no integration',
    more: (count: number) => `and ${count} more ${pluralEn(count, 'integration', 'integrations')}`,
    filters: {
      search: 'Search orders',
      searchPlaceholder: 'Number, customer, INN, phone, id',
      status: 'Status',
      gateway: 'Gateway',
      integration: 'Integration',
      state: 'State',
      states: {
        owed: 'waiting',
        offered: 'given out',
        changed: 'changed, waits',
        held: 'held back',
        confirmed: 'confirmed',
        'not-matching': 'does not match',
      },
      period: 'Period',
    },
    reset: 'Reset the filters',
    none: {
      title: 'No orders yet',
      text: 'The platform sends them: for each order it calls',
      call: 'PUT /api/v1/orders/{id}',
      tokens: 'API tokens for the platform',
    },
    nothing: {
      title: 'Nothing found',
      text:
        'Check the conditions: the search goes by a number or a part of it, a payment, or the ' +
        'beginning of the name of a customer, INN, email, phone or order id.',
      continues: 'None of the orders looked through match. Press “Next” to look further.',
    },
  },
)
