import { EXCHANGE_TEXTS } from './texts-exchange.js'
import { LINE_TEXTS } from './texts-lines.js'
import { ORDER_TEXTS } from './texts-orders.js'

export interface FindingText {
  /** Its number in the list of traps (README); 0 = none of them. */
  trap: number
  text: string
  remedy: string
}

export const FINDING_TEXTS = { ...EXCHANGE_TEXTS, ...ORDER_TEXTS, ...LINE_TEXTS }
