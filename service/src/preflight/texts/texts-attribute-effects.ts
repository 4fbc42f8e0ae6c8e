import type { Client } from '@obmen/contract/settings'
import { plainName } from '../../sale-feed/document/reserved-names.js'

type Effect = 'field' | 'delivery-id' | 'comment' | 'shipping-date'

const of = (effect: Effect, ...names: string[]): [string, Effect][] =>
  names.map(name => [plainName(name), effect])

const DELIVERY = of('delivery-id', 'Метод доставки ИД', 'Способ доставки ИД')
const UNF = of(
  'field',
  ...['Получатель', 'Трек-номер', 'Склад', 'Организация', 'Вид цен', 'Подразделение', 'Договор контрагента'],
  ...['Вид заказа', 'Курьер', 'Дата отгрузки', 'Адрес доставки', 'Комментарий доставки'],
)
const COMMON = [...of('shipping-date', 'Дата отгрузки'), ...of('comment', 'Комментарии покупателя')]

/** Names of attributes upon which a client acts, normalized for comparison. */
export const ATTRIBUTE_EFFECTS: Readonly<Record<Client, ReadonlyMap<string, Effect>>> = {
  bp: new Map([...DELIVERY, ...of('comment', 'Комментарий доставки'), ...of('field', 'Адрес доставки')]),
  unf: new Map([
    ...UNF,
    ...DELIVERY.map(([name]): [string, Effect] => [name, 'field']),
    ...of('comment', 'Комментарии покупателя'),
  ]),
  ut: new Map(COMMON),
  rt: new Map(COMMON),
  bitrix: new Map(COMMON),
}
