/** Problems with the request itself, by code. Russian. */
export const REQUEST_PROBLEMS = {
  'if-match-shape': 'If-Match должен быть номером в кавычках, каким он пришёл в ETag, например "3".',
  'origin-shape':
    'Obmen-Origin должен быть id интеграции: возьмите integrationId из GET /orders/{id}/accounting.',
  'range-time-shape':
    'Укажите существующую дату вида 2026-11-17 или время со смещением, например ' +
    '2026-11-17T12:00:00+05:00, с 1900 по 2999 год. Без ограничения — не передавайте параметр.',
  'range-reversed': 'Начало (from) позже конца (to): поменяйте их местами.',
  'time-shape': 'Время нужно указать в ISO 8601, например 2026-11-17T12:15:00+03:00.',
  'event-unknown':
    'Такого места в ленте событий нет: событие уже удалили, или базу данных восстановили из копии. ' +
    'Передайте next из прошлого ответа, а если не поможет, начните сначала, без after.',
  'fields-wrong': 'Исправьте указанные поля и повторите.',
  'zero-character-sent': 'В запросе есть символ U+0000, базе данных его не передать: уберите его.',
  'value-refused': ({ reason, value }: { reason: ValueRefusal; value?: string | undefined }) =>
    'База данных не приняла ' +
    `${value === undefined ? 'одно из значений запроса' : `значение «${value}»`}: ` +
    `${VALUE_REFUSALS[reason]}. Исправьте его и повторите.`,
  'page-cursor-broken':
    'Не удалось продолжить список: значение cursor испорчено или взято из другого списка (с другим sort). ' +
    'Начните снова без cursor.',
  'parameter-missing': 'поле обязательно',
  'parameter-zero-character': 'символ U+0000 недопустим',
  'parameter-wrong': 'недопустимое значение',
  'parameter-unknown': ({ key }: { key: string }) => `такого поля нет: «${key}»`,
  'query-unknown': ({ name, nearest }: { name: string; nearest?: string | undefined }) =>
    `нет параметра ${name}${nearest === undefined ? '' : `; похожий: ${nearest}`}`,
  'parameter-type': ({ expected }: { expected: string }) => `ожидается ${TYPES[expected] ?? expected}`,
  'parameter-short': ({ min }: { min: number }) =>
    min <= 1 ? 'не может быть пустым' : `не короче ${min} символов`,
  'parameter-long': ({ max }: { max: number }) => `не длиннее ${max} символов`,
  'parameter-small': ({ min }: { min: number }) => `не меньше ${min}`,
  'parameter-big': ({ max }: { max: number }) => `не больше ${max}`,
  'parameter-one-of': ({ values }: { values: readonly string[] }) =>
    `одно из: ${values.map(value => `«${value}»`).join(', ')}`,
  'parameter-format': ({ format }: { format: string }) => `ожидается ${FORMATS[format] ?? format}`,
}

export type ValueRefusal = keyof typeof VALUE_REFUSALS

const VALUE_REFUSALS = {
  'too-long': 'значение слишком длинное',
  'out-of-range': 'число вне допустимых пределов',
  'no-time': 'такой даты или такого времени нет, либо они вне допустимых пределов',
  unreadable: 'это не число, не дата или не идентификатор',
  refused: 'такое значение недопустимо',
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'строка',
  number: 'число',
  int: 'целое число',
  boolean: 'true или false',
  array: 'список',
  object: 'объект',
  record: 'объект',
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'идентификатор вида 3f2b…-… (uuid)',
  email: 'адрес электронной почты',
  datetime: 'время со смещением, 2026-11-20T10:00:00Z или …+05:00 (в адресе «+» пишется %2B)',
  date: 'дата вида 2026-11-20',
}
