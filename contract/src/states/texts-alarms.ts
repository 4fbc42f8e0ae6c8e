import type { AlarmCause, Locale } from '../enumerations.js'
import { ordersInWords, pluralEn, pluralRu, sizeInWords } from '../numbers-in-words.js'
import type { AlarmFacts } from '../rest/alarms.js'
import { describeState } from './texts-states.js'

/** What is known of an alarm, and since when it holds. Its words leave out what is missing. */
type Known = AlarmFacts & { since?: string }

export interface AlarmWords {
  /** What is wrong, without a full stop. */
  subject: string
  /** Since when; empty if that is not known. */
  since: string
  why: string
  /** What to do. */
  action: string
  /** Where in the web app. */
  path: string
}

interface Words {
  subject: string
  why: string | undefined
  action: string
}
type At = (time: string) => string
type Sentences = Record<AlarmCause, (facts: Known, at: At) => Words>

const PATHS: Record<AlarmCause, (facts: Known) => string> = {
  silent: ofIntegration,
  refused: ofIntegration,
  unconfirmed: ofIntegration,
  late: facts => (facts.integrationId ? `${ofIntegration(facts)}?tab=owed` : '/attention'),
  quarantined: heldOrders,
  held: heldOrders,
  'failed-file': ({ exchangeId }) => (exchangeId === undefined ? '/attention' : `/exchanges/${exchangeId}`),
  'reading-failed': ofIntegration,
  'webhook-stopped': ({ webhookId }) => (webhookId ? `/settings/webhooks/${webhookId}` : '/attention'),
  'tasks-overdue': () => '/tasks',
  'backup-old': () => '/infrastructure',
  disk: () => '/infrastructure',
  connections: () => '/infrastructure',
  clock: () => '/infrastructure',
  certificate: () => '/infrastructure',
}

function ofIntegration({ integrationId }: Known): string {
  return integrationId ? `/integrations/${integrationId}` : '/attention'
}

function heldOrders({ integrationId }: Known): string {
  return `/orders?state=held${integrationId ? `&integrationId=${integrationId}` : ''}`
}

