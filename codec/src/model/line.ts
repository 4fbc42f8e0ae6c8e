import type { Warehouse } from './counterparty.js'
import type { Adjustment, Money, Quantity, Requisite, Tax } from './parts.js'

/** Element `БазоваяЕдиница`: the text is its short name, the rest are attributes. */
export interface Unit {
  /** Text of the element: `шт`. */
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
  /** `Наименование`. */
  name: string
  /** `Значение`. */
  value: string
}

/** Element `ЗначенияСвойства`. */
export interface PropertyValues {
  /** `Ид` of the property. */
  id: string
  /** `Наименование`. */
  name?: string
  /** `Значение`. */
  values: string[]
}

/** Element `Склад` of a line. */
export interface LineWarehouse extends Warehouse {
  /** `Количество`. */
  quantity?: Quantity
}

/** Element `Товар` of a document: goods or a service. */
export interface DocumentLine {
  /** `Ид`, ≤ 80 characters: that of the goods, or `goods#characteristic`. */
  id?: string
  /** `Штрихкод`, 8–14 characters. */
  barcode?: string
  /** `Артикул`. */
  article?: string
  /** `Наименование`, ≤ 255 characters (250 up to 2.06); 1C cuts it at `#`. */
  name: string
  /** `БазоваяЕдиница`. */
  unit: Unit
  /** `ИдТовараУКонтрагента`. */
  counterpartyItemId?: string
  /** `Группы/Ид`. */
  groupIds?: string[]
  /** `Описание`. */
  description?: string
  /** `Картинка`: names of files. */
  pictures?: string[]
  /** `Страна` of the manufacturer. */
  country?: string
  /** `ТорговаяМарка`. */
  trademark?: string
  /** `ЗначенияСвойств/ЗначенияСвойства`. */
  properties?: PropertyValues[]
  /** `СтавкиНалогов/СтавкаНалога`. */
  taxRates?: TaxRate[]
  /** `ХарактеристикиТовара/ХарактеристикаТовара`. */
  characteristics?: Characteristic[]
  /** `ЗначенияРеквизитов/ЗначениеРеквизита`: `ВидНоменклатуры`, `ТипНоменклатуры`. */
  requisites?: Requisite[]
  /** `ИдКаталога`. */
  catalogId?: string
  /** `ИдКлассификатора`. */
  classifierId?: string
  /** `ЦенаЗаЕдиницу`. */
  price?: Money
  /** `Количество`; 1C drops a line without it. */
  quantity?: Quantity
  /** `Сумма`: the amount that 1C uses. */
  amount?: Money
  /** `Единица`: code of the package unit. */
  packageUnit?: string
  /** `Коэффициент`: base units in the package unit. */
  coefficient?: string
  /** `СтранаПроисхождения`. */
  originCountry?: string
  /** `ГТД`: number of the customs declaration. */
  customsDeclaration?: string
  /** `Налоги/Налог`. */
  taxes?: Tax[]
  /** `Скидки/Скидка`. */
  discounts?: Adjustment[]
  /** `ДопРасходы/ДопРасход`. */
  extraCosts?: Adjustment[]
  /** `ДополнительныеЗначенияРеквизитов/ЗначениеРеквизита`. */
  additionalRequisites?: Requisite[]
  /** `Склады/Склад`, from 2.07 on. */
  warehouses?: LineWarehouse[]
}
