/** What an exchange revealed about the program that made it. */
export const CLIENT_FACTS = [
  'not-1c',
  'catalog-first',
  'no-catalog-first',
  'init-with-version',
  'init-before-query',
  'no-init',
  'sessid-without-init',
  'version-announced',
  'asks-on',
  'files-in-portions',
  'files-numbered',
  'files-with-guids',
  'sends-files',
  'words-of-bitrix',
] as const
export type ClientFact = (typeof CLIENT_FACTS)[number]

/** What the exchanges so far reveal about the setup of 1C. */
export const CONNECTION_CHECKS = [
  'signs-in',
  'not-1c',
  'site-bitrix',
  'site-bitrix-silent',
  'site-other',
  'sends-nothing',
  'sends-orders',
  'sends-refused',
  'sends-none-yet',
  'start-date-ahead',
  'start-date-passed',
] as const
export type ConnectionCheckCode = (typeof CONNECTION_CHECKS)[number]

/** good: as it should be; look: something may get lost; known: worth knowing. */
export const CHECK_TONES = ['good', 'look', 'known'] as const
export type CheckTone = (typeof CHECK_TONES)[number]

export interface ConnectionCheck {
  code: ConnectionCheckCode
  tone: CheckTone
  /** For `start-date-…`: how many orders, and from which day on БП loads orders by itself. */
  orders: number | null
  date: string | null
  /** For `not-1c`: the program's User-Agent; null if it is missing a password or cookie instead. */
  agent: string | null
  /** True for Бухгалтерия, false for УНФ. */
  bp: boolean
}
