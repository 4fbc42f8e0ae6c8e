const TYPES: Record<string, string> = {
  string: 'строка',
  number: 'число',
  int: 'целое число',
  boolean: 'true или false',
  array: 'список',
  object: 'объект',
  record: 'объект',
}

const FORMATS: Record<string, string> = {
  uuid: 'идентификатор вида 3f2b…-… (uuid)',
  email: 'адрес электронной почты',
}

/** What is wrong with a field of a request, Russian. */
export const FIELD_TEXTS = {
  missing: 'поле обязательно',
  zeroCharacter: 'символ U+0000 недопустим',
  wrong: 'недопустимое значение',
  unknown: (key: string) => `такого поля нет: «${key}»`,
  type: (expected: string) => `ожидается ${TYPES[expected] ?? expected}`,
  short: (minimum: number) => (minimum <= 1 ? 'не может быть пустым' : `не короче ${minimum} символов`),
  long: (maximum: number) => `не длиннее ${maximum} символов`,
  small: (minimum: number) => `не меньше ${minimum}`,
  big: (maximum: number) => `не больше ${maximum}`,
  oneOf: (values: readonly string[]) => `одно из: ${values.map(value => `«${value}»`).join(', ')}`,
  format: (format: string) => `ожидается ${FORMATS[format] ?? format}`,
}
