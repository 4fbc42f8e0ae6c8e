/** The kinds of 1C and their names. A new one is a line here, and a file in service/src/clients/. */
export const CLIENT_NAMES = {
  bp: { ru: '1С:Бухгалтерия 3.0', en: '1C:Accounting 3.0' },
  unf: { ru: '1С:Управление нашей фирмой', en: '1C:Small Business (UNF)' },
  ut: { ru: '1С:Управление торговлей, КА, ERP', en: '1C:Trade Management, KA, ERP' },
  rt: { ru: '1С:Розница', en: '1C:Retail' },
  bitrix: { ru: 'Модуль обмена Битрикс', en: 'Bitrix exchange module' },
} as const

export type Client = keyof typeof CLIENT_NAMES
export const CLIENTS = Object.keys(CLIENT_NAMES) as [Client, ...Client[]]

/** Their names in a language. */
export function clientNames(language: 'ru' | 'en'): Record<Client, string> {
  const names = CLIENTS.map(client => [client, CLIENT_NAMES[client][language]])
  return Object.fromEntries(names) as Record<Client, string>
}

/** `auto`: recognized by its exchanges; until then each order is sent in a form that all of them read. */
export type ClientChoice = 'auto' | Client
export const CLIENT_CHOICES: readonly ['auto', ...Client[]] = ['auto', ...CLIENTS]
