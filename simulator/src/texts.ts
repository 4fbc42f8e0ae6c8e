import { EXCHANGE_TEXTS } from './texts-exchange.js'
import { LINE_TEXTS } from './texts-lines.js'
import { ORDER_TEXTS } from './texts-orders.js'

export const FINDING_TEXTS = { ...EXCHANGE_TEXTS, ...ORDER_TEXTS, ...LINE_TEXTS }

export type FindingCode = keyof typeof FINDING_TEXTS
