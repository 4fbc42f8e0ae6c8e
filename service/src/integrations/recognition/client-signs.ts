/** The `User-Agent` of 1C:Enterprise. */
export const AGENT_1C = /^1C[+ ]Enterprise\b/i

/** What one exchange, that asked for orders, showed of the program that made it. */
export interface ExchangeSigns {
  /** It calls itself 1C:Enterprise and showed login and password, as 1C does with each call. */
  platform: boolean
  /** `type=catalog&mode=checkauth` came shortly before. */
  catalogFirst: boolean
  /** What `init` of the session came with; none: there was no init. */
  init: 'none' | 'plain' | 'version'
  /** `sessid` of the sign-in came back. */
  sessid: boolean
  /** Whether the cookie of the sign-in came back. */
  cookie: boolean
  /** Whether the address was that of Bitrix, which БП and УНФ build by themselves. */
  bitrixPath: boolean
  /** The version announced in `init`. */
  cmlVersion: string | null
}

export const FILE_KINDS = ['portions', 'numbered', 'guids'] as const
/** How files are named: `import0_1.xml`, `import0.xml`, `import___<guid>.xml`. */
export type FileKind = (typeof FILE_KINDS)[number]

/** All that is kept of it for an integration: some hundred bytes, written only when something new is shown. */
export interface ClientSigns {
  exchange?: ExchangeSigns
  /** How many exchanges in a row showed the same; counted to ENOUGH. */
  times?: number
  files?: FileKind
  /** Orders, and a catalogue, that it sent. */
  sends?: { orders?: true; catalogue?: true }
  /** It asked more than twice in one session: the module of Bitrix asks until the answer is empty, УНФ once more after a cut. */
  asksOn?: true
  /** `mode=deactivate` or `type=reference`, which only the module of Bitrix knows. */
  bitrixWords?: true
}

/** So many exchanges in a row must speak against a known program before anybody is asked. */
export const ENOUGH = 2

/** What a call shows beside an exchange of orders. */
export interface CallSigns {
  exchange?: ExchangeSigns
  asksOn?: true
  files?: FileKind
  sends?: 'orders' | 'catalogue'
  bitrixWords?: true
}

/** The signs with those of one call; the same object if it shows nothing new. Pure. */
export function addSigns(known: ClientSigns, shown: CallSigns): ClientSigns {
  let signs = known
  if (shown.exchange) {
    const same = known.exchange !== undefined && sameExchange(known.exchange, shown.exchange)
    const times = same ? Math.min((known.times ?? 1) + 1, ENOUGH) : 1
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

/** How a file that 1C sends is named; undefined: tells nothing (pictures, archives, orders). */
export function fileKindOf(name: string): FileKind | undefined {
  if (/^(import|offers)\d+_\d+\.xml$/i.test(name)) return 'portions'
  if (/^(import|offers)\d+\.xml$/i.test(name)) return 'numbered'
  return /^[a-z]+___[0-9a-f-]+\.xml$/i.test(name) ? 'guids' : undefined
}
