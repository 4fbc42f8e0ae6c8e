import { askOrders, type Session } from './authorize.js'
import type { Player } from './player.js'

export interface Orders {
  /** As 1C's XML reader gets it. */
  text: string
  bytes: number
}

/** `query`: an answer must start with `<?xml` (УНФ, БП: or the root). Undefined: the exchange ends. */
export async function queryOrders(
  player: Player,
  session: Session,
  stopAfterBytes?: number,
): Promise<Orders | undefined> {
  const received = await askOrders(player, session, 'query', stopAfterBytes)
  if (received === undefined) return undefined
  const text = player.bom === 'strip' ? received.text.replace(/^\uFEFF/, '') : received.text
  const problem = startProblem(player, text)
  if (problem === undefined) return { text: cleaned(player, text), bytes: received.step.bytes }
  player.findings.add(problem, 'queue', null, { mode: 'query', answer: text.slice(0, 255).trim() })
  return undefined
}

type StartProblem = 'zip-answer' | 'bom' | 'blank-before-xml' | 'query-failure' | 'query-unreadable'

function startProblem(player: Player, start: string): StartProblem | undefined {
  if (start.startsWith('PK')) return 'zip-answer'
  if (start.startsWith('<?xml')) return undefined
  if (player.traits.readsBareRoot && start.startsWith('<КоммерческаяИнформация')) return undefined
  if (start.startsWith('\uFEFF')) return 'bom'
  if (/^\s+<\?xml/.test(start)) return 'blank-before-xml'
  return /^\s*failure/i.test(start) ? 'query-failure' : 'query-unreadable'
}

const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f]/

/** УНФ removes control characters before reading; the others fail on them. */
function cleaned({ client, findings }: Player, text: string): string {
  if (!CONTROL.test(text)) return text
  if (client === 'unf') findings.addOnce('control-removed', 'silent', '')
  else findings.addOnce('control-characters', 'batch', '')
  return client === 'unf' ? text.replace(new RegExp(CONTROL, 'g'), '') : text
}
