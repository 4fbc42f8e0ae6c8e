import type { StateCode } from '../enumerations.js'
import { ordersInWords, pluralRu } from '../numbers-in-words.js'

/** The cause of an integration's state: a code and the parameters of its sentence. */
export interface StateCause {
  code: StateCode
  /** `loading`, `not-confirmed`: orders of the last answer. `searching`, `takes-none`: among how many. */
  orders: number | null
  /** `wrong-login`: the login that was typed into 1C instead. */
  login: string | null
  /** `failed`: the answer that 1C got. */
  failure: string | null
}

/** What a person can do about it, with one button. */
export const STATE_ACTIONS = {
  'never-called': 'connect',
  'new-password': 'connect',
  working: null,
  loading: null,
  'wrong-password': 'new-password',
  'wrong-login': 'connect',
  'not-confirmed': 'open-exchange',
  searching: 'open-exchange',
  'takes-none': 'open-exchange',
  cut: 'open-exchange',
  failed: 'open-exchange',
  'no-calls': 'connect',
  paused: 'resume',
  restored: 'resume',
} as const satisfies Record<StateCode, string | null>

type Sentences = Record<StateCode, (cause: StateCause) => string>

const ru: Sentences = {
  'never-called': () => '1С ещё не обращалась: введите в ней адрес, логин и пароль.',
  'new-password': () => 'Пароль изменён, с новым 1С ещё не входила: введите его в 1С.',
  working: () => '1С обращается и получает свои заказы.',
  loading: ({ orders }) => `1С получила ${ordersRu(orders)} и пока не подтвердила загрузку: ждём.`,
  'wrong-password': () => '1С не может войти: неверный пароль.',
  'wrong-login': ({ login }) => `1С не может войти: неверный логин «${login}».`,
  'not-confirmed': ({ orders }) =>
    `1С получила ${ordersRu(orders)}, но не подтверждает загрузку: посмотрите в 1С, чем закончился обмен.`,
  searching: ({ orders }) =>
    orders === 1
      ? '1С не принимает один из заказов, и Обмен проверяет, тот ли это заказ, ' +
        'который он нашёл. Остальные заказы 1С получает.'
      : '1С не подтверждает заказы. Обмен даёт ей их по частям и ищет среди ' +
        `${ofOrdersRu(orders)} тот, который она не принимает. Вмешиваться не нужно.`,
  'takes-none': ({ orders }) =>
    `1С не принимает ни одного заказа: не подтвердила ни один из ${ofOrdersRu(orders)}, как их ни давай. ` +
    'Причина в самой 1С: посмотрите в ней журнал регистрации за время обмена. Когда она примет хоть один, ' +
    'остальные пойдут сами.',
  cut: () => 'Передача обрывается: 1С не получает заказы до конца. Проверьте связь между 1С и сервером.',
  failed: ({ failure }) => `Обмен не удаётся: ${failure ?? ''}`,
  'no-calls': () => '1С перестала обращаться: проверьте, что она запущена и обмен в ней идёт по расписанию.',
  paused: () => 'Интеграция приостановлена: 1С получает отказ, заказы копятся.',
  restored: () =>
    'База Обмена восстановлена из резервной копии: обмен остановлен, пока не указано, с какого номера ' +
    'продолжать.',
}

const en: Sentences = {
  'never-called': () => '1C has not called yet: type the address, login and password into it.',
  'new-password': () =>
    'The password was changed, and 1C has not signed in with the new one: type it into 1C.',
  working: () => '1C calls and takes its orders.',
  loading: ({ orders }) => `1C took ${ordersEn(orders)} and has not confirmed the load yet: waiting.`,
  'wrong-password': () => '1C can’t sign in: wrong password.',
  'wrong-login': ({ login }) => `1C can’t sign in: wrong login “${login}”.`,
  'not-confirmed': ({ orders }) =>
    `1C took ${ordersEn(orders)} and does not confirm the load: look in 1C how the exchange ended.`,
  searching: ({ orders }) =>
    orders === 1
      ? '1C does not accept one of the orders, and Obmen checks whether it ' +
        'is the one that it found. 1C gets the others.'
      : '1C does not confirm orders. Obmen gives them to it in parts and looks among ' +
        `${ordersEn(orders)} for the one that it does not accept. There is nothing to do.`,
  'takes-none': ({ orders }) =>
    `1C accepts no order at all: it confirmed none of ${ordersEn(orders)}, in whatever parts they were ` +
    'given. The cause is in 1C itself: look in its event log at the time of the exchange. Once it accepts ' +
    'any, the others go by themselves.',
  cut: () =>
    'The transfer breaks off: 1C does not get the orders to the end. ' +
    'Check the network between 1C and the server.',
  failed: ({ failure }) => `The exchange fails: 1C was told “${failure ?? ''}”`,
  'no-calls': () => '1C no longer calls: check that it runs and that its exchange is scheduled.',
  paused: () => 'The integration is paused: 1C is refused, orders pile up.',
  restored: () =>
    'The database was restored from a backup: the exchange is stopped until somebody says from which ' +
    'number to go on.',
}

/** The state as a sentence, the same in REST, web app and command line. */
export function describeState(cause: StateCause, language: 'ru' | 'en'): string {
  return (language === 'ru' ? ru : en)[cause.code](cause)
}

function ordersRu(count: number | null): string {
  return count === null ? 'заказы' : ordersInWords(count, 'ru')
}

function ofOrdersRu(count: number | null): string {
  return count === null ? 'заказов' : `${count} ${pluralRu(count, 'заказа', 'заказов', 'заказов')}`
}

function ordersEn(count: number | null): string {
  return count === null ? 'orders' : ordersInWords(count, 'en')
}
