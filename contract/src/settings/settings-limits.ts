/** Longest name of a payment method in 1C, in UTF-16 units. */
export const MAX_METHOD_LENGTH = 50
/** Longest status or gateway in a rule. */
export const MAX_WORD_LENGTH = 200
export const MAX_RULES = 1000
export const MAX_BATCH = 50_000
/** Unconfirmed packages in a row before the search begins, and seconds until one counts. */
export const MAX_QUARANTINE_AFTER = 100
export const MAX_QUARANTINE_PAUSE = 86_400
/** In minutes: a year. */
export const MAX_SILENT_AFTER = 525_600
/** Order numbers for 1C have at most six digits. */
export const MAX_ORDER_NUMBER = 999_999
/** How far above the highest used number `ordernumberfrom` may be set without confirmation. */
export const UNCONFIRMED_JUMP = 10_000
/** Longest text of settings, in UTF-16 units. */
export const MAX_SETTINGS_LENGTH = 100_000
