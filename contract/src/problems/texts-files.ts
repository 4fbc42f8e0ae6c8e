import { sizeInWords } from '../numbers-in-words.js'
/** Why a file from 1C is rejected or unreadable, by code. Russian, because 1C shows it to its user. */
export const FILE_PROBLEMS = {
  'file-empty': 'Файл пришёл пустым. Повторите выгрузку из 1С.',
  'file-not-commerceml':
    'Файл не похож на CommerceML: это не XML и не архив zip. Проверьте, что в 1С ' +
    'выбрана выгрузка на сайт в формате CommerceML, и повторите её.',
  'file-too-large': ({ limit }: { limit: number }) =>
    `Файл больше разрешённых ${bytes(limit)} и не принят. Уменьшите порцию выгрузки ` +
    'в 1С или увеличьте настройку UPLOAD_SIZE_LIMIT сервера.',
  'too-many-files': ({ limit }: { limit: number }) =>
    `За один сеанс пришло больше ${limit} файлов. Выгружайте меньшими порциями.`,
  'no-room-for-files': ({ limit }: { limit: number }) =>
    `Файлы этой интеграции заняли все отведённые ${bytes(limit)}, и ещё ` +
    'не все они прочитаны. Повторите выгрузку позже.',
  'file-complete-already': ({ name }: { name: string }) =>
    `Пока шла эта часть файла «${name}», тот же сеанс обмена закончил его ` +
    'или начал другой. Запустите обмен в 1С заново.',
  'file-parts-crossed': ({ name }: { name: string }) =>
    `Две части файла «${name}» пришли одновременно, и непонятно, какая ` +
    'из них первая. Запустите обмен в 1С заново.',
  'file-not-received': ({ name }: { name: string }) =>
    `Файл «${name}» в этом сеансе не приходил, загружать нечего. Запустите обмен в 1С заново.`,
  'archive-broken': 'Архив zip повреждён или пришёл не целиком. Повторите выгрузку из 1С.',
  'archive-too-many-files': ({ limit }: { limit: number }) =>
    `В архиве больше ${limit} файлов. Выгружайте меньшими порциями.`,
  'archive-directory-too-large': ({ limit }: { limit: number }) =>
    'Имена, дополнительные поля и примечания файлов в архиве занимают больше ' +
    `${bytes(limit)}, так бывает с вредоносными архивами. Проверьте, чем он сделан.`,
  'archive-method-unknown': ({ name }: { name: string }) =>
    `Файл «${name}» в архиве зашифрован или сжат неизвестным способом. Обмен читает обычный zip без пароля.`,
  'archive-path-outside': ({ name }: { name: string }) =>
    `В архиве недопустимое имя файла «${name}»: оно ведёт за пределы архива. ` +
    'Такой архив не принимается, проверьте, чем он сделан.',
  'archive-too-large': ({ limit }: { limit: number }) =>
    `Распакованный архив больше разрешённых ${bytes(limit)}. Уменьшите порцию выгрузки в 1С.`,
  'archive-ratio-too-large': ({ ratio }: { ratio: number }) =>
    `Архив при распаковке вырастает больше чем в ${ratio} раз, так бывает с ` +
    'вредоносными архивами. Проверьте выгрузку в 1С.',
  'file-read-too-long': ({ seconds }: { seconds: number }) =>
    `Файл не удалось прочитать за ${seconds} с. Уменьшите порцию выгрузки в 1С.`,
  'file-read-failed': ({ tries }: { tries: number }) =>
    `Файл пришёл целиком, но прочитать его не удалось: каждая из ${tries} попыток кончилась ошибкой ` +
    'или остановкой сервера обмена (например, не хватило памяти), её причина записана в его логе. ' +
    'Попросите того, кто обслуживает сервер, посмотреть её там, и затем повторите выгрузку из 1С.',
  'file-needs-memory':
    'Файлу не хватило памяти на чтение: в нём слишком большой документ. Уменьшите порцию выгрузки в 1С.',
  'file-unreadable': ({ name, line, column, problem }: UnreadableFile) =>
    `Файл «${name}» не прочитан: строка ${line}, столбец ${column}. ${XML_PROBLEMS[problem]}`,
}

export interface UnreadableFile {
  name: string
  line: number
  column: number
  problem: XmlProblem
}

/** Why its XML can't be read, by the codec's codes. */
export type XmlProblem = keyof typeof XML_PROBLEMS

const AGAIN = 'Повторите выгрузку из 1С; если не поможет, передайте файл тому, кто обслуживает 1С.'

const XML_PROBLEMS = {
  malformed: `Здесь нарушен XML. ${AGAIN}`,
  'unexpected-end': 'Файл обрывается на этом месте: конец не пришёл. Повторите выгрузку из 1С.',
  'not-commerceml':
    'Корень файла не «КоммерческаяИнформация», это не CommerceML. ' +
    'Проверьте, что в 1С выбрана выгрузка на сайт.',
  'commerceml-1':
    'Это CommerceML версии 1, она не поддерживается. Включите в 1С выгрузку в формате CommerceML 2.',
  archive: `Внутри лежит ещё один архив, такие не читаются. ${AGAIN}`,
  'wrong-encoding': `Кодировка файла не та, что названа в его первой строке. ${AGAIN}`,
  doctype:
    'В файле есть объявление DOCTYPE: в CommerceML его не бывает, а ' +
    'вредоносные файлы пользуются им. Такой файл не принимается.',
  'too-deep': 'Элементы вложены слишком глубоко. Проверьте выгрузку в 1С.',
  'too-many-attributes': 'У элемента слишком много атрибутов. Проверьте выгрузку в 1С.',
  'text-too-long': 'Здесь слишком длинный текст. Проверьте выгрузку в 1С.',
  'document-too-large': 'Документ слишком велик. Проверьте выгрузку в 1С.',
  'unknown-encoding': `Кодировка файла неизвестна, Обмен читает UTF-8 и windows-1251. ${AGAIN}`,
  'bad-bytes': `Здесь байты, которых в кодировке файла не бывает. ${AGAIN}`,
}

const bytes = (count: number): string => sizeInWords(count, 'ru')
