import type { FastifyInstance, FastifyRequest } from 'fastify'
import { locationIn } from '../db/scope.js'
import { AppError } from '../errors/app-error.js'
import { maskEmail } from '../log/mask-secrets.js'
import { sumUpRefusals } from '../log/sum-up-refusals.js'
import type { Logger } from '../log.js'
import { addressGroup } from '../people/sign-in/sign-in-lock.js'

/** What an operation did, in the log at `info`; docs/operating.md says when. */
export const SECURITY_EVENTS = [
  'signed-in',
  'signed-out',
  'sessions-ended',
  'password-changed',
  'second-factor-on',
  'second-factor-off',
  'recovery-codes-made',
  'invitation-made',
  'invitation-accepted',
  'invitation-revoked',
  'person-changed',
  'role-revoked',
  'token-created',
  'token-revoked',
  'integration-password-made',
] as const
export type SecurityEvent = (typeof SECURITY_EVENTS)[number]

/** What was refused, at `warn`: the first of an address in a minute, further ones are summed up. */
export const REFUSAL_EVENTS = ['sign-in-refused', 'locked-out', 'token-refused', 'forbidden'] as const
type RefusalEvent = (typeof REFUSAL_EVENTS)[number]

/** Logs what an operation did, by whom and to what. No field of it is a secret. */
export function logEvent(request: FastifyRequest, event: SecurityEvent, answer: unknown): void {
  const { id: answered } = (answer ?? {}) as { id?: string }
  const { id = answered, secret } = request.params as { id?: string; secret?: string }
  const isEntry = event === 'signed-in' || secret !== undefined
  const who = isEntry ? { userId: answered } : actorOf(request)
  // Who signs out without a session does nothing.
  if (who === undefined) return
  const { role, disabled, revokeTokens: revoked } = { ...(request.query as Asked), ...asked(request) }
  const what = { target: isEntry ? undefined : id, role, disabled, revoked }
  request.log.info({ event, ...who, ...placeOf(request), ...what }, 'security event')
}

/** Logs refused sign-ins, tokens and rights. */
export function logRefusals(scope: FastifyInstance, log: Logger): void {
  const refusals = sumUpRefusals(log, 'security: further requests were refused')
  scope.addHook('onClose', () => refusals[Symbol.dispose]())
  scope.addHook('onResponse', async request => {
    const refused = request.refusal && refusalOf(request, request.refusal)
    if (!refused || !refusals.isFirst(`${refused.event} ${addressGroup(request.ip)}`)) return
    const { method, routeOptions } = request
    const operation = `${method} ${routeOptions.url}`
    request.log.warn({ ...refused, ...actorOf(request), ...placeOf(request), operation }, 'security event')
  })
}

function refusalOf(
  { headers }: FastifyRequest,
  refusal: AppError,
): { event: RefusalEvent; reason: unknown } | undefined {
  // A wrong password of an invitation, or of a change of it, has a refusal of its own around it.
  const { code, reason, cause } = refusal.cause instanceof AppError ? refusal.cause : refusal
  if (code === 'forbidden') return { event: 'forbidden', reason: reason?.code }
  if (code === 'locked-out') return { event: 'locked-out', reason: reason?.code }
  if (reason?.code === 'sign-ins-busy' || reason?.code === 'second-factor-wrong')
    return { event: 'sign-in-refused', reason: reason.code }
  if (code !== 'unauthenticated') return undefined
  if (reason?.code === 'sign-in-failed') return { event: 'sign-in-refused', reason: cause }
  return headers.authorization === undefined ? undefined : { event: 'token-refused', reason: 'unknown' }
}

function actorOf({ principal }: FastifyRequest): { userId?: string; tokenId?: string } | undefined {
  if (!principal) return undefined
  return principal.kind === 'token' ? { tokenId: principal.tokenId } : { userId: principal.userId }
}

/** Where it happened; the e-mail that somebody signs in with or invites, without what could be a password. */
function placeOf(request: FastifyRequest) {
  const { email } = asked(request)
  const { ip, scope, principal } = request
  return {
    email: typeof email === 'string' ? maskEmail(email) : undefined,
    address: ip,
    locationId: scope === undefined ? principal?.locationId : scope && locationIn(scope),
  }
}

interface Asked {
  email?: unknown
  role?: string
  disabled?: boolean
  revokeTokens?: string[]
}

function asked({ body }: FastifyRequest): Asked {
  return typeof body === 'object' && body !== null ? body : {}
}
