import type { FieldProblem } from '../field-problem.js'

const UNTIL_RECOGNIZED =
  ' или укажите в настройках интеграции «Программа 1С»: пока она не узнана, ' +
  'номера сравниваются по шести цифрам'

/** Problems with an order, by code. Russian. */
export const ORDER_PROBLEMS = {
  'order-invalid': ({ first: { path, message }, count }: { first: FieldProblem; count: number }) =>
    `Заказ не принят. ${path === '' ? '' : `${path}: `}${message}` +
    (count > 1 ? ` Всего ошибок: ${count}, все — в errors.` : ''),
  'origin-unknown':
    'Obmen-Origin называет не интеграцию компании этого заказа. Возьмите ' +
    'integrationId из GET /orders/{id}/accounting.',
  'origin-not-sent': ({ name }: { name: string }) =>
    `Obmen-Origin называет «${name}», а эта 1С заказа ещё не получала, и ` +
    'перенимать у неё нечего. Отправьте заказ без этого заголовка.',
  'number-not-kept': ({ number, limit }: { number: string; limit: number }) =>
    `Номер «${number}» 1С не сохранит как есть: в нём больше ${limit} символов, знак #, лишние пробелы ` +
    'или непечатаемый символ. 1С этой компании получает номера платформы. Дайте заказу ' +
    'другой number или выберите в настройках интеграции «Номер заказа в 1С» — «По порядку внутри компании».',
  'number-known-to-1c': ({ id, number }: { id: string; number: string }) =>
    `Номер заказа «${id}» менять поздно: он уже выдавался 1С под номером «${number}», и под ` +
    'другим она создала бы второй документ. Отправьте прежнее значение number.',
  'number-same-in-1c': ({
    number,
    held,
    other,
    unknown,
  }: {
    number: string
    held: string
    other?: string | undefined
    unknown: boolean
  }) =>
    `Номер «${number}» для 1С тот же, что ${held === number ? '' : `«${held}» `}у ` +
    `заказа${other === undefined ? ', который сейчас сохраняется' : ` «${other}»`}: 1С приняла бы оба ` +
    'за один документ. Дайте заказу другой ' +
    `number${unknown ? UNTIL_RECOGNIZED : ''}.`,
  'numbers-collide': ({ pairs, more }: { pairs: readonly string[]; more: boolean }) =>
    `В этой 1С совпали бы номера заказов: ${pairs.join('; ')}${more ? ' и другие' : ''}. Два ` +
    'заказа с одним номером 1С принимает за один документ. Измените номера этих заказов на ' +
    'платформе, если их ещё не получала 1С, или оставьте прежнюю нумерацию.',
  'numbers-beyond-six-digits': ({ number }: { number: number }) =>
    `Номера заказов этой компании уже длиннее шести цифр (последний — ${number}), а Бухгалтерия и УНФ ` +
    'обрезают их: разные заказы стали бы одним документом. Заведите для этой 1С ещё одну компанию с ' +
    'тем же ИНН, её номера начнутся с 1, или выберите «Номер заказа в 1С» — «Номер платформы».',
  'text-too-long': ({ limit }: { limit: number }) => `Не больше ${limit} символов.`,
  'too-many-items': ({ limit }: { limit: number }) => `Не больше ${limit} элементов: разделите заказ.`,
  'no-lines': 'В заказе нет ни одной строки: добавьте хотя бы одну.',
  'id-untrimmed': 'Уберите пробелы в начале и в конце: с ними это был бы другой id.',
  'id-shape': 'Нужен непустой текст без управляющих символов и половин суррогатных пар.',
  'text-blank': 'Нужен непустой текст без символа U+0000.',
  'zero-character': 'Символ U+0000 сохранить нельзя: уберите его.',
  'money-shape':
    'Сумма — это строка вида "1500.00": цифры, точка и не больше двух знаков ' +
    'после неё, всего до 18 цифр, без минуса и пробелов.',
  'quantity-shape':
    'Количество — это строка вида "2" или "0.5": больше нуля, не больше четырёх знаков после точки.',
  'timestamp-shape': 'Нужны дата и время со смещением от UTC, например "2026-11-17T12:15:07+05:00".',
  'no-such-day': ({ text }: { text: string }) => `Такого дня нет в календаре: ${text.slice(0, 10)}.`,
  'date-absurd': ({ text }: { text: string }) =>
    `Дата ${text.slice(0, 10)} — раньше 2000 года или больше чем на год впереди: проверьте, нет ли ошибки.`,
  'name-and-parts':
    'Передайте либо name целиком, либо lastName и firstName (и ' +
    'middleName): вместе они могут противоречить друг другу.',
  'person-name-missing': 'Обязательное поле: передайте lastName и firstName или вместо них name целиком.',
  'kpp-characters': 'КПП состоит из 9 знаков: цифры, на пятом и шестом месте возможны латинские буквы.',
  'unit-shape': 'Единица — это код ОКЕИ из трёх или четырёх цифр, например "796" (штука).',
  'unit-unknown': ({ line, code }: { line: number; code: string }) =>
    `Строка ${line}: кода единицы «${code}» в ОКЕИ нет. Штука — "796", час — "356", килограмм — "166".`,
  'company-id-shape': ({ given }: { given: string }) =>
    given.trim() === ''
      ? 'Пусто вместо id компании. Возьмите его из GET /api/v1/companies; в ' +
        'примерах его подставляет переменная COMPANY.'
      : `«${given.slice(0, 100)}» — не id компании: у него вид ` +
        '01234567-89ab-4cde-8f01-23456789abcd. Возьмите его из GET /api/v1/companies.',
  'currency-shape': 'Валюта — это три заглавные латинские буквы, например "RUB".',
  'field-required': 'Обязательное поле: добавьте его.',
  'field-null': 'Вместо null уберите это поле или дайте ему значение.',
  'field-type': ({ expected }: { expected: string }) => `Здесь нужен ${TYPE_NAMES[expected] ?? expected}.`,
  'number-as-text': ({ given }: { given: string }) =>
    `Передайте значение текстом в кавычках: не ${given}, а "${given}".`,
  'field-one-of': ({ values }: { values: readonly string[] }) =>
    `Допустимы только: ${values.map(value => `"${value}"`).join(', ')}.`,
  'field-unknown': ({ name, nearest }: { name: string; nearest?: string | undefined }) =>
    `Поле «${name.slice(0, 100)}» ` +
    `неизвестно${nearest === undefined ? '' : `: возможно, это «${nearest}»`}. ` +
    'Исправьте имя или уберите поле.',
  'field-read-only': ({ name }: { name: string }) =>
    `Поле «${name}» ведёт Обмен, и у заказа сейчас оно другое. Уберите его из запроса.`,
  'not-an-order': 'Заказ — это объект JSON.',
  'value-unfit': 'Значение не подходит.',
  'reserved-name': ({ name }: { name: string }) => `Имя «${name}» зарезервировано. Назовите реквизит иначе.`,
  'id-mismatch': ({ inBody, inPath }: { inBody: string; inPath: string }) =>
    `id в теле («${inBody}») отличается от id в адресе («${inPath}»).`,
  'line-sum-differs': ({ line, calculated, given }: { line: number; calculated: string; given: string }) =>
    `Строка ${line}: количество × цена − скидка = ${calculated}, а в ` +
    `amount ${given}. Исправьте одно из чисел.`,
  'total-differs': ({ expected, given, delivery }: { expected: string; given: string; delivery: boolean }) =>
    `Строки${delivery ? ' и доставка' : ''} вместе дают ${expected}, а в ` +
    `total ${given}. Исправьте total или строки.`,
  'net-total-differs': ({
    expected,
    given,
    delivery,
  }: {
    expected: string
    given: string
    delivery: boolean
  }) =>
    `Строки${delivery ? ' и доставка' : ''} с начисленным НДС вместе дают ${expected}, ` +
    `а в total ${given}. НДС начисляется на сумму каждой строки и округляется до ` +
    'копейки, как это делает 1С. Исправьте total или строки.',
  'refund-twice': ({ id }: { id: string }) => `возврат «${id}» указан дважды: у каждого возврата свой id`,
  'refund-of-unpaid': 'возвраты бывают только у платежа со статусом paid или refunded',
  'refund-of-nothing': 'возврат на 0.00: уберите его или укажите сумму',
  'refund-before-payment': 'возврат раньше самой оплаты (paidAt): проверьте обе даты',
  'refunds-over-payment': ({ sum, amount }: { sum: string; amount: string }) =>
    `возвращено ${sum}, а оплачено ${amount}: больше оплаченного вернуть нельзя`,
  'payment-twice': ({ id }: { id: string }) =>
    `Оплата с id «${id}» уже есть в этом заказе: у каждой оплаты свой id.`,
  'paid-without-date': 'У оплаты со статусом paid укажите paidAt: с этой датой она попадёт в 1С.',
  'too-many-attributes': ({ limit }: { limit: number }) => `Не больше ${limit} дополнительных реквизитов.`,
  'inn-digits': 'ИНН состоит из 10 или 12 цифр.',
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'текст в кавычках',
  boolean: 'ответ true или false',
  object: 'объект {…}',
  record: 'объект {…}',
  array: 'список […]',
}
