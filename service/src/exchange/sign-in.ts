import type { IncomingHttpHeaders } from 'node:http'
import type { ConnectedIntegration, LockStatus, SignInAttempt } from './port.js'
import { TEXTS } from './texts.js'
import { readBasic } from './transport/basic.js'
import type { IncomingRequest } from './transport/call.js'
import { readCookie } from './transport/cookie.js'
import { failure, type TextAnswer, unauthorized } from './transport/reply.js'

/** Identifies the caller (SPEC 3) by login and password if it sends them, otherwise by the cookie of an earlier checkauth. */
export async function signIn(
  { authorization, cookie }: IncomingHttpHeaders,
  incoming: IncomingRequest,
): Promise<ConnectedIntegration | TextAnswer> {
  const token = incoming.command.mode === 'checkauth' ? undefined : readCookie(cookie)
  return authorization === undefined && token
    ? signInByCookie(token, incoming)
    : signInByPassword(authorization, incoming)
}

async function signInByPassword(
  authorization: string | undefined,
  incoming: IncomingRequest,
): Promise<ConnectedIntegration | TextAnswer> {
  const credentials = readBasic(authorization)
  if (!credentials) return unauthorized(TEXTS.credentialsMissing)
  const { port, record } = incoming
  const { login, password } = credentials
  record.login(login)
  const attempt = { login, address: incoming.caller.address }
  const before = await port.lockStatus(attempt)
  if (before.lockedSeconds > 0) return refuseLockedOut(before.lockedSeconds, incoming)
  const integration = await port.signIn(login, password)
  return integration ?? refuse(attempt, before, unauthorized(TEXTS.credentialsWrong), incoming)
}

async function signInByCookie(
  token: string,
  incoming: IncomingRequest,
): Promise<ConnectedIntegration | TextAnswer> {
  const integration = await incoming.port.findSessionOwner(token)
  if (integration) return integration
  const attempt = { address: incoming.caller.address }
  const before = await incoming.port.lockStatus(attempt)
  return refuse(attempt, before, unauthorized(TEXTS.session.over), incoming)
}

/** Counts a failure, unless the address has failed too often: such a call is refused without being counted or recorded. */
async function refuse(
  attempt: SignInAttempt,
  before: LockStatus,
  refusal: TextAnswer,
  incoming: IncomingRequest,
): Promise<TextAnswer> {
  if (before.addressSeconds > 0) return refuseLockedOut(before.addressSeconds, incoming)
  const now = await incoming.port.countFailure(attempt)
  const seconds = Math.max(now.lockedSeconds, now.addressSeconds)
  if (seconds > 0) return refuseLockedOut(seconds, incoming)
  if (now.countOnly) incoming.record.countOnly()
  if (now.meantFor !== undefined) incoming.record.meantFor(now.meantFor)
  return refusal
}

function refuseLockedOut(seconds: number, { record }: IncomingRequest): TextAnswer {
  record.countOnly()
  return { ...failure(TEXTS.lockedOut(seconds)), outcome: 'refused' }
}
