import type { ExchangeType } from '../client.js'
import type { Session } from './authorize.js'
import { controlText, exchangeCall, firstWord } from './exchange-call.js'
import type { Player } from './player.js'

/** What init answered about files. */
export interface FileRules {
  zip: boolean
  /** Bytes; 0: files are not split. */
  limit: number
}

/** `init` before `query`: БП accepts any answer, УНФ needs two lines. Undefined: the exchange ends. */
export function initializeOrders(
  player: Player,
  session: Session,
  cmlVersion: string | undefined,
): Promise<FileRules | undefined> {
  const version = player.client === 'bitrix' ? '&version=2.09' : ''
  const cml = cmlVersion === undefined ? '' : `&cmlVersion=${cmlVersion}`
  return initialize(player, session, 'sale', `?type=sale&mode=init${session.token}${version}${cml}`)
}

/** `init` before an upload. УТ and Розница require exactly two lines: a final LF is one too many. */
export function initializeUpload(
  player: Player,
  session: Session,
  type: ExchangeType,
): Promise<FileRules | undefined> {
  if (type === 'reference')
    return initialize(player, session, type, '?type=reference&mode=init&&version=2.08')
  const query =
    player.client === 'unf' && player.protocol === 'bitrix'
      ? `?type=${type}${session.token}&version=2.09&cmlVersion=2.10&mode=init`
      : `?type=${type}&mode=init${session.token}`
  return initialize(player, session, type, query)
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
  const text = controlText(player, received)
  const lines = text.split('\n')
  const exact = player.client === 'ut' || player.client === 'rt'
  const least = player.client === 'bp' ? 0 : player.protocol === 'bitrix' ? 2 : 1
  if (exact ? lines.length !== 2 : lines.length < least) {
    const expected = exact ? 'ровно 2' : 'не меньше 2'
    player.findings.add('init-lines', 'queue', null, { lines: lines.length, expected })
    return undefined
  }
  if (firstWord(text) === 'failure')
    player.findings.add('init-failure-unseen', 'warning', null, { answer: lines.slice(1).join(' ') })
  const limit = Number.parseInt((lines[1] ?? '').replace('file_limit=', ''), 10)
  return { zip: firstWord(text) === 'zip=yes', limit: Number.isFinite(limit) && limit > 0 ? limit : 0 }
}