const ru: Sentences = {
  silent: (facts, at) => ({
    subject: `${base(facts, 'ru')} молчит`,
    why: sentences(
      facts.lastSeenAt && `Последний раз 1С обращалась ${at(facts.lastSeenAt)}.`,
      waiting(facts, 'ru'),
    ),
    action: 'Проверьте, что компьютер с 1С включён, 1С запущена и обмен в ней идёт по расписанию.',
  }),
  refused: facts => ({
    subject: `${base(facts, 'ru')} не может войти`,
    why: sentences(state(facts, 'ru') ?? 'Обмен не принимает её логин или пароль.', waiting(facts, 'ru')),
    action: 'Введите в 1С логин и пароль со страницы интеграции; забытый пароль там же замените новым.',
  }),
  unconfirmed: facts => ({
    subject: `${base(facts, 'ru')} не подтверждает заказы`,
    why: sentences(
      state(facts, 'ru') ?? '1С получила заказы и не ответила, что загрузила их.',
      waiting(facts, 'ru'),
    ),
    action: 'Посмотрите в 1С, чем закончился обмен, и последний обмен на странице интеграции.',
  }),
  late: (facts, at) => ({
    subject: `${base(facts, 'ru')} не забирает заказы`,
    why: sentences(waiting(facts, 'ru'), facts.owedSince && `Первый ждёт с ${at(facts.owedSince)}.`),
    action: 'Запустите обмен в 1С и проверьте, что включено его расписание.',
  }),
  quarantined: facts => ({
    subject: `${base(facts, 'ru')} не принимает ${count(facts, 'ru')}`,
    why: facts.reason,
    action: 'Откройте эти заказы: у каждого написано, что проверить. Остальные заказы 1С получает.',
  }),
  held: facts => ({
    subject: `Не выгружаются в ${base(facts, 'ru')}: ${count(facts, 'ru')}`,
    why: facts.reason,
    action: 'Откройте эти заказы: у каждого написано, что исправить.',
  }),
  'failed-file': facts => ({
    subject: `Файл ${facts.file ? `«${facts.file}» ` : ''}из ${base(facts, 'ru')} не прочитан`,
    why: facts.failure ?? undefined,
    action: 'Откройте обмен: там написано, что не так с файлом. Потом повторите обмен в 1С.',
  }),
  'reading-failed': ({ readAt, failure, ...facts }, at) => ({
    subject: `${base(facts, 'ru')} не читается`,
    why: sentences(failure, readAt && `Последний раз прочитана ${at(readAt)}.`),
    action:
      'Откройте «Чтение из 1С» на странице интеграции и нажмите «Проверить»: будет видно, что исправить.',
  }),
  'webhook-stopped': facts => ({
    subject: 'Вебхук остановлен: события не доходят',
    why: facts.url && `Адрес: ${facts.url}.`,
    action: 'Откройте вебхук: там ответы получателя. Исправьте получателя и возобновите вебхук.',
  }),
  'tasks-overdue': ({ tasks }) => ({
    subject:
      tasks === undefined
        ? 'Задачи бухгалтеру не сделаны'
        : `${tasks} ${pluralRu(tasks, 'задача бухгалтеру не сделана', 'задачи бухгалтеру не сделаны', 'задач бухгалтеру не сделаны')}`,
    why: 'Этого 1С не узнает от Обмена: нужно сделать в ней руками.',
    action: 'Откройте задачи, сделайте их в 1С и отметьте.',
  }),
  'backup-old': ({ lastBackupAt, failure }, at) => ({
    subject: 'Нет свежей резервной копии',
    why: sentences(
      lastBackupAt ? `Последняя сделана ${at(lastBackupAt)}.` : 'Ни одной ещё не сделано.',
      failure && `Ошибка: ${failure}`,
    ),
    action: 'Проверьте место и права в папке BACKUP_DIR и сделайте копию: obmen backup.',
  }),
  disk: ({ path, usedPercent, freeBytes }) => ({
    subject: 'Диск почти заполнен',
    why: sentences(
      usedPercent !== undefined && `Занято ${usedPercent}%${path ? ` диска с ${path}` : ''}.`,
      freeBytes !== undefined && `Свободно ${sizeInWords(freeBytes, 'ru')}.`,
    ),
    action: 'Освободите место или увеличьте диск: на полном диске заказы не принимаются.',
  }),
  connections: ({ used, allowed }) => ({
    subject: 'Соединения с базой данных кончаются',
    why: used !== undefined && allowed !== undefined ? `Занято ${used} из ${allowed}.` : undefined,
    action: 'Найдите, кто их занимает, или увеличьте max_connections; obmen check скажет, сколько нужно.',
  }),
  clock: ({ offsetSeconds }) => ({
    subject: 'Часы сервера и базы данных расходятся',
    why:
      offsetSeconds === undefined ? undefined : `Разница — ${Math.round(Math.abs(offsetSeconds) / 60)} мин.`,
    action: 'Включите синхронизацию времени (NTP) на обеих машинах.',
  }),
  certificate: ({ host, expiresAt }, at) => ({
    subject: `Сертификат ${host ?? 'сайта'} скоро кончится`,
    why: expiresAt && `Действует до ${at(expiresAt)}; потом 1С и браузеры не смогут подключиться.`,
    action: 'Продлите сертификат на сервере или прокси, где он стоит.',
  }),
}

