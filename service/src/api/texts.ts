export const TEXTS = {
  badJsonAt: (line: number, column: number) =>
    `Тело запроса не разобрать как JSON: строка ${line}, позиция ${column}. Проверьте кавычки, запятые и скобки.`,
  encoded: (encoding: string) =>
    `Content-Encoding «${encoding}» не поддерживается. Отправьте тело без сжатия и без этого заголовка.`,
  emptyBody: 'Тело запроса пусто, а нужен JSON.',
  intakeBusy:
    'Сервер уже читает столько заказов, сколько может, и этот не принял. Ничего не потеряно: повторите запрос через несколько секунд.',
  tooManyBytes:
    'Сервер уже держит столько присланных данных, сколько может (настройка REQUEST_BYTES_LIMIT), и эти не принял. Ничего не потеряно: повторите запрос через несколько секунд.',
  lineTooLong: (limit: number) => `Строка длиннее ${limit} байт (настройка BATCH_LINE_LIMIT).`,
  csrf: 'Запрос пришёл не из веб-приложения Обмена. Обновите страницу и повторите.',
  needsRight: (right: string) =>
    `У токена нет права «${right}». Создайте токен с этим правом в «Настройках системы».`,
  needsRole: (role: string) => `Это доступно только роли «${role}».`,
  noLocation:
    'Ваша учётная запись не относится ни к одной локации. Попросите администратора локации дать вам роль.',
  idMismatch: (inBody: string, inPath: string) =>
    `id в теле («${inBody}») отличается от id в адресе («${inPath}»).`,
  unnamedFile: 'файл',
  fileMediaType: 'Файл из 1С — это Content-Type: application/octet-stream, сам файл в теле запроса.',
  uploadNotFound: 'Такого файла из 1С нет: его срок хранения прошёл, или id не тот.',
  orderNotFound: (id: string) => `Заказа «${id}» в этой локации нет.`,
  exchangeNotFound:
    'Такого обмена нет: возможно, его записи уже убраны по сроку хранения (JOURNAL_KEEP_DAYS).',
  batchMediaType: 'Пакет заказов — это Content-Type: application/x-ndjson, заказ на строку.',
  notInBatch: 'В этой выдаче заказа не было.',
  xmlNotKept: 'Этот XML уже не хранится, и восстановить его не по чему: интеграция удалена.',
  otherCompany: 'Интеграция другой компании: этот заказ в неё не выгружается.',
  anyClient: (title: string, played: number) =>
    `${title} (программа ещё не узнана; из ${played}, что могут быть на другой стороне, показана та, которой труднее всего)`,
  integrationNotFound: 'Такой интеграции в этой локации нет.',
  tokensByPeopleOnly: 'Пользователями и токенами управляют люди в веб-приложении, не токены.',
  roleNames: {
    'location-administrator': 'Администратор локации',
    accountant: 'Бухгалтер',
    'system-operator': 'Системный оператор',
  },
}
