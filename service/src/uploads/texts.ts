import type { CommercemlError, CommercemlErrorCode } from '@obmen/codec'

const bytes = (count: number): string => {
  const unit = [
    { size: 1024 ** 3, name: 'ГБ' },
    { size: 1024 ** 2, name: 'МБ' },
    { size: 1024, name: 'КБ' },
  ].find(({ size }) => count >= size)
  if (!unit) return `${count} байт`
  const amount = String(Math.round((count / unit.size) * 10) / 10).replace('.', ',')
  return `${amount} ${unit.name}`
}

/** What 1C shows its user about a rejected file, and what the app shows. */
export const UPLOAD_TEXTS = {
  empty: 'mode=file принимает файл в теле запроса POST, а тело пусто. Повторите выгрузку.',
  notReadable:
    'Файл не похож на CommerceML: это не XML и не архив zip. Проверьте, что в 1С выбрана выгрузка на сайт в формате CommerceML, и повторите её.',
  tooLarge: (limit: number) =>
    `Файл больше разрешённых ${bytes(limit)} и не принят. Уменьшите порцию выгрузки в 1С или увеличьте настройку UPLOAD_SIZE_LIMIT сервера.`,
  tooManyFiles: (limit: number) =>
    `За один сеанс пришло больше ${limit} файлов. Выгружайте меньшими порциями или увеличьте настройку UPLOAD_SESSION_FILES сервера.`,
  noRoom: (limit: number) =>
    `Файлы этой интеграции заняли все отведённые ${bytes(limit)}, и ещё не все они прочитаны. Повторите выгрузку позже или увеличьте настройку UPLOAD_KEEP_BYTES сервера.`,
  completedMeanwhile: (name: string) =>
    `Файл «${name}» уже принят целиком, пока шла эта часть. Запустите обмен в 1С заново.`,
  partsCrossed: (name: string) =>
    `Две части файла «${name}» пришли одновременно, и непонятно, какая из них первая. Запустите обмен в 1С заново.`,
  notReceived: (name: string) =>
    `Файл «${name}» в этом сеансе не приходил, загружать нечего. Запустите обмен в 1С заново.`,
  archiveBroken: 'Архив zip повреждён или пришёл не целиком. Повторите выгрузку из 1С.',
  archiveFiles: (limit: number) =>
    `В архиве больше ${limit} файлов. Выгружайте меньшими порциями или увеличьте настройку UPLOAD_ARCHIVE_FILES сервера.`,
  archiveMethod: (name: string) =>
    `Файл «${name}» в архиве зашифрован или сжат неизвестным способом. Обмен читает обычный zip без пароля.`,
  archivePath: (name: string) =>
    `В архиве недопустимое имя файла «${name}»: оно ведёт за пределы архива. Такой архив не принимается, проверьте, чем он сделан.`,
  unpackedTooLarge: (limit: number) =>
    `Распакованный архив больше разрешённых ${bytes(limit)}. Уменьшите порцию выгрузки в 1С или увеличьте настройку UPLOAD_UNPACKED_LIMIT сервера.`,
  ratioTooLarge: (ratio: number) =>
    `Архив при распаковке вырастает больше чем в ${ratio} раз, так бывает с вредоносными архивами. Если он верный, увеличьте настройку UPLOAD_RATIO_LIMIT сервера.`,
  readTooLong: (seconds: number) =>
    `Файл не удалось прочитать за ${seconds} с. Уменьшите порцию выгрузки в 1С или увеличьте настройку UPLOAD_READ_SECONDS сервера.`,
  needsMemory:
    'Файлу не хватило памяти на чтение: в нём слишком большой документ. Уменьшите порцию выгрузки в 1С или увеличьте настройку UPLOAD_READ_MEMORY сервера.',
  unreadable: (name: string, error: CommercemlError) =>
    `Файл «${name}» не прочитан: строка ${error.line}, столбец ${error.column}. ${XML_TEXTS[error.code]}`,
}

const AGAIN = 'Повторите выгрузку из 1С; если не поможет, передайте файл тому, кто обслуживает 1С.'

const XML_TEXTS: Record<CommercemlErrorCode, string> = {
  malformed: `Здесь нарушен XML. ${AGAIN}`,
  'unexpected-end': 'Файл обрывается на этом месте: конец не пришёл. Повторите выгрузку из 1С.',
  'not-commerceml':
    'Корень файла не «КоммерческаяИнформация», это не CommerceML. Проверьте, что в 1С выбрана выгрузка на сайт.',
  'commerceml-1':
    'Это CommerceML версии 1, она не поддерживается. Включите в 1С выгрузку в формате CommerceML 2.',
  archive: `Внутри лежит ещё один архив, такие не читаются. ${AGAIN}`,
  'wrong-encoding': `Кодировка файла не та, что названа в его первой строке. ${AGAIN}`,
  doctype:
    'В файле есть объявление DOCTYPE: в CommerceML его не бывает, а вредоносные файлы пользуются им. Такой файл не принимается.',
  'too-deep':
    'Элементы вложены слишком глубоко. Если файл верный, увеличьте настройку UPLOAD_XML_DEPTH сервера.',
  'too-many-attributes':
    'У элемента слишком много атрибутов. Если файл верный, увеличьте настройку UPLOAD_XML_ATTRIBUTES сервера.',
  'text-too-long':
    'Здесь слишком длинный текст. Если файл верный, увеличьте настройку UPLOAD_TEXT_LIMIT сервера.',
  'document-too-large':
    'Документ слишком велик. Если файл верный, увеличьте настройку UPLOAD_DOCUMENT_ELEMENTS сервера.',
  'unknown-encoding': `Кодировка файла неизвестна, Обмен читает UTF-8 и windows-1251. ${AGAIN}`,
  'bad-bytes': `Здесь байты, которых в кодировке файла не бывает. ${AGAIN}`,
}
