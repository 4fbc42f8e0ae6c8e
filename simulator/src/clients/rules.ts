import type { Load, OrderRules } from '../base/load.js'
import type { Client } from '../client.js'
import { bitrixRules } from './bitrix/bitrix.js'
import { bpRules } from './bp/bp.js'
import { rtRules } from './rt.js'
import { unfRules } from './unf/unf.js'
import { utRules } from './ut/ut.js'

/** How each configuration makes documents of orders. */
export const RULES: Record<Client, (load: Load) => OrderRules> = {
  bp: bpRules,
  unf: unfRules,
  ut: utRules,
  rt: rtRules,
  bitrix: bitrixRules,
}
