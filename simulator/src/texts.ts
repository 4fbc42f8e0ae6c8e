import { CUSTOMER_TEXTS } from './texts/texts-customers.js'
import { EXCHANGE_TEXTS } from './texts/texts-exchange.js'
import { LINE_TEXTS } from './texts/texts-lines.js'
import { ORDER_TEXTS } from './texts/texts-orders.js'
import { PAYMENT_TEXTS } from './texts/texts-payments.js'

export interface FindingText {
  text: string
  remedy: string
}

export const FINDING_TEXTS = {
  ...EXCHANGE_TEXTS,
  ...ORDER_TEXTS,
  ...CUSTOMER_TEXTS,
  ...PAYMENT_TEXTS,
  ...LINE_TEXTS,
} satisfies Record<string, FindingText>

export type FindingCode = keyof typeof FINDING_TEXTS
