import type { Session } from './authorize.js'
import { controlText, firstWord } from './control-answer.js'
import { exchangeCall } from './exchange-call.js'
import type { Player } from './player.js'

/**
 * `success`. УТ, Розница and Bitrix' module accept any answer, УНФ and БП fail on `failure`. Returns whether
 * the site accepted it; a refusal that 1C does not notice is a finding.
 */
export async function confirmOrders(player: Player, session: Session): Promise<boolean> {
  const { connection, cookie, token } = session
  const received = await exchangeCall(player, connection, {
    name: 'success',
    type: 'sale',
    query: `?type=sale&mode=success${token}`,
    cookie,
  })
  if (received === undefined) return false
  const text = await controlText(player, received)
  if (firstWord(text) !== 'failure' && received.step.status === 200) return true
  const answer = text.replaceAll('\n', ' ').trim()
  const notices = text.startsWith('failure') && (player.client === 'unf' || player.client === 'bp')
  player.findings.add(notices ? 'success-refused' : 'success-refusal-unseen', 'queue', null, { answer })
  return false
}
