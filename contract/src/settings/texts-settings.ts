import type { Locale } from '../enumerations.js'
import { pluralEn, pluralRu } from '../numbers-in-words.js'
import { formatSentence, messagesOf, type Sentence, type WordingLike } from '../sentence.js'
import { JSON_TEXTS } from './document/texts-json.js'

/** Problems with settings and advice about them, in lower case where a position may precede. */
const RU = {
  refused: (first: string, more: number) =>
    `Настройки (JSON) не приняты: ${first}${more > 0 ? ` (и ещё ${problemsText(more)})` : ''}`,
  notObject: 'настройки — это объект JSON в фигурных скобках, а не список и не строка',
  keyMissing: (key: string) => `не хватает обязательного ключа «${key}»`,
  keyRepeated: (key: string) => `ключ «${key}» указан дважды: оставьте один`,
  keyUnknown: (key: string, known: readonly string[]) =>
    `неизвестный ключ «${key}»: есть ${known.join(', ')}`,
  keyUnknownNear: (key: string, near: string) =>
    `неизвестный ключ «${key}»: возможно, имелся в виду «${near}»`,
  keyOfRule: (key: string) => `ключ «${key}» пишут внутри правила, в списке «paymentrules»`,
  keyOfSettings: (key: string) => `ключ «${key}» пишут рядом с «paymentrules», а не внутри правила`,
  rulesNotList: '«paymentrules» — это список правил в квадратных скобках: [{"status":"purchased"}]',
  rulesEmpty:
    'список «paymentrules» пуст, и ни один заказ не был бы выгружен: добавьте ' +
    'правило, а чтобы выгружать все заказы — пустое правило {}',
  rulesTooMany: (max: number) => `правил больше ${max}: столько не бывает нужно`,
  ruleNotObject: 'правило — это объект в фигурных скобках: {"status":"purchased","gateway":"CKassa"}',
  notString: (key: string) => `значение «${key}» — это строка в двойных кавычках`,
  nullInRule: (key: string) =>
    `вместо null уберите ключ «${key}»: правило без него подходит к любому значению`,
  empty: (key: string) => `значение «${key}» пусто`,
  tooLong: (key: string, max: number, length: number) =>
    `значение «${key}» длиннее ${max} символов (сейчас ${length})`,
  methodTooLong: (max: number, length: number) =>
    `название способа оплаты длиннее ${max} символов (сейчас ${length}): в ` +
    '1С длиннее не бывает, проверьте его в справочнике',
  controlCharacter: (key: string) =>
    `в значении «${key}» есть непечатаемый знак или «\ufffd», след испорченной кодировки: удалите его`,
  notOneOf: (key: string, known: readonly string[]) =>
    `значение «${key}» — одно из: ${known.map(quote).join(', ')}`,
  notOneOfNear: (key: string, given: string, near: string) =>
    `неизвестное значение ${quote(given)} ключа «${key}»: возможно, имелось в виду ${quote(near)}`,
  versionNumber: 'версию CommerceML возьмите в кавычки: "2.08"',
  notInteger: (key: string, min: number, max: number) =>
    `значение «${key}» — целое число без кавычек от ${min} до ${max}`,
  notBoolean: (key: string) => `значение «${key}» — true или false без кавычек`,
  notDate: (key: string) => `значение «${key}» — дата вида "2026-11-01"`,
  noSuchDate: (date: string) => `даты ${date} в календаре нет`,
  trimmed: (key: string) => `Пробелы по краям значения «${key}» убраны.`,
  ruleNeverReached: (index: number, by: number) =>
    `Правило ${index} ни на что не влияет: правило ${by} выше подходит ко всем тем же ` +
    'заказам, а название способа оплаты берётся из первого подошедшего.',
  oddSpace: (key: string) =>
    `В значении «${key}» есть неразрывный пробел: если в 1С в этом месте обычный, названия не совпадут.`,
  bom:
    'Кодировка utf-8-bom: 1С сверяет первые знаки ответа с <?xml, и знак BOM перед ними ' +
    'может принять за ошибку. Если обмен не пойдёт, поставьте utf-8.',
  paymentDocumentsAuto:
    '«Каждую отдельным документом»: отдельные оплаты читает Бухгалтерия, и УНФ с видом сайта ' +
    '«1С-Битрикс»; остальные программы 1С узнают об оплате, только если она одна на ' +
    'весь заказ. Оставьте «Как просит 1С», если не уверены.',
  paymentDocumentsUnf:
    '«Каждую отдельным документом»: УНФ читает такие оплаты, только если вид сайта в ней «1С-Битрикс» и ' +
    'включены подчинённые документы; иначе оплат в ней не будет. Оставьте «Как просит 1С», если не уверены.',
  paymentDocumentsUt:
    '«Каждую отдельным документом»: УТ, КА и ERP отдельных оплат не читают, оплата в них по-прежнему ' +
    'одна на заказ.',
  paymentDocumentsRt: '«Каждую отдельным документом»: Розница оплат не загружает ни в каком виде.',
  paymentDocumentsBitrix:
    '«Каждую отдельным документом»: модуль обмена Битрикс оплат в подчинённых документах не читает.',
  zipUploads:
    '«Принимать файлы 1С в архиве»: 1С будет присылать свои файлы архивом. На выдачу ' +
    'заказов это не влияет: её 1С получает без архива.',
  fileLimitSmall:
    '«Наибольший размер файла от 1С» меньше 65536 байт: 1С будет резать свои файлы на очень мелкие ' +
    'части. 0 — не резать вовсе.',
  platformNumbers:
    '«Номер платформы»: Бухгалтерия и УНФ оставляют в номере только цифры, не больше шести: ' +
    'номера с буквами или длиннее в 1С будут другими, а заказ, чей номер совпал бы там с номером ' +
    'другого, Обмен не примет. Для таких номеров оставьте «По порядку внутри компании».',
  platformNumbersUnknown:
    '«Номер платформы»: пока программа 1С не узнана, номера сравниваются строже всего, ' +
    'как в УНФ: по шести первым цифрам. Заказ, чей номер совпал бы там с номером другого, Обмен ' +
    'не примет. Если программа известна, выберите её в поле «Программа 1С».',
  startWithoutSequence:
    '«Начать нумерацию с» действует на номера по порядку; с номерами платформы эта ' +
    'программа 1С их не увидит, но счётчик компании всё равно сдвинется.',
}

