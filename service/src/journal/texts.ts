import { type ExchangeOutcome, pluralRu } from '@obmen/contract'

export interface Ending {
  outcome: ExchangeOutcome
  ordersOffered: number
  ordersConfirmed: number
  /** The text after `failure` in the last answer. */
  failure: string | null
  /** Whether it asked for orders at all. */
  queried: boolean
  /** Its client confirms a package although orders in it failed (УНФ). */
  confirmsFailures: boolean
}

/** How an exchange ended, and what that means, in a sentence or two. */
export function describeEnding({
  outcome,
  ordersOffered,
  ordersConfirmed,
  failure,
  queried,
  confirmsFailures,
}: Ending): string {
  switch (outcome) {
    case 'running':
      return '1С получает заказы прямо сейчас.'
    case 'confirmed':
      return ordersConfirmed < ordersOffered
        ? `1С подтвердила ${orders(ordersConfirmed)} из ${ordersOffered} выданных; остальные придут в следующем обмене.`
        : `1С получила и подтвердила ${orders(ordersConfirmed)}.${confirmsFailures ? ' УНФ подтверждает порцию, даже если часть заказов не загрузилась (кроме последнего): если заказа в ней нет, посмотрите её журнал регистрации.' : ''}`
    case 'nothing':
      return queried
        ? 'Новых и изменённых заказов для 1С не было.'
        : '1С проверила соединение и заказов не спрашивала.'
    case 'unconfirmed':
      return `1С получила ${orders(ordersOffered)}, но загрузку не подтвердила. Пока подтверждения нет, всё выданное придёт снова: посмотрите в 1С, чем закончилась загрузка.`
    case 'refused':
      return failure
        ? `Вход не выполнен. 1С получила ответ: ${failure}`
        : 'Вход не выполнен: проверьте логин и пароль в настройках обмена в 1С.'
    case 'failed':
      return failure
        ? `Обмен не состоялся. 1С получила ответ: ${failure}`
        : 'Передача оборвалась, 1С не получила ответ до конца. Заказы не потеряны и придут в следующем обмене.'
  }
}

function orders(count: number): string {
  return `${count} ${pluralRu(count, 'заказ', 'заказа', 'заказов')}`
}

export const JOURNAL_TEXTS = {
  badTime: 'Время нужно указать в ISO 8601, например 2026-11-17T12:15:00+03:00.',
}
