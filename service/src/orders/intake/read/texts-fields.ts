import { ORDER_LIMITS } from './order-limits.js'

/** What is wrong with one field of an order, for the platform's developer. */
export const FIELD_TEXTS = {
  tooLong: (limit: number) => `Не больше ${limit} символов.`,
  tooMany: (limit: number) => `Не больше ${limit} элементов: разделите заказ.`,
  noLines: 'В заказе нет ни одной строки: добавьте хотя бы одну.',
  id: 'Нужен непустой текст без управляющих символов и половин суррогатных пар.',
  blank: 'Нужен непустой текст без символа U+0000.',
  zeroCharacter: 'Символ U+0000 сохранить нельзя: уберите его.',
  money:
    'Сумма — это строка вида "1500.00": цифры, точка и не больше двух знаков после неё, всего до 18 цифр, без минуса и пробелов.',
  quantity: 'Количество — это строка вида "2" или "0.5": больше нуля, не больше четырёх знаков после точки.',
  timestamp: 'Нужны дата и время со смещением от UTC, например "2026-11-17T12:15:07+05:00".',
  noSuchDay: (text: string) => `Такого дня нет в календаре: ${text.slice(0, 10)}.`,
  inn: 'ИНН состоит из 10 или 12 цифр.',
  nameAndParts:
    'Передайте либо name целиком, либо lastName и firstName (и middleName): вместе они могут противоречить друг другу.',
  personName: 'Обязательное поле: передайте lastName и firstName или вместо них name целиком.',
  kpp: 'КПП состоит из 9 знаков: цифры, на пятом и шестом месте возможны латинские буквы.',
  unit: 'Единица — это код ОКЕИ из трёх или четырёх цифр, например "796" (штука).',
  companyId: (given: string) =>
    given.trim() === ''
      ? 'Пусто вместо id компании. Возьмите его из GET /api/v1/companies; в примерах его подставляет переменная COMPANY.'
      : `«${given.slice(0, 100)}» — не id компании: у него вид 01234567-89ab-4cde-8f01-23456789abcd. Возьмите его из GET /api/v1/companies.`,
  currency: 'Валюта — это три заглавные латинские буквы, например "RUB".',
  required: 'Обязательное поле: добавьте его.',
  isNull: 'Вместо null уберите это поле или дайте ему значение.',
  wrongType: (expected: string) => `Здесь нужен ${TYPE_NAMES[expected] ?? expected}.`,
  numberAsText: (given: string) => `Передайте значение текстом в кавычках: не ${given}, а "${given}".`,
  oneOf: (values: readonly string[]) => `Допустимы только: ${values.map(value => `"${value}"`).join(', ')}.`,
  unknownField: (name: string, nearest: string | undefined) =>
    `Поле «${name.slice(0, 100)}» неизвестно${nearest === undefined ? '' : `: возможно, это «${nearest}»`}. Исправьте имя или уберите поле.`,
  notAnOrder: 'Заказ — это объект JSON.',
  other: 'Значение не подходит.',
  reservedName: (name: string) => `Имя «${name}» зарезервировано. Назовите реквизит иначе.`,
  idMismatch: (inBody: string, inPath: string) =>
    `id в теле («${inBody}») отличается от id в адресе («${inPath}»).`,
  lineSum: (line: number, calculated: string, given: string) =>
    `Строка ${line}: количество × цена − скидка = ${calculated}, а в amount ${given}. Исправьте одно из чисел.`,
  total: (expected: string, given: string, delivery: boolean) =>
    `Строки${delivery ? ' и доставка' : ''} вместе дают ${expected}, а в total ${given}. Исправьте total или строки.`,
  netTotal: (expected: string, given: string, delivery: boolean) =>
    `Строки${delivery ? ' и доставка' : ''} с начисленным НДС вместе дают ${expected}, а в total ${given}. НДС начисляется на сумму каждой строки и округляется до копейки, как это делает 1С. Исправьте total или строки.`,
  sameRefund: (id: string) => `возврат «${id}» указан дважды: у каждого возврата свой id`,
  refundOfUnpaid: 'возвраты бывают только у платежа со статусом paid или refunded',
  refundsOver: (sum: string, amount: string) =>
    `возвращено ${sum}, а оплачено ${amount}: больше оплаченного вернуть нельзя`,
  samePayment: (id: string) => `Оплата с id «${id}» уже есть в этом заказе: у каждой оплаты свой id.`,
  paidWithoutDate: 'У оплаты со статусом paid укажите paidAt: с этой датой она попадёт в 1С.',
  tooManyAttributes: `Не больше ${ORDER_LIMITS.attributes} дополнительных реквизитов.`,
}

const TYPE_NAMES: Record<string, string> = {
  string: 'текст в кавычках',
  boolean: 'ответ true или false',
  object: 'объект {…}',
  record: 'объект {…}',
  array: 'список […]',
}
