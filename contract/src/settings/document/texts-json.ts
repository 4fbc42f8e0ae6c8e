/** What is wrong with a text that should be JSON: Russian, to follow the position (`place`). */
export const JSON_TEXTS = {
  place: (line: number, column: number, sentence: string) => `строка ${line}, позиция ${column}: ${sentence}`,
  empty: 'текст пуст: напишите объект JSON в фигурных скобках',
  tooLong: (max: number) => `текст длиннее ${max} символов: сократите его`,
  tooDeep: (max: number) => `скобки вложены глубже ${max} раз: такой вложенности у настроек не бывает`,
  colonExpected: (key: string) => `после «${key}» ждали двоеточие`,
  keyExpected: (after: string) => `после ${after} ждали ключ в двойных кавычках`,
  valueExpected: (after: string) => `после ${after} ждали значение`,
  startExpected: 'в начале ждали «{»',
  memberEndExpected: (key: string) => `после значения «${key}» ждали запятую или «}»`,
  itemEndExpected: (index: number) => `после ${index}-го элемента списка ждали запятую или «]»`,
  endExpected: (closing: string) => `после последней скобки «${closing}» есть лишний текст: удалите его`,
  bracketOpen: (bracket: string, line: number, column: number) =>
    `текст кончился, а скобка «${bracket}» (строка ${line}, позиция ${column}) не закрыта`,
  comma: 'запятой',
  colon: 'двоеточия',
  bracket: (bracket: string) => `«${bracket}»`,
  trailingComma: (closing: string) => `лишняя запятая перед «${closing}»: удалите её`,
  doubleComma: 'две запятые подряд: удалите одну',
  semicolonInside: 'вместо точки с запятой здесь нужна запятая',
  equalsSign: (key: string) => `после «${key}» ждали двоеточие, а не знак «=»`,
  comment: 'в JSON не бывает примечаний: удалите его',
  singleQuotes: `строки в JSON пишутся в двойных кавычках: замените ' на "`,
  bareKey: (key: string) => `ключ возьмите в двойные кавычки: "${key}"`,
  bareWord: (word: string) =>
    `слово «${word}» без кавычек: текст в JSON берут в двойные кавычки, без них бывают только true, false и null`,
  badNumber: (text: string) =>
    `«${text}» — не число: в JSON пишут 5000 или 0.5, без пробелов и ведущих нулей`,
  strayCharacter: (character: string) => `лишний знак «${character}»: удалите его`,
  unclosed: (quote: string) => `строка, открытая кавычкой ${quote}, не закрыта до конца строки текста`,
  unclosedNested: (opening: string, closing: string) =>
    `строка не закрыта: внутри неё открыта ещё одна кавычка ${opening}, и одной ${closing} не хватает`,
  mixedQuotes: (opening: string, closing: string) =>
    `строка открыта кавычкой ${opening}, а закрыта кавычкой ${closing}: поставьте с обеих сторон прямые двойные кавычки`,
  badEscape: (pair: string) =>
    `сочетания ${pair} в JSON нет: обратную косую черту пишут дважды, кавычку внутри строки — \\"`,
  controlCharacter: (code: string) =>
    `внутри строки невидимый управляющий знак (${code}): удалите его, табуляцию пишут как \\t`,
  correctedQuotes: (lines: string, pairs: string) => `${lines}: кавычки ${pairs} заменены на прямые двойные.`,
  correctedBom: 'Убран невидимый знак в начале текста (BOM).',
  correctedSpaces: (lines: string) => `${lines}: неразрывные и особые пробелы заменены на обычные.`,
  correctedSemicolon: (lines: string) => `${lines}: убрана точка с запятой в конце.`,
  lines: (numbers: readonly number[]) =>
    numbers.length === 1
      ? `Строка ${numbers[0]}`
      : `Строки ${numbers.length > 5 ? `${numbers.slice(0, 5).join(', ')} и ещё ${numbers.length - 5}` : numbers.join(', ')}`,
} as const
