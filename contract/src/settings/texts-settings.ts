import { pluralRu } from '../plural.js'

/** Problems of settings and remarks on them: Russian, lower case where a position may precede. */
export const SETTINGS_TEXTS = {
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
    'список «paymentrules» пуст, и ни один заказ не был бы выгружен: добавьте правило, а чтобы выгружать все заказы — пустое правило {}',
  rulesTooMany: (max: number) => `правил больше ${max}: столько не бывает нужно`,
  ruleNotObject: 'правило — это объект в фигурных скобках: {"status":"purchased","gateway":"CKassa"}',
  notString: (key: string) => `значение «${key}» — это строка в двойных кавычках`,
  nullInRule: (key: string) =>
    `вместо null уберите ключ «${key}»: правило без него подходит к любому значению`,
  empty: (key: string) => `значение «${key}» пусто`,
  tooLong: (key: string, max: number, length: number) =>
    `значение «${key}» длиннее ${max} символов (сейчас ${length})`,
  methodTooLong: (max: number, length: number) =>
    `название способа оплаты длиннее ${max} символов (сейчас ${length}): в 1С длиннее не бывает, проверьте его в справочнике`,
  controlCharacter: (key: string) =>
    `в значении «${key}» есть непечатаемый знак или «\ufffd», след испорченной кодировки: удалите его`,
  notOneOf: (key: string, known: readonly string[]) =>
    `значение «${key}» — одно из: ${known.map(quote).join(', ')}`,
  notOneOfNear: (key: string, given: string, near: string) =>
    `неизвестное значение ${quote(given)} ключа «${key}»: возможно, имелось в виду ${quote(near)}`,
  versionNumber: 'версию схемы возьмите в кавычки: "2.08"',
  notInteger: (key: string, min: number, max: number) =>
    `значение «${key}» — целое число без кавычек от ${min} до ${max}`,
  notBoolean: (key: string) => `значение «${key}» — true или false без кавычек`,
  notDate: (key: string) => `значение «${key}» — дата вида "2026-11-01"`,
  noSuchDate: (date: string) => `даты ${date} в календаре нет`,
  trimmed: (key: string) => `Пробелы по краям значения «${key}» убраны.`,
  ruleNeverReached: (index: number, by: number) =>
    `Правило ${index} ни на что не влияет: правило ${by} выше подходит ко всем тем же заказам, а название способа оплаты берётся из первого подошедшего.`,
  oddSpace: (key: string) =>
    `В значении «${key}» есть неразрывный пробел: если в 1С в этом месте обычный, названия не совпадут.`,
  bom: '"encoding":"utf-8-bom": 1С сверяет первые знаки ответа с <?xml, и знак BOM перед ними может принять за ошибку. Если обмен не пойдёт, поставьте "utf-8".',
  paymentDocuments: {
    auto: '"payments":"documents": отдельные оплаты читает Бухгалтерия, и УНФ с видом сайта «1С-Битрикс»; остальные программы 1С узнают об оплате, только если она одна на весь заказ. Оставьте "auto", если не уверены.',
    unf: '"payments":"documents": УНФ читает такие оплаты, только если вид сайта в ней «1С-Битрикс» и включены подчинённые документы; иначе оплат в ней не будет. Оставьте "auto", если не уверены.',
    ut: '"payments":"documents": УТ, КА и ERP отдельных оплат не читают: оплата в них по-прежнему одна на заказ.',
    rt: '"payments":"documents": Розница оплат не загружает ни в каком виде.',
    bitrix: '"payments":"documents": модуль обмена Битрикс оплат в подчинённых документах не читает.',
  },
  zipUploads:
    '"zip":true: 1С будет присылать свои файлы архивом. На выдачу заказов это не влияет: её 1С получает без архива.',
  fileLimitSmall:
    '"filelimit" меньше 65536 байт: 1С будет резать свои файлы на очень мелкие части. 0 — не резать вовсе.',
  platformNumbers:
    '"ordernumber":"platform": Бухгалтерия и УНФ оставляют в номере только цифры, не больше шести: номера с буквами или длиннее в 1С будут другими, а заказ, чей номер совпал бы там с номером другого, Обмен не примет. Для таких номеров оставьте "sequence".',
  platformNumbersUnknown:
    '"ordernumber":"platform": пока программа 1С не узнана, номера сравниваются строже всего, как в УНФ: по шести первым цифрам. Заказ, чей номер совпал бы там с номером другого, Обмен не примет. Если программа известна, укажите её в "client".',
  startWithoutSequence:
    '"ordernumberfrom" действует на номера "sequence"; при "ordernumber":"platform" эта программа 1С их не увидит, но счётчик компании всё равно сдвинется.',
} as const

function quote(value: string): string {
  return `"${value}"`
}

function problemsText(count: number): string {
  return `${count} ${pluralRu(count, 'ошибка', 'ошибки', 'ошибок')}`
}
