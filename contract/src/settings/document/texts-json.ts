import { messagesOf, type WordingLike } from '../../sentence.js'

/** What is wrong with a text that should be JSON, to follow the position (`place`). */
const RU = {
  place: (line: number, column: number, sentence: string) => `строка ${line}, позиция ${column}: ${sentence}`,
  emptyText: 'текст пуст: напишите объект JSON в фигурных скобках',
  textTooLong: (max: number) => `текст длиннее ${max} символов: сократите его`,
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
    `слово «${word}» без кавычек: текст в JSON берут в двойные ` +
    'кавычки, без них бывают только true, false и null',
  badNumber: (text: string) =>
    `«${text}» — не число: в JSON пишут 5000 или 0.5, без пробелов и ведущих нулей`,
  strayCharacter: (character: string) => `лишний знак «${character}»: удалите его`,
  unclosed: (quote: string) => `строка, открытая кавычкой ${quote}, не закрыта до конца строки текста`,
  unclosedNested: (opening: string, closing: string) =>
    `строка не закрыта: внутри неё открыта ещё одна кавычка ${opening}, и одной ${closing} не хватает`,
  mixedQuotes: (opening: string, closing: string) =>
    `строка открыта кавычкой ${opening}, а закрыта кавычкой ${closing}: ` +
    'поставьте с обеих сторон прямые двойные кавычки',
  badEscape: (pair: string) =>
    `сочетания ${pair} в JSON нет: обратную косую черту пишут дважды, кавычку внутри строки — \\"`,
  controlInString: (code: string) =>
    `внутри строки невидимый управляющий знак (${code}): удалите его, табуляцию пишут как \\t`,
  correctedQuotes: (lines: string, pairs: string) => `${lines}: кавычки ${pairs} заменены на прямые двойные.`,
  correctedBom: 'Убран невидимый знак в начале текста (BOM).',
  correctedSpaces: (lines: string) => `${lines}: неразрывные и особые пробелы заменены на обычные.`,
  correctedSemicolon: (lines: string) => `${lines}: убрана точка с запятой в конце.`,
  lines: (numbers: readonly number[]) =>
    numbers.length === 1
      ? `Строка ${numbers[0]}`
      : `Строки ${numbers.slice(0, 5).join(', ')}${numbers.length > 5 ? ` и ещё ${numbers.length - 5}` : ''}`,
}

const EN: WordingLike<typeof RU> = {
  place: (line, column, sentence) => `line ${line}, column ${column}: ${sentence}`,
  emptyText: 'the text is empty: write a JSON object in curly brackets',
  textTooLong: max => `the text is longer than ${max} characters: shorten it`,
  tooDeep: max => `brackets are nested deeper than ${max} times: settings never are`,
  colonExpected: key => `a colon is expected after “${key}”`,
  keyExpected: after => `a key in double quotes is expected after ${after}`,
  valueExpected: after => `a value is expected after ${after}`,
  startExpected: '“{” is expected at the beginning',
  memberEndExpected: key => `a comma or “}” is expected after the value of “${key}”`,
  itemEndExpected: index => `a comma or “]” is expected after item ${index} of the list`,
  endExpected: closing => `there is text after the last bracket “${closing}”: remove it`,
  bracketOpen: (bracket, line, column) =>
    `the text has ended, and the bracket “${bracket}” (line ${line}, column ${column}) is not closed`,
  comma: 'the comma',
  colon: 'the colon',
  bracket: bracket => `“${bracket}”`,
  trailingComma: closing => `there is a comma too many before “${closing}”: remove it`,
  doubleComma: 'there are two commas in a row: remove one',
  semicolonInside: 'a comma is needed here instead of the semicolon',
  equalsSign: key => `a colon is expected after “${key}”, not “=”`,
  comment: 'there are no comments in JSON: remove it',
  singleQuotes: `JSON writes strings in double quotes: replace ' by "`,
  bareKey: key => `put the key in double quotes: "${key}"`,
  bareWord: word =>
    `the word “${word}” has no quotes: text in JSON stands in double ` +
    'quotes, only true, false and null stand without',
  badNumber: text => `“${text}” is no number: JSON writes 5000 or 0.5, without spaces and leading zeros`,
  strayCharacter: character => `the character “${character}” doesn’t belong here: remove it`,
  unclosed: quote => `the string that ${quote} opens is not closed before the end of its line`,
  unclosedNested: (opening, closing) =>
    `the string is not closed: ${opening} is opened once more inside it, and one ${closing} is missing`,
  mixedQuotes: (opening, closing) =>
    `the string is opened by ${opening} and closed by ${closing}: put straight double quotes on both sides`,
  badEscape: pair => `JSON has no ${pair}: a backslash is written twice, a quote inside a string as \\"`,
  controlInString: code =>
    `there is an invisible control character inside the string (${code}): remove it, a tab is written as \\t`,
  correctedQuotes: (lines, pairs) => `${lines}: the quotes ${pairs} were replaced by straight double ones.`,
  correctedBom: 'An invisible character at the beginning of the text (BOM) was removed.',
  correctedSpaces: lines => `${lines}: non-breaking and other odd spaces were replaced by plain ones.`,
  correctedSemicolon: lines => `${lines}: the semicolon at the end was removed.`,
  lines: numbers =>
    numbers.length === 1
      ? `Line ${numbers[0]}`
      : `Lines ${numbers.slice(0, 5).join(', ')}` +
        (numbers.length > 5 ? ` and ${numbers.length - 5} more` : ''),
}

export const JSON_TEXTS = { ru: RU, en: EN } as const
export const JSON_MESSAGES = messagesOf(RU)
