import type { IncomingHttpHeaders } from 'node:http'
import type { ConnectedIntegration, LockStatus, SignInAttempt } from './port.js'
import { TEXTS } from './texts.js'
import { readBasic } from './transport/basic.js'
import type { IncomingRequest } from './transport/call.js'
import { readCookie } from './transport/cookie.js'
import { failure, type TextAnswer, unauthorized } from './transport/reply.js'

/** Who asks (SPEC 3): by login and password if there are any, else by the cookie of an earlier checkauth. */
export async function signIn(
  { authorization, cookie }: IncomingHttpHeaders,
  asked: IncomingRequest,
): Promise<ConnectedIntegration | TextAnswer> {
  const token = asked.command.mode === 'checkauth' ? undefined : readCookie(cookie)
  return authorization === undefined && token ? byCookie(token, asked) : byPassword(authorization, asked)
}

async function byPassword(
  authorization: string | undefined,
  asked: IncomingRequest,
): Promise<ConnectedIntegration | TextAnswer> {
  const credentials = readBasic(authorization)
  if (!credentials) return unauthorized(TEXTS.credentialsMissing)
  const { port, record } = asked
  const { login, password } = credentials
  record.login(login)
  const attempt = { login, address: asked.caller.address }
  const before = await port.lockStatus(attempt)
  if (before.lockedSeconds > 0) return refuseLockedOut(before.lockedSeconds, asked)
  const integration = await port.signIn(login, password)
  return integration ?? refuse(attempt, before, unauthorized(TEXTS.credentialsWrong), asked)
}

async function byCookie(token: string, asked: IncomingRequest): Promise<ConnectedIntegration | TextAnswer> {
  const integration = await asked.port.ownerOfSession(token)
  if (integration) return integration
  const attempt = { address: asked.caller.address }
  const before = await asked.port.lockStatus(attempt)
  return refuse(attempt, before, unauthorized(TEXTS.session.over), asked)
}

/** A call refused because its address failed too often is neither counted nor recorded. */
async function refuse(
  attempt: SignInAttempt,
  before: LockStatus,
  refusal: TextAnswer,
  asked: IncomingRequest,
): Promise<TextAnswer> {
  if (before.addressSeconds > 0) return refuseLockedOut(before.addressSeconds, asked)
  const now = await asked.port.countFailure(attempt)
  const seconds = Math.max(now.lockedSeconds, now.addressSeconds)
  if (seconds > 0) return refuseLockedOut(seconds, asked)
  if (now.countOnly) asked.record.countOnly()
  if (now.meantFor !== undefined) asked.record.meantFor(now.meantFor)
  return refusal
}

function refuseLockedOut(seconds: number, { record }: IncomingRequest): TextAnswer {
  record.countOnly()
  return { ...failure(TEXTS.lockedOut(seconds)), outcome: 'refused' }
}
