import { pluralRu } from '../numbers-in-words.js'

/** What Obmen does about a 1C that does not confirm, by code. Russian, for accountants. */
export const QUARANTINE_NOTES = {
  'package-not-confirmed': ({ count, number }: { count: number; number: string | null }) =>
    '1С скачала ' +
    `${orders(count, 'заказ', 'заказа', 'заказов')}${count === 1 && number ? ` (${number})` : ''} ` +
    'и не подтвердила.',
  'package-unclear': ({ count }: { count: number }) =>
    `Подтверждения ${orders(count, 'заказа', 'заказов', 'заказов')} не было, но 1С ` +
    'могла их не получить или ещё загружает: выводов не делаем.',
  'order-set-aside': ({ number }: { number: string | null }) =>
    `${orderNamed(number)} удержан: 1С не приняла его и отдельно от других. Он не задерживает остальные.`,
  'all-given': 'Даём все заказы снова.',
  'rest-given': ({ count }: { count: number }) =>
    `Даём все заказы, кроме ${count}: ` +
    `${count === 1 ? 'его' : 'их'} пробуем отдельно, чтобы не задержать остальные.`,
  'control-given': ({ count }: { count: number }) =>
    'Даём пустой пакет: так видно, подтверждает ли 1С сейчас хоть что-нибудь. ' +
    `${count === 1 ? 'Ждёт' : 'Ждут'} ${orders(count, 'заказ', 'заказа', 'заказов')}: ` +
    `${count === 1 ? 'его' : 'их'} пробуем отдельно; ` +
    'кроме них давать нечего.',
  'order-given-alone': ({ number }: { number: string | null }) =>
    `${orderNamed(number)} даём отдельно: так видно, его ли не принимает 1С.`,
  'order-given-again': ({ number }: { number: string | null }) =>
    `${orderNamed(number)} был удержан; пробуем его снова, отдельно от других.`,
  'orders-given-again': ({ numbers, more }: Pick<GivenPart, 'numbers' | 'more'>) =>
    `Пробуем вместе заказы, о которых ещё не ясно, примет ли их 1С: ${numbers}${more ? ' и ещё' : ''}.`,
  'part-given': ({ count, of, numbers, more }: GivenPart) => {
    const half = count * 2 >= of - 1 && count * 2 <= of + 1
    return (
      `${half ? 'Даём половину' : `Даём ${count} из ${of}`}: ${count === 1 ? 'заказ' : 'заказы'} ` +
      `${numbers}${more ? ' и другие' : ''}.`
    )
  },
  'order-refused': ({ known, proven, earlierMonth }: RefusedOrder) =>
    [
      proven
        ? '1С не приняла этот заказ: она скачала его отдельно и не подтвердила, а другие заказы подтвердила.'
        : '1С не приняла этот заказ: она скачала его отдельно и не подтвердила. Других заказов она за ' +
          'это время не подтверждала, так что причина может быть и в самой 1С.',
      earlierMonth
        ? 'Скорее всего, его период в 1С закрыт («Даты запрета изменения»): ' +
          'откройте период или оставьте документ как есть.'
        : known
          ? 'Он в 1С уже есть; скорее всего, его документ там нельзя изменить: закрыт период, ' +
            'документ заблокирован или связан с другими. Посмотрите его в 1С.'
          : 'Посмотрите в 1С журнал регистрации за время этого обмена: там сказано, чего не хватило.',
      'Заказ пойдёт снова, когда изменится, когда вы нажмёте «Отпустить», и сам собой через некоторое время.',
    ].join(' '),
}

/** `numbers`: as ranges, `1–6, 8`; `more`: there are others. */
export interface GivenPart {
  count: number
  of: number
  numbers: string
  more: boolean
}

/** `known`: 1C has it; `proven`: it confirmed others meanwhile; `earlierMonth`: that may be closed. */
export interface RefusedOrder {
  known: boolean
  proven: boolean
  earlierMonth: boolean
}

function orders(count: number, one: string, few: string, many: string): string {
  return `${count} ${pluralRu(count, one, few, many)}`
}

function orderNamed(number: string | null): string {
  return number ? `Заказ ${number}` : 'Заказ'
}
