import { LoadFailure } from '../../base/load.js'
import { along, Element, filled, optional } from '../../reading/element.js'

/** УТ reads the pick-up point without checks: anything missing in `Склады` rolls back the whole batch. */
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