const EN: WordingLike<typeof RU> = {
  refused: (first, more) =>
    'The settings (JSON) were not accepted: ' +
    `${first}${more > 0 ? ` (and ${more} more ${pluralEn(more, 'mistake', 'mistakes')})` : ''}`,
  notObject: 'settings are a JSON object in curly brackets, not a list and not a string',
  keyMissing: key => `the required key “${key}” is missing`,
  keyRepeated: key => `the key “${key}” stands twice: leave one`,
  keyUnknown: (key, known) => `unknown key “${key}”: there are ${known.join(', ')}`,
  keyUnknownNear: (key, near) => `unknown key “${key}”: perhaps “${near}” is meant`,
  keyOfRule: key => `the key “${key}” is written inside a rule, in the list “paymentrules”`,
  keyOfSettings: key => `the key “${key}” is written beside “paymentrules”, not inside a rule`,
  rulesNotList: '“paymentrules” is a list of rules in square brackets: [{"status":"purchased"}]',
  rulesEmpty:
    'the list “paymentrules” is empty, and no order would be sent: add a ' +
    'rule, or the empty rule {} to send all orders',
  rulesTooMany: max => `there are more than ${max} rules: nobody needs so many`,
  ruleNotObject: 'a rule is an object in curly brackets: {"status":"purchased","gateway":"CKassa"}',
  notString: key => `the value of “${key}” is a string in double quotes`,
  nullInRule: key => `remove the key “${key}” instead of null: a rule without it matches any value`,
  empty: key => `the value of “${key}” is empty`,
  tooLong: (key, max, length) => `the value of “${key}” is longer than ${max} characters (${length} now)`,
  methodTooLong: (max, length) =>
    `the name of the payment method is longer than ${max} characters ` +
    `(${length} now): 1C has no longer ones, look it up there`,
  controlCharacter: key =>
    `the value of “${key}” has an unprintable character or “\ufffd”, ` +
    'the trace of a damaged encoding: remove it',
  notOneOf: (key, known) => `the value of “${key}” is one of: ${known.map(quote).join(', ')}`,
  notOneOfNear: (key, given, near) =>
    `unknown value ${quote(given)} of the key “${key}”: perhaps ${quote(near)} is meant`,
  versionNumber: 'put the version of the schema in quotes: "2.08"',
  notInteger: (key, min, max) =>
    `the value of “${key}” is a whole number without quotes from ${min} to ${max}`,
  notBoolean: key => `the value of “${key}” is true or false without quotes`,
  notDate: key => `the value of “${key}” is a date like "2026-11-01"`,
  noSuchDate: date => `the calendar has no ${date}`,
  trimmed: key => `Spaces around the value of “${key}” were removed.`,
  ruleNeverReached: (index, by) =>
    `Rule ${index} changes nothing: rule ${by} above matches all the same orders, and ` +
    'the payment method is that of the first rule that matches.',
  oddSpace: key =>
    `The value of “${key}” has a non-breaking space: if 1C has a plain one there, the names will not match.`,
  bom:
    'Encoding utf-8-bom: 1C compares the first characters of the answer with <?xml, and may ' +
    'take the BOM before them for an error. If the exchange fails, set utf-8.',
  paymentDocumentsAuto:
    '“Each as a document of its own”: Accounting reads single payments, and UNF whose site is ' +
    'of the type “1C-Bitrix”; other programs learn of a payment only if it is the ' +
    'only one of its order. Leave “As 1C asks for them” if in doubt.',
  paymentDocumentsUnf:
    '“Each as a document of its own”: UNF reads such payments only if its site is of the type ' +
    '“1C-Bitrix” and subordinate documents are switched on; otherwise it will have no payments. ' +
    'Leave “As 1C asks for them” if in doubt.',
  paymentDocumentsUt:
    '“Each as a document of its own”: UT, KA and ERP do not read single ' +
    'payments: they still have one payment an order.',
  paymentDocumentsRt: '“Each as a document of its own”: Retail loads no payments in any form.',
  paymentDocumentsBitrix:
    '“Each as a document of its own”: the exchange module of Bitrix does not read payments in ' +
    'subordinate documents.',
  zipUploads:
    '“Take files of 1C as archives”: 1C will send its files in an archive. Orders are given to it ' +
    'without one, as before.',
  fileLimitSmall:
    '“Largest file from 1C” is less than 65536 bytes: 1C will cut its files into ' +
    'very small parts. 0 means not to cut them.',
  platformNumbers:
    '“The platform’s number”: Accounting and UNF keep only the digits of a number, six at most: ' +
    'numbers that are longer or have letters will be others in 1C, and an order whose number would ' +
    'equal another’s there is refused. For such numbers leave “Counted within the company”.',
  platformNumbersUnknown:
    '“The platform’s number”: until the 1C program is recognized, numbers are compared as ' +
    'strictly as UNF does, by their first six digits. An order whose number would equal another’s ' +
    'there is refused. If you know the program, choose it in “1C program”.',
  startWithoutSequence:
    '“Begin counting from” is about counted numbers; with the platform’s numbers this 1C ' +
    'will not see them, but the company’s counter moves all the same.',
}

export const SETTINGS_MESSAGES = messagesOf(RU)

function quote(value: string): string {
  return `"${value}"`
}

function problemsText(count: number): string {
  return `${count} ${pluralRu(count, 'ошибка', 'ошибки', 'ошибок')}`
}

const WORDINGS = {
  ru: { ...JSON_TEXTS.ru, ...RU },
  en: { ...JSON_TEXTS.en, ...EN },
}

/** Words a message about settings. */
export function formatSettingsMessage(sentence: Sentence, language: Locale): string {
  return formatSentence(WORDINGS[language], sentence)
}
