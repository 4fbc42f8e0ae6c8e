import { LoadFailure } from '../../base/load.js'
import { Element, filled, optional, valueAt } from '../../reading/element.js'

/** УТ reads the pick-up point without checks: anything missing in `Склады` rolls back the whole batch. */
export function checkWarehouse(document: Element): void {
  const warehouses = optional(document, 'Склады')
  if (warehouses === undefined) return
  const warehouse = optional(warehouses, 'Склад')
  const texts = [
    valueAt(warehouse, 'Ид'),
    valueAt(warehouse, 'Наименование'),
    valueAt(warehouse, 'Адрес', 'АдресноеПоле', 'Тип'),
    valueAt(warehouse, 'Адрес', 'АдресноеПоле', 'Значение'),
    valueAt(warehouse, 'Контакты', 'Контакт', 'Значение'),
  ]
  if (!(warehouse instanceof Element) || texts.some(text => filled(text) === undefined)) {
    throw new LoadFailure('batch', 'warehouse-incomplete')
  }
}
