import type { ExchangeType } from '../client.js'
import type { Session } from './authorize.js'
import { controlText, firstWord } from './control-answer.js'
import { exchangeCall } from './exchange-call.js'
import type { Player } from './player.js'

/** What init answered about files. */
export interface FileRules {
  zip: boolean
  /** Bytes; 0: files are not split. */
  limit: number
}

/** `init` before `query`: БП accepts any answer, УНФ needs two lines. Undefined: the exchange ends. */
export async function initializeOrders(
  player: Player,
  session: Session,
  cmlVersion: string | undefined,
): Promise<FileRules | undefined> {
  const version = player.client === 'bitrix' ? '&version=2.09' : ''
  const cml = cmlVersion === undefined ? '' : `&cmlVersion=${cmlVersion}`
  return initialize(player, session, 'sale', `?type=sale&mode=init${session.token}${version}${cml}`)
}

/** `init` before an upload. УТ and Розница require exactly two lines: a final LF is one too many. */
export async function initializeUpload(
  player: Player,
  session: Session,
  type: ExchangeType,
): Promise<FileRules | undefined> {
  const bitrix = player.client === 'unf' && player.options.protocol === 'bitrix'
  if (type === 'reference')
    return initialize(player, session, type, '?type=reference&mode=init&&version=2.08')
  const query = bitrix
    ? `?type=${type}${session.token}&version=2.09&cmlVersion=2.10&mode=init`
    : `?type=${type}&mode=init${session.token}`
  const rules = await initialize(player, session, type, query)
  return rules
}

async function initialize(
  player: Player,
  session: Session,
  type: ExchangeType,
  query: string,
): Promise<FileRules | undefined> {
  const { connection, cookie } = session
  const received = await exchangeCall(player, connection, { name: 'init', type, query, cookie })
  if (received === undefined) return undefined
  const text = await controlText(player, received)
  const lines = text.split('\n')
  const enough = linesAreRight(player, lines.length)
  if (!enough) {
    player.findings.add('init-lines', 'queue', null, { lines: lines.length, expected: expectedLines(player) })
    return undefined
  }
  if (firstWord(text) === 'failure')
    player.findings.add('init-failure-unseen', 'warning', null, { answer: lines.slice(1).join(' ') })
  const limit = Number.parseInt((lines[1] ?? '').replace('file_limit=', ''), 10)
  return { zip: firstWord(text) === 'zip=yes', limit: Number.isFinite(limit) && limit > 0 ? limit : 0 }
}

function linesAreRight(player: Player, lines: number): boolean {
  if (player.client === 'ut' || player.client === 'rt') return lines === 2
  if (player.client === 'bp') return true
  return player.options.protocol === 'bitrix' ? lines >= 2 : lines >= 1
}

function expectedLines(player: Player): string {
  return player.client === 'ut' || player.client === 'rt' ? 'ровно 2' : 'не меньше 2'
}
