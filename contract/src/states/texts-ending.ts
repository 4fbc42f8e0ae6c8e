import type { ExchangeOutcome, Locale } from '../enumerations.js'
import { ordersInWords } from '../numbers-in-words.js'

/** How an exchange ended. */
export interface Ending {
  outcome: ExchangeOutcome
  ordersOffered: number
  ordersConfirmed: number
  /** The text after `failure` in the last answer to 1C, Russian. */
  failure: string | null
  /** Whether it asked for orders at all. */
  queried: boolean
  /** Whether it sent files: orders of its own or its catalogue. */
  uploaded: boolean
  /** Its client confirms a package although orders in it failed (УНФ). */
  confirmsFailures: boolean
}

/** How an exchange ended, and what that means, in a sentence or two. */
export function describeEnding(ending: Ending, language: Locale): string {
  return language === 'ru' ? ru(ending) : en(ending)
}

/** That the journal lacks calls of an exchange; empty if it lacks none. */
export function describeMissingCalls(calls: number, language: Locale): string {
  if (calls === 0) return ''
  return language === 'ru'
    ? `Слишком частые обращения этого обмена журнал только посчитал: ${calls}.`
    : `Calls of this exchange came too often; the journal only counted ${calls} of them.`
}

function ru(ending: Ending): string {
  const { outcome, ordersOffered, ordersConfirmed, failure, queried, uploaded, confirmsFailures } = ending
  const [offered, confirmed] = [ordersOffered, ordersConfirmed].map(count => ordersInWords(count, 'ru'))
  switch (outcome) {
    case 'running':
      return '1С получает заказы прямо сейчас.'
    case 'confirmed':
      return ordersConfirmed < ordersOffered
        ? `1С подтвердила ${confirmed} из ${ordersOffered} ` +
            'выданных; остальные придут в следующем обмене.'
        : `1С получила и подтвердила ${confirmed}.${confirmsFailures ? UNF_CONFIRMS.ru : ''}`
    case 'nothing':
      if (uploaded && !queried) return '1С выгрузила свои файлы и заказов не спрашивала.'
      if (uploaded) return '1С выгрузила свои файлы, новых и изменённых заказов для неё не было.'
      return queried
        ? 'Новых и изменённых заказов для 1С не было.'
        : '1С проверила соединение и заказов не спрашивала.'
    case 'unconfirmed':
      return (
        `1С получила ${offered}, но загрузку не подтвердила. Пока подтверждения нет, ` +
        'всё выданное придёт снова: посмотрите в 1С, чем закончилась загрузка.'
      )
    case 'refused':
      return failure
        ? `1С не вошла. Она получила ответ: ${failure}`
        : '1С не вошла: проверьте логин и пароль в настройках обмена в 1С.'
    case 'failed':
      return failure
        ? `Обмен не состоялся. 1С получила ответ: ${failure}`
        : 'Передача оборвалась, 1С не получила ответ до конца. Заказы не ' +
            'потеряны и придут в следующем обмене.'
  }
}

function en(ending: Ending): string {
  const { outcome, ordersOffered, ordersConfirmed, failure, queried, uploaded, confirmsFailures } = ending
  const [offered, confirmed] = [ordersOffered, ordersConfirmed].map(count => ordersInWords(count, 'en'))
  switch (outcome) {
    case 'running':
      return '1C is taking orders right now.'
    case 'confirmed':
      return ordersConfirmed < ordersOffered
        ? `1C confirmed ${confirmed} of ${ordersOffered} given out; the rest come in the next exchange.`
        : `1C took and confirmed ${confirmed}.${confirmsFailures ? UNF_CONFIRMS.en : ''}`
    case 'nothing':
      if (uploaded && !queried) return '1C sent its files and asked for no orders.'
      if (uploaded) return '1C sent its files; there were no new or changed orders for it.'
      return queried
        ? 'There were no new or changed orders for 1C.'
        : '1C checked the connection and asked for no orders.'
    case 'unconfirmed':
      return (
        `1C took ${offered} and did not confirm the load. Until it ` +
        'does, all of them come again: look in 1C how the load ended.'
      )
    case 'refused':
      return failure
        ? `Sign-in failed. 1C was answered: ${failure}`
        : 'Sign-in failed: check login and password in the exchange settings in 1C.'
    case 'failed':
      return failure
        ? `The exchange failed. 1C was answered: ${failure}`
        : 'The transfer broke off, 1C did not get the answer to its end. No ' +
            'order is lost, they come in the next exchange.'
  }
}

const UNF_CONFIRMS = {
  ru:
    ' УНФ подтверждает порцию, даже если часть заказов не загрузилась (кроме ' +
    'последнего): если заказа в ней нет, посмотрите её журнал регистрации.',
  en:
    ' UNF confirms a package even if orders in it failed to load (but the ' +
    'last): if an order is not there, look into its log.',
}
