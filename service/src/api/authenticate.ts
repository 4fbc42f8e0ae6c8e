import cookie from '@fastify/cookie'
import { describeProblem } from '@obmen/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.js'
import { AppError } from '../errors/app-error.js'
import { PROBLEM_TEXTS } from '../errors/texts.js'
import { findToken } from '../people/api-tokens.js'
import type { AssignedRole } from '../people/roles.js'
import { findSession, LONGEST_SESSION_DAYS, type NewSession } from '../people/sign-in/sessions.js'
import type { SignedInUser } from '../people/users.js'
import type { Principal } from './access.js'
import type { ApiDeps } from './deps.js'
import { bearerSecret, type RateLimit } from './limit-rate.js'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
const CSRF_HEADER = 'x-obmen-csrf'

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal | undefined
    person: SignedInUser | undefined
  }
}

/**
 * Before the body is read: a program by `Authorization: Bearer`, a person by the cookie. A person's changes
 * must carry the header X-Obmen-CSRF, which another site's form or link cannot set.
 */
export async function authenticateRequests(
  scope: FastifyInstance,
  deps: ApiDeps,
  limit: RateLimit,
): Promise<void> {
  await scope.register(cookie)
  scope.decorateRequest('principal', undefined)
  scope.decorateRequest('person', undefined)
  scope.addHook('onRequest', async (request, reply) => {
    const isPublic = request.routeOptions.config.access === 'public'
    const bySecret = request.headers.authorization !== undefined
    const found = await identify(request, deps, { prolong: true })
    if (bySecret) await limit.count(request, reply, found !== undefined)
    if (bySecret && !found) throw new AppError('unauthenticated', PROBLEM_TEXTS.unauthenticated)
    request.principal = found?.principal
    const { principal } = request
    if (found?.tokenName !== undefined) request.log = request.log.child({ tokenName: found.tokenName })
    if (principal) request.comesFrom?.(principal.kind === 'token' ? principal.tokenId : principal.userId)
    request.person = found?.person
    const cookie = !bySecret && sessionSecret(request, deps)
    if (!bySecret && !isSafe(request.method) && (cookie || isPublic)) requireSameOrigin(request)
  })
}

interface Identified {
  principal: Principal
  person?: SignedInUser
  tokenName?: string
}

/** The current principal. Without `prolong`, the session's lifetime is left as it is. */
export async function identify(
  request: FastifyRequest,
  deps: ApiDeps,
  { prolong = false } = {},
): Promise<Identified | undefined> {
  const { authorization } = request.headers
  if (authorization !== undefined) return bearer(authorization, deps)
  const secret = sessionSecret(request, deps)
  if (!secret) return undefined
  const days = prolong ? deps.config.webSessionDays : undefined
  const person = await findSession(deps.db, secret, days, new Date())
  return person && { person, principal: personIn(request, person) }
}

async function bearer(header: string, deps: ApiDeps): Promise<Identified | undefined> {
  const secret = bearerSecret(header)
  const token = secret === undefined ? undefined : await findToken(deps.db, secret, new Date())
  if (!token) return undefined
  const { id: tokenId, name: tokenName, ...granted } = token
  return { principal: { kind: 'token', tokenId, ...granted }, tokenName }
}

/** The person in the location that the request names, or in the first of their own. */
export function personIn(request: FastifyRequest, person: SignedInUser): Principal {
  const inLocations = person.roles.filter(assigned => assigned.locationId !== null).sort(byRole)
  // Links and event streams, which can't send a header, name the location in their address.
  const { location: linked } = request.query as { location?: unknown }
  const requestedLocation = request.headers['x-obmen-location'] ?? linked
  const named = inLocations.find(assigned => assigned.locationId === requestedLocation)
  // Reading falls back to the person's own location. A change never goes to another location than the page
  // shows.
  const foreignLocation = named === undefined && requestedLocation !== undefined && !isSafe(request.method)
  const here = named ?? (foreignLocation ? undefined : inLocations[0])
  const roles = person.roles.filter(
    assigned => assigned.locationId === null || assigned.locationId === here?.locationId,
  )
  return {
    kind: 'person',
    userId: person.id,
    locationId: here?.locationId ?? undefined,
    roles: roles.map(assigned => assigned.role),
    companyIds: here?.role === 'accountant' ? (here.companyIds ?? []) : null,
    foreignLocation,
  }
}

/** Whoever administers a location sees all of it, accountant or not. */
export function byRole(one: AssignedRole, other: AssignedRole): number {
  return Number(one.role === 'accountant') - Number(other.role === 'accountant')
}

/** Whether a request of the method changes nothing. */
export function isSafe(method: string): boolean {
  return SAFE_METHODS.has(method)
}

/** Browsers send the origin; old ones don't, so the header is required as well. */
function requireSameOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  const foreign = typeof site === 'string' && site !== 'same-origin' && site !== 'none'
  if (foreign || request.headers[CSRF_HEADER] === undefined)
    throw new AppError('forbidden', describeProblem('not-from-the-app'))
}

/**
 * By its prefix a browser refuses the cookie from plain HTTP, and `__Host-` from a neighbouring subdomain.
 */
export function sessionCookie({ publicUrl }: Config): string {
  const name = 'obmen_web'
  if (!publicUrl?.startsWith('https:')) return name
  return `${new URL(publicUrl).pathname === '/' ? '__Host-' : '__Secure-'}${name}`
}

export function sessionSecret(request: FastifyRequest, { config }: ApiDeps): string | undefined {
  return request.cookies[sessionCookie(config)]
}

/** The cookie outlives any session: its row, which each use prolongs, decides when it ends. */
export function setSessionCookie(reply: FastifyReply, session: NewSession, deps: ApiDeps): void {
  const maxAge = LONGEST_SESSION_DAYS * 86_400
  reply.setCookie(sessionCookie(deps.config), session.secret, { ...cookieOptions(deps), maxAge })
}

export function clearSessionCookie(reply: FastifyReply, deps: ApiDeps): void {
  reply.clearCookie(sessionCookie(deps.config), cookieOptions(deps))
}

function cookieOptions(deps: ApiDeps) {
  const { protocol, pathname } = new URL(deps.publicUrl())
  return { httpOnly: true, sameSite: 'strict', secure: protocol === 'https:', path: pathname } as const
}
