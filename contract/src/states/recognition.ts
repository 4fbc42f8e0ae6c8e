/** What an exchange showed of the program that made it. */
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

/** What the exchanges so far say of how 1C was set up. */
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

/** good: as it should be; look: something may get lost; known: good to know. */
export const CHECK_TONES = ['good', 'look', 'known'] as const
export type CheckTone = (typeof CHECK_TONES)[number]

export interface ConnectionCheck {
  code: ConnectionCheckCode
  tone: CheckTone
  /** Of `start-date-…`: how many orders, and since which day БП loads by itself. */
  orders: number | null
  date: string | null
  /** Of `not-1c`: what the program calls itself; null where it is that it shows no password or cookie. */
  agent: string | null
  /** Whether it is Бухгалтерия; УНФ else. */
  bp: boolean
}
