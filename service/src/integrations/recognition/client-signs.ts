import type { Client, Settings } from '@obmen/contract/settings'
import type { Queryable } from '../../db/database.js'

/** The `User-Agent` of 1C:Enterprise. */
export const AGENT_1C = /^1C[+ ]Enterprise\b/i

/** What one exchange of orders revealed about the client. */
export interface ExchangeSigns {
  /** It identifies itself as 1C:Enterprise and sent login and password, as 1C does with each call. */
  platform: boolean
  /** `type=catalog&mode=checkauth` came shortly before. */
  catalogFirst: boolean
  /** Whether the session's `init` named a version; none: there was no init. */
  init: 'none' | 'plain' | 'version'
  /** It sent back the `sessid` of the sign-in. */
  sessid: boolean
  /** It sent back the cookie of the sign-in. */
  cookie: boolean
  /** It used the path of a Bitrix site, which Бухгалтерия and УНФ construct themselves. */
  bitrixPath: boolean
  /** The version announced in `init`. */
  cmlVersion: string | null
}

export const FILE_NAMINGS = ['portions', 'numbered', 'guids'] as const
/** How files are named: `import0_1.xml`, `import0.xml`, `import___<guid>.xml`. */
export type FileNaming = (typeof FILE_NAMINGS)[number]

/** What is known of an integration's client. Stored as JSON, whenever a call reveals something new. */
export interface ClientSigns {
  exchange?: ExchangeSigns
  /** How many exchanges in a row revealed the same, up to REQUIRED_REPEATS. */
  times?: number
  files?: FileNaming
  /** It has sent orders, or a catalogue. */
  sends?: { orders?: true; catalogue?: true }
  /** It queried more than twice in a session: the Bitrix module does until the answer is empty. */
  asksOn?: true
  /** It sent `mode=deactivate` or `type=reference`, which only the Bitrix module knows. */
  bitrixWords?: true
}

/** How many exchanges in a row must contradict the known client before a person is asked. */
export const REQUIRED_REPEATS = 2

/** What a call reveals about the client. */
export interface CallSigns {
  exchange?: ExchangeSigns
  asksOn?: true
  files?: FileNaming
  sends?: 'orders' | 'catalogue'
  bitrixWords?: true
}

/** Adds the signs of one call; returns the same object if nothing is new. Pure. */
export function addSigns(known: ClientSigns, shown: CallSigns): ClientSigns {
  let signs = known
  if (shown.exchange) {
    const same = known.exchange !== undefined && sameExchange(known.exchange, shown.exchange)
    const times = same ? Math.min((known.times ?? 1) + 1, REQUIRED_REPEATS) : 1
    if (!same || times !== known.times) signs = { ...signs, exchange: shown.exchange, times }
  }
  if (shown.files && shown.files !== known.files) signs = { ...signs, files: shown.files }
  if (shown.asksOn && !known.asksOn) signs = { ...signs, asksOn: true }
  if (shown.bitrixWords && !known.bitrixWords) signs = { ...signs, bitrixWords: true }
  if (shown.sends && !known.sends?.[shown.sends])
    signs = { ...signs, sends: { ...known.sends, [shown.sends]: true } }
  return signs
}

function sameExchange(one: ExchangeSigns, other: ExchangeSigns): boolean {
  return (Object.keys(one) as (keyof ExchangeSigns)[]).every(key => one[key] === other[key])
}

/** How a file that 1C sends is named; undefined if that reveals nothing (pictures, archives, orders). */
export function fileNamingOf(name: string): FileNaming | undefined {
  if (/^(import|offers)\d+_\d+\.xml$/i.test(name)) return 'portions'
  if (/^(import|offers)\d+\.xml$/i.test(name)) return 'numbered'
  return /^[a-z]+___[0-9a-f-]+\.xml$/i.test(name) ? 'guids' : undefined
}

/** SQL: whether `integration i` sent `type=catalog&mode=checkauth` within the last hour. */
export const CATALOG_FIRST = `coalesce(i.catalog_at > now() - interval '1 hour', false)`

export interface StoredSigns {
  signs: ClientSigns | null
  catalogFirst: boolean
  companyId: string
  settings: Settings
  recognized: Client | null
}

const SELECT = `
  select i.client_signs as signs, ${CATALOG_FIRST} as "catalogFirst", i.company_id as "companyId", i.settings,
         i.recognized_client as recognized
    from integration i where i.key = $1`

/** What is known of an integration's client, if there is one. `lock`: until the transaction ends. */
export async function loadSigns(
  db: Queryable,
  integrationKey: number,
  lock = false,
): Promise<StoredSigns | undefined> {
  const { rows } = await db.query<StoredSigns>(`${SELECT}${lock ? ' for no key update' : ''}`, [
    integrationKey,
  ])
  return rows[0]
}

/** Adds the signs of a call; returns the result. */
export async function storeSigns(
  tx: Queryable,
  integrationKey: number,
  shown: CallSigns,
): Promise<StoredSigns | undefined> {
  const stored = await loadSigns(tx, integrationKey, true)
  if (!stored) return undefined
  const signs = addSigns(stored.signs ?? {}, shown)
  if (signs !== stored.signs)
    await tx.query('update integration set client_signs = $2 where key = $1', [
      integrationKey,
      JSON.stringify(signs),
    ])
  return { ...stored, signs }
}
