import type { ExchangeType } from '../client.js'
import type { Connection } from './connection.js'
import { controlText, exchangeCall, firstWord, type Received } from './exchange-call.js'
import type { Player } from './player.js'

/** The result of a successful checkauth. */
export interface Session {
  connection: Connection
  /** `<line 2>=<line 3>`, untrimmed. */
  cookie: string
  /** What is appended to later addresses: `&sessid=…`, line 4 as it is, or nothing. */
  token: string
}

/**
 * `checkauth` on its own connection. Lines end with LF alone, line 1 is `success`; Set-Cookie is ignored.
 * Undefined: this 1C ends the exchange here.
 */
export async function authorize(player: Player, type: ExchangeType): Promise<Session | undefined> {
  const connection = player.connect()
  const query = `?type=${type}&mode=checkauth`
  const received = await exchangeCall(player, connection, { name: 'checkauth', type, query })
  if (received === undefined) return refuse(player, type, '')
  const text = controlText(player, received)
  if (firstWord(text) !== 'success') return refuse(player, type, text)
  const [, name = '', value = '', line4 = ''] = text.split('\n')
  if (name.includes('\r') || value.includes('\r')) {
    player.findings.addOnce('crlf-checkauth', 'queue', '')
    return undefined
  }
  if (name === '' || value === '') player.findings.addOnce('no-cookie', 'warning', '')
  return { connection, cookie: `${name}=${value}`, token: tokenOf(player, line4) }
}

/** One request of the session about orders. */
export function askOrders(
  player: Player,
  { connection, cookie, token }: Session,
  name: 'query' | 'success',
  stopAfterBytes?: number,
): Promise<Received | undefined> {
  const query = `?type=sale&mode=${name}${token}`
  return exchangeCall(player, connection, { name, type: 'sale', query, cookie, stopAfterBytes })
}

function refuse(player: Player, type: ExchangeType, text: string): undefined {
  const answer = text.length < 255 ? text.replaceAll('\n', ' ').trim() : text.slice(0, 255)
  const code = type === 'catalog' ? 'catalog-checkauth-refused' : 'not-authorised'
  player.findings.add(code, 'queue', null, { answer })
  return undefined
}

function tokenOf(player: Player, line4: string): string {
  const { traits, protocol } = player
  if (traits.token === 'sessid') return `&sessid=${line4.replaceAll('sessid=', '')}`
  return traits.token === 'line4-with-bitrix' && protocol === 'bitrix' && line4 !== '' ? `&${line4}` : ''
}
