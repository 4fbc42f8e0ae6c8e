import type { IncomingRequest } from './call.js'
import type { ConnectedIntegration, SessionLookup } from './port.js'
import { TEXTS } from './texts.js'
import { readBasic, readCookie } from './transport/credentials.js'
import { failure, type TextAnswer, unauthorized } from './transport/reply.js'

export interface SignedIn {
  integration: ConnectedIntegration
  session: SessionLookup
}

/** By login and password, or the cookie of an earlier checkauth (SPEC 3); or the refusal. */
export async function signIn(incoming: IncomingRequest): Promise<SignedIn | TextAnswer> {
  const { headers, command, port, record } = incoming
  const { address } = incoming.caller
  const opens = command.mode === 'checkauth'
  const cookie = readCookie(headers.cookie)
  const byCookieAlone = headers.authorization === undefined && !opens && Boolean(cookie)
  const credentials = readBasic(headers.authorization)
  if (!credentials && !byCookieAlone) return unauthorized(TEXTS.credentialsMissing)
  if (credentials) record.login(credentials.login)
  const asksOrders = command.type === 'sale' && command.mode === 'query'
  const { integration, session, failedOften } = await port.identify({
    credentials,
    cookie,
    address,
    opens,
    asksOrders,
  })
  const caller = integration && { integration, session }
  if (caller && !failedOften) return caller
  const attempt = { login: credentials?.login, address }
  const before = await port.lockStatus(attempt)
  if (before.lockedSeconds > 0) return refuseLockedOut(before.lockedSeconds, incoming)
  if (caller) return caller
  // Failures of an address that failed too often are neither counted nor recorded any more.
  if (before.addressSeconds > 0) return refuseLockedOut(before.addressSeconds, incoming)
  const now = await port.countFailure(attempt)
  const seconds = Math.max(now.lockedSeconds, now.addressSeconds)
  if (seconds > 0) return refuseLockedOut(seconds, incoming)
  if (now.countOnly) record.countOnly()
  if (now.meantFor !== undefined) record.meantFor(now.meantFor)
  return unauthorized(credentials ? TEXTS.credentialsWrong : TEXTS.session.over)
}

function refuseLockedOut(seconds: number, { record }: IncomingRequest): TextAnswer {
  record.countOnly()
  return { ...failure(TEXTS.lockedOut(seconds)), outcome: 'refused' }
}
