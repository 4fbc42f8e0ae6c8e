import { askOrders, type Session } from './authorize.js'
import { decode, headOf } from './decode.js'
import type { Received } from './exchange-call.js'
import type { Player } from './player.js'

/** The orders' text, readable any number of times. The caller disposes of the body. */
export interface OrdersText {
  received: Received
  /** The text as 1C's XML reader gets it. */
  read(): AsyncGenerator<string>
}

/** `query`: an answer must start with `<?xml` (УНФ, БП: or the root). Undefined: the exchange ends. */
export async function queryOrders(
  player: Player,
  session: Session,
  stopAfterBytes?: number,
): Promise<OrdersText | undefined> {
  const received = await askOrders(player, session, 'query', stopAfterBytes)
  if (received === undefined) return undefined
  const strip = player.bom === 'strip'
  const head = await headOf(decode(received.answer, received.encoding), 4096)
  const start = strip ? head.replace(/^\uFEFF/, '') : head
  const problem = startProblem(player, start)
  if (problem === undefined)
    return { received, read: () => cleaned(player, decode(received.answer, received.encoding), strip) }
  player.findings.add(problem, 'queue', null, { mode: 'query', answer: start.slice(0, 255).trim() })
  await received.answer.body.dispose()
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
async function* cleaned(
  player: Player,
  text: AsyncIterable<string>,
  stripBom: boolean,
): AsyncGenerator<string> {
  let first = true
  for await (const piece of text) {
    const kept = first && stripBom ? piece.replace(/^\uFEFF/, '') : piece
    first = first && piece === ''
    if (!CONTROL.test(kept)) {
      yield kept
      continue
    }
    const removes = player.client === 'unf'
    if (removes) player.findings.addOnce('control-removed', 'silent', '')
    else player.findings.addOnce('control-characters', 'batch', '')
    yield removes ? kept.replace(new RegExp(CONTROL, 'g'), '') : kept
  }
}
