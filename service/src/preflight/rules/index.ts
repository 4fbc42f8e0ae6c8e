import { BUYER_RULES } from './buyer.js'
import { EFFECT_RULES } from './effects.js'
import { IDENTITY_RULES } from './identity.js'
import { KEPT_RULES } from './kept.js'
import { LINKED_ITEM_RULES } from './linked-items.js'
import { MALFORMED_RULES } from './malformed.js'
import { PAYMENT_RULES } from './payments.js'
import { QUEUE_RULES } from './queue.js'
import type { ComparingRule, Rule } from './rule.js'
import { SENT_PAYMENT_RULES } from './sent-payments.js'
import { SUM_RULES } from './sums.js'
import { TEXT_RULES } from './texts.js'
import { VAT_RULES } from './vat.js'

/** All rules in groups; findings of the same severity are sorted in this order. */
export const FAMILIES: readonly {
  title: string
  rules: readonly (Rule | ComparingRule)[]
}[] = [
  { title: 'Payments', rules: [...SENT_PAYMENT_RULES, ...PAYMENT_RULES] },
  { title: 'Kept from the first load', rules: KEPT_RULES },
  { title: 'Queue', rules: QUEUE_RULES },
  { title: 'Sums', rules: SUM_RULES },
  { title: 'VAT', rules: VAT_RULES },
  { title: 'Buyer', rules: BUYER_RULES },
  { title: 'Numbers and items', rules: IDENTITY_RULES },
  { title: 'Linked items', rules: LINKED_ITEM_RULES },
  { title: 'Texts', rules: TEXT_RULES },
  { title: 'Shape of the document', rules: MALFORMED_RULES },
  { title: 'What it makes', rules: EFFECT_RULES },
]
