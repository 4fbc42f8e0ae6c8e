import { LoadFailure } from '../../base/load.js'
import { along, Element, filled, optional } from '../../reading/element.js'

/** УТ takes the pick-up point apart without looking: whatever is missing in `Склады` rolls the whole batch back. */
export function checkWarehouse(document: Element): void {
  const warehouses = optional(document, 'Склады')
  if (warehouses === undefined) return
  const warehouse = optional(warehouses, 'Склад')
  const texts = [
    along(warehouse, 'Ид'),
    along(warehouse, 'Наименование'),
    along(warehouse, 'Адрес', 'АдресноеПоле', 'Тип'),
    along(warehouse, 'Адрес', 'АдресноеПоле', 'Значение'),
    along(warehouse, 'Контакты', 'Контакт', 'Значение'),
  ]
  if (!(warehouse instanceof Element) || texts.some(text => filled(text) === undefined)) {
    throw new LoadFailure('batch', 'warehouse-incomplete')
  }
}
