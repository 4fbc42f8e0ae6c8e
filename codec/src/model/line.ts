import type { Warehouse } from './counterparty.js'
import type { Adjustment, Money, Quantity, Requisite, Tax } from './parts.js'

/** Element `БазоваяЕдиница`: the text is its short name, the rest are attributes. */
export interface Unit {
  text: string
  /** `Код` by ОКЕИ: `796`; three characters up to 2.07, three or four from 2.08 on. */
  code?: string
  /** `НаименованиеПолное`: `Штука`. */
  fullName?: string
  /** `МеждународноеСокращение`, ≤ 3 characters: `PCE`. */
  international?: string
  /** `НаименованиеКраткое`, from 2.06 on. */
  shortName?: string
}

/** Element `СтавкаНалога`. */
export interface TaxRate {
  /** `Наименование`: `НДС`. */
  name: string
  /** `Ставка`: `20`, `Без НДС`. */
  rate: string
}

/** Element `ХарактеристикаТовара`: color, size. */
export interface Characteristic {
  /** `Ид`, ≤ 40 characters, from 2.06 on. */
  id?: string
  name: string
  value: string
}

/** Element `ЗначенияСвойства`. */
export interface PropertyValues {
  /** `Ид` of the property. */
  id: string
  name?: string
  values: string[]
}

/** Element `Склад` of a line. */
export interface LineWarehouse extends Warehouse {
  quantity?: Quantity
}

/** Element `Товар` of a document: goods or a service. */
export interface DocumentLine {
  /** `Ид`, ≤ 80 characters: that of the goods, or `goods#characteristic`. */
  id?: string
  /** `Штрихкод`, 8–14 characters. */
  barcode?: string
  article?: string
  /** `Наименование`, ≤ 255 characters (250 up to 2.06); 1C cuts it at `#`. */
  name: string
  unit: Unit
  counterpartyItemId?: string
  groupIds?: string[]
  description?: string
  /** `Картинка`: names of files. */
  pictures?: string[]
  /** `Страна` of the manufacturer. */
  country?: string
  trademark?: string
  properties?: PropertyValues[]
  taxRates?: TaxRate[]
  characteristics?: Characteristic[]
  /** `ЗначенияРеквизитов/ЗначениеРеквизита`: `ВидНоменклатуры`, `ТипНоменклатуры`. */
  requisites?: Requisite[]
  catalogId?: string
  classifierId?: string
  price?: Money
  /** `Количество`; 1C drops a line without it. */
  quantity?: Quantity
  /** `Сумма`: the amount that 1C uses. */
  amount?: Money
  /** `Единица`: code of the package unit. */
  packageUnit?: string
  /** `Коэффициент`: base units in the package unit. */
  coefficient?: string
  originCountry?: string
  /** `ГТД`: number of the customs declaration. */
  customsDeclaration?: string
  taxes?: Tax[]
  discounts?: Adjustment[]
  extraCosts?: Adjustment[]
  additionalRequisites?: Requisite[]
  /** `Склады/Склад`, from 2.07 on. */
  warehouses?: LineWarehouse[]
}