const en: Sentences = {
  silent: (facts, at) => ({
    subject: `${base(facts, 'en')} is silent`,
    why: sentences(facts.lastSeenAt && `1C called last on ${at(facts.lastSeenAt)}.`, waiting(facts, 'en')),
    action: 'Check that the computer with 1C is on, 1C runs and its exchange is scheduled.',
  }),
  refused: facts => ({
    subject: `${base(facts, 'en')} can’t sign in`,
    why: sentences(
      state(facts, 'en') ?? 'Obmen does not accept its login or password.',
      waiting(facts, 'en'),
    ),
    action: 'Type the login and password of the integration’s page into 1C; replace a lost password there.',
  }),
  unconfirmed: facts => ({
    subject: `${base(facts, 'en')} does not confirm orders`,
    why: sentences(
      state(facts, 'en') ?? '1C took orders and did not say that it loaded them.',
      waiting(facts, 'en'),
    ),
    action: 'Look in 1C how the exchange ended, and at the last exchange on the integration’s page.',
  }),
  late: (facts, at) => ({
    subject: `${base(facts, 'en')} does not fetch its orders`,
    why: sentences(
      waiting(facts, 'en'),
      facts.owedSince && `The first has waited since ${at(facts.owedSince)}.`,
    ),
    action: 'Run the exchange in 1C and check that its schedule is switched on.',
  }),
  quarantined: facts => ({
    subject: `${base(facts, 'en')} does not accept ${count(facts, 'en')}`,
    why: undefined,
    action: 'Open these orders: each says what to check. 1C gets the others.',
  }),
  held: facts => ({
    subject: `Held back from ${base(facts, 'en')}: ${count(facts, 'en')}`,
    why: undefined,
    action: 'Open these orders: each says what to mend.',
  }),
  'failed-file': facts => ({
    subject: `A file ${facts.file ? `“${facts.file}” ` : ''}of ${base(facts, 'en')} was not read`,
    why: undefined,
    action: 'Open the exchange: it says what is wrong with the file. Then repeat the exchange in 1C.',
  }),
  'reading-failed': ({ readAt, failure: _, ...facts }, at) => ({
    subject: `${base(facts, 'en')} can’t be read`,
    why: readAt ? `It was last read on ${at(readAt)}.` : undefined,
    action: 'Open “Reading from 1C” on the integration’s page and press “Check”: it says what to mend.',
  }),
  'webhook-stopped': facts => ({
    subject: 'A webhook has stopped: events do not arrive',
    why: facts.url && `Its address: ${facts.url}.`,
    action: 'Open the webhook: it shows the receiver’s answers. Mend the receiver and resume the webhook.',
  }),
  'tasks-overdue': ({ tasks }) => ({
    subject:
      tasks === undefined
        ? 'Tasks for the accountant are not done'
        : `${tasks} ${pluralEn(tasks, 'task for the accountant is', 'tasks for the accountant are')} not ` +
          `done`,
    why: 'Obmen can’t tell 1C of this: it has to be done there by hand.',
    action: 'Open the tasks, do them in 1C and tick them off.',
  }),
  'backup-old': ({ lastBackupAt, failure }, at) => ({
    subject: 'There is no recent backup',
    why: sentences(
      lastBackupAt ? `The last was made on ${at(lastBackupAt)}.` : 'None was made yet.',
      failure && `Error: ${failure}`,
    ),
    action: 'Check space and rights in the folder BACKUP_DIR and make one: obmen backup.',
  }),
  disk: ({ path, usedPercent, freeBytes }) => ({
    subject: 'The disk is almost full',
    why: sentences(
      usedPercent !== undefined && `${usedPercent}% ${path ? `of the disk of ${path} ` : ''}is used.`,
      freeBytes !== undefined && `${sizeInWords(freeBytes, 'en')} are free.`,
    ),
    action: 'Free some space or enlarge the disk: on a full one no orders are accepted.',
  }),
  connections: ({ used, allowed }) => ({
    subject: 'Connections to the database run out',
    why: used !== undefined && allowed !== undefined ? `${used} of ${allowed} are used.` : undefined,
    action: 'Find who uses them, or raise max_connections; obmen check says how many are needed.',
  }),
  clock: ({ offsetSeconds }) => ({
    subject: 'The clocks of the server and its database differ',
    why: offsetSeconds === undefined ? undefined : `By ${Math.round(Math.abs(offsetSeconds) / 60)} min.`,
    action: 'Switch on time synchronization (NTP) on both machines.',
  }),
  certificate: ({ host, expiresAt }, at) => ({
    subject: `The certificate of ${host ?? 'the site'} ends soon`,
    why: expiresAt && `It is valid until ${at(expiresAt)}; then 1C and browsers can’t connect.`,
    action: 'Renew the certificate on the server or proxy that has it.',
  }),
}

const WORDS = { ru, en }

/** An alarm in words, the same in mail, chats and web app. `timezone` is that of the location. */
export function describeAlarm(
  cause: AlarmCause,
  facts: Known,
  language: Locale,
  timezone = 'Europe/Moscow',
): AlarmWords {
  const at: At = time => timeInWords(time, language, timezone)
  const { subject, why, action } = WORDS[language][cause](facts, at)
  const since = facts.since ? `${language === 'ru' ? 'С' : 'Since'} ${at(facts.since)}` : ''
  return { subject, since, why: why ?? '', action, path: PATHS[cause](facts) }
}

function timeInWords(time: string, language: Locale, timeZone: string): string {
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  const at = new Date(time)
  const day = at.toLocaleDateString(locale, { timeZone, day: 'numeric', month: 'long' })
  const clock = at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return `${day} ${language === 'ru' ? 'в' : 'at'} ${clock}`
}

const sentences = (...parts: readonly (string | false | undefined | null)[]): string =>
  parts.filter(part => part).join(' ')

function base({ integrationName: name }: Known, language: Locale): string {
  if (name === undefined) return language === 'ru' ? '1С' : '1C'
  return language === 'ru' ? `1С «${name}»` : `1C “${name}”`
}

function count({ orders }: Known, language: Locale): string {
  if (orders !== undefined) return ordersInWords(orders, language)
  return language === 'ru' ? 'заказы' : 'orders'
}

const state = ({ stateCause }: Known, language: Locale): string | undefined =>
  stateCause && describeState(stateCause, language)

function waiting({ orders }: Known, language: Locale): string | undefined {
  if (!orders) return undefined
  return language === 'ru'
    ? `${pluralRu(orders, 'Ждёт', 'Ждут', 'Ждут')} ${ordersInWords(orders, 'ru')}.`
    : `${ordersInWords(orders, 'en')} ${pluralEn(orders, 'waits', 'wait')}.`
}
