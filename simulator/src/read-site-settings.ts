import { SaxesParser } from 'saxes'
import type { OneC } from './base/base.js'
import { Findings } from './findings.js'
import { askOrders, authorize } from './protocol/authorize.js'
import { controlText } from './protocol/exchange-call.js'
import { Player, type SiteOptions } from './protocol/player.js'
import type { Finding, Step } from './result.js'

export interface SiteSettings {
  /** Whether the answer was read; if not, see `findings` and `steps`. */
  ok: boolean
  statuses: { id: string; name: string }[]
  /** Those without `ТипОплаты`, or with «Эквайринговая оплата»: 1C keeps no others. */
  paymentMethods: { id: string; name: string }[]
  deliveries: { id: string; name: string }[]
  steps: Step[]
  findings: Finding[]
}

/** `type=sale&mode=info`, from which УНФ and БП fill their tables at the press of a button. */
export async function readSiteSettings(base: OneC, options: SiteOptions): Promise<SiteSettings> {
  const findings = new Findings(50)
  const player = new Player(base, options, findings)
  try {
    const text = await askInfo(player)
    const read = text === undefined ? undefined : readDictionaries(text)
    const lists = read ?? { statuses: [], paymentMethods: [], deliveries: [] }
    return { ok: read !== undefined, ...lists, steps: player.steps, findings: findings.list }
  } finally {
    player.close()
  }
}

async function askInfo(player: Player): Promise<string | undefined> {
  const session = await authorize(player, 'sale')
  if (session === undefined) return undefined
  const received = await askOrders(player, session, 'info')
  if (received === undefined) return undefined
  const text = await controlText(player, received)
  if (text.startsWith('<?xml')) return text
  player.findings.add('query-unreadable', 'queue', null, { answer: text.slice(0, 255) })
  return undefined
}

type Entry = { id: string; name: string; kind: string | undefined }

function readDictionaries(
  xml: string,
): Pick<SiteSettings, 'statuses' | 'paymentMethods' | 'deliveries'> | undefined {
  const lists = new Map<string, Entry[]>()
  const path: string[] = []
  let entry: Map<string, string> | undefined
  let broken = false
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', () => {
    broken = true
  })
  parser.on('opentag', ({ name }) => {
    path.push(name)
    if (name === 'Элемент') entry = new Map()
  })
  parser.on('text', text => {
    const name = path.at(-1)
    if (entry !== undefined && name !== undefined && name !== 'Элемент')
      entry.set(name, (entry.get(name) ?? '') + text)
  })
  parser.on('closetag', ({ name }) => {
    path.pop()
    if (name !== 'Элемент' || entry === undefined) return
    const list = lists.get(path.at(-1) ?? '') ?? []
    list.push({ id: entry.get('Ид') ?? '', name: entry.get('Название') ?? '', kind: entry.get('ТипОплаты') })
    lists.set(path.at(-1) ?? '', list)
    entry = undefined
  })
  parser.write(xml).close()
  if (broken) return undefined
  const pick = (name: string) => (lists.get(name) ?? []).map(({ id, name: title }) => ({ id, name: title }))
  const online = (lists.get('ПлатежныеСистемы') ?? []).filter(
    one => one.kind === undefined || one.kind === 'Эквайринговая оплата',
  )
  // Bitrix writes the first letter of «Статусы» in Latin; both spellings are read.
  const statuses = new Map([...pick('Статусы'), ...pick('Cтатусы')].map(status => [status.id, status]))
  return {
    statuses: [...statuses.values()],
    paymentMethods: online.map(({ id, name }) => ({ id, name })),
    deliveries: pick('СлужбыДоставки'),
  }
}
