import { describeSet, nameOfSet } from '../texts.js'

const listOf = (names: readonly string[]): string => names.join('; ')
const withLoss = (set: string): string => {
  const { name, brings } = describeSet(set)
  return brings === '' ? name : `${name} — без этого не узнать, ${brings}`
}
const EDITS =
  'Чтением не узнать, может ли этот пользователь ещё и изменять данные. Тот, которого предлагает создать ' +
  'сама 1С, может удалять документы: как сделать пользователя только для чтения и пропускать через ' +
  'веб-сервер только GET и HEAD — глава 10 руководства и docs/connect-1c.md.'

/** What each step of the check found, and what the administrator of 1C should do. */
export const checkTexts = {
  address: (url: string) =>
    `Обмен обращается по адресу ${url}.` +
    (url.startsWith('https:')
      ? ''
      : ' Это http: пароль и данные идут по сети открыто. Если 1С не в одной сети с Обменом, включите https.'),
  later: 'Проверьте ещё раз позже.',
  reached: (seconds: number) => `Сервер ответил за ${seconds} с.`,
  signedIn: (login: string) => `1С приняла имя «${login}» и пароль.`,
  reachedUnsigned: 'Сервер ответил.',

  nothingPublished:
    'База опубликована, но состав OData пуст: ни одни данные не отмечены. Попросите администратора 1С открыть ' +
    'обработку «Настройка стандартного интерфейса OData», закладку «Состав», и отметить данные по списку из ' +
    'главы 10 руководства (или docs/connect-1c.md).',
  vitalMissing: (set: string, others: readonly string[]) =>
    `В составе OData нет главного: ${nameOfSet(set)}. Без него читать нечего. Попросите администратора 1С ` +
    'открыть обработку «Настройка стандартного интерфейса OData», закладку «Состав», и отметить его' +
    (others.length === 0 ? '.' : `, а заодно: ${listOf(others.map(nameOfSet))}.`),
  published: 'Опубликовано всё, что нужно.',
  partlyPublished: (missing: readonly string[]) =>
    `Счета опубликованы, читать можно. Не отмечены в составе OData:\n${missing.map(withLoss).join(';\n')}.`,

  rights: `Читать можно всё, что опубликовано. ${EDITS}`,
  refused: (sets: readonly string[]) =>
    `У пользователя нет права чтения: ${listOf(sets.map(withLoss))}. Попросите администратора 1С добавить это право. `,
  restricted: (sets: readonly string[]) =>
    `Часть записей от пользователя скрыта (ограничение доступа на уровне записей): ` +
    `${listOf(sets.map(nameOfSet))}. Пока это так, Обмен не скажет ни об одном заказе, что его нет в 1С. ` +
    'Дайте пользователю доступ ко всей организации. ',
  otherFields: (sets: readonly string[]) =>
    `В этой версии 1С нет нужных полей: ${listOf(sets.map(withLoss))}. Обновите конфигурацию или сообщите ` +
    'разработчику Обмена её название и версию. ',
  edits: EDITS,

  organization: (name: string, inn: string, how: 'chosen' | 'by-inn' | 'only') =>
    `Организация: ${name}${inn === '' ? '' : `, ИНН ${inn}`} — ` +
    `${{ chosen: 'та, что выбрана', 'by-inn': 'её ИНН совпал с ИНН компании', only: 'она в базе одна' }[how]}.`,
  organizationUnknown: (names: readonly string[], chosen: string | null) =>
    `${chosen ? `Организации «${chosen}» в базе нет` : 'Ни одна организация базы не подходит по ИНН компании'}` +
    ` или подходят несколько. Выберите одну: ${listOf(names)}.`,
  noOrganizations:
    'Справочник организаций не прочитать, поэтому читаются счета всех организаций базы. Если их несколько, ' +
    'попросите отметить его в составе OData.',

  clock: (timezone: string) =>
    `Часы сервера 1С и Обмена сходятся. В датах 1С нет часового пояса: Обмен считает их временем локации, ${timezone}.`,
  clockOff: (minutes: number) =>
    `Часы сервера 1С ${minutes > 0 ? 'спешат' : 'отстают'} на ${Math.abs(minutes)} мин: переведите их или ` +
    'часы сервера Обмена. Иначе время оплат и счетов не сойдётся.',
  noClock: (timezone: string) =>
    'Сервер не сообщает время, сравнить часы нельзя. В датах 1С нет часового пояса: Обмен считает их временем ' +
    `локации, ${timezone}.`,
}
