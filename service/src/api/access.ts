import type { Right, Role } from '@obmen/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Database } from '../db/database.js'
import type { Scope } from '../db/scope.js'
import type { Author } from '../integrations/changes.js'
import {
  administeredLocation,
  locationFor,
  locationForAny,
  type Principal,
  requirePerson,
  requirePrincipal,
  requireRole,
  scopeOfAccountant,
} from './principal.js'

/**
 * Who may call an operation, declared beside its route as `config: { access }`. A right is held by a token that was granted it, and by
 * every administrator of the location; an array requires all of its rights. `accountants` opens a route to accountants besides.
 */
export type Access =
  | Right
  | readonly [Right, ...Right[]]
  /** Each right grants its part of the answer. */
  | { anyOf: readonly [Right, ...Right[]] }
  /** Only people in that role. */
  | Exclude<Role, 'accountant'>
  /** People who hold the role that the request names: to grant or revoke a role, one must have it. */
  | { holderOfRoleIn: 'query' | 'body' }
  /** Any person. */
  | 'signed-in'
  /** Anybody at all. */
  | 'public'

declare module 'fastify' {
  interface FastifyRequest {
    /** Where the caller acts: a location or an accountant's part of it, or null for the whole system. */
    scope: Scope | null | undefined
    db: Database
  }
  interface FastifyContextConfig {
    access?: Access
    /** An accountant may call it too, and is shown what belongs to their companies. */
    accountants?: true
  }
}

/** Makes every route of the scope declare its access; registering one without it fails. */
export function requireAccess(scope: FastifyInstance): void {
  scope.addHook('onRoute', route => {
    const access = route.config?.access
    if (access === undefined)
      throw new Error(`${route.method} ${route.url} does not declare who may call it (config.access)`)
    route.schema = { ...route.schema, security: securityOf(access, route.config?.accountants) }
  })
}

/**
 * Enforces the declared access before the body is read. What depends on the validated request is checked
 * after validation. @throws AppError unauthenticated, forbidden
 */
export function enforceAccess(scope: FastifyInstance): void {
  scope.decorateRequest('scope', undefined)
  scope.addHook('onRequest', async request => {
    const { access, accountants = false } = request.routeOptions.config
    if (access === undefined || access === 'public') return
    const principal = requirePrincipal(request.principal)
    request.scope = (accountants && scopeOfAccountant(principal)) || authorize(access, principal)
  })
  scope.addHook('preHandler', async request => {
    const { access } = request.routeOptions.config
    if (typeof access !== 'object' || !('holderOfRoleIn' in access)) return
    const { role } = request[access.holderOfRoleIn] as { role: Role }
    request.scope = locationOfRole(requirePrincipal(request.principal), role)
  })
}

function authorize(access: Exclude<Access, 'public'>, principal: Principal): string | null | undefined {
  if (access === 'signed-in') return void requirePerson(principal)
  if (access === 'location-administrator' || access === 'system-operator')
    return locationOfRole(principal, access)
  if (typeof access === 'string') return locationFor(principal, access)
  if ('holderOfRoleIn' in access) return void requirePerson(principal)
  return 'anyOf' in access ? locationForAny(principal, access.anyOf) : locationFor(principal, ...access)
}

/** The location in which the role is granted, by its administrators; null for a role in the whole system. */
function locationOfRole(principal: Principal, role: Role): string | null {
  if (role !== 'system-operator') return administeredLocation(principal)
  requireRole(principal, role)
  return null
}

/** As OpenAPI 3.1 security: one of the alternatives, with a token's rights or a person's role. */
function securityOf(access: Access, accountants = false): Record<string, string[]>[] {
  const people = [
    { session: ['location-administrator'] },
    ...(accountants ? [{ session: ['accountant'] }] : []),
  ]
  if (access === 'public') return []
  if (access === 'signed-in') return [{ session: [] }]
  if (access === 'location-administrator' || access === 'system-operator') return [{ session: [access] }]
  if (typeof access === 'string') return [{ token: [access] }, ...people]
  if ('holderOfRoleIn' in access) return GRANTERS.map(role => ({ session: [role] }))
  if ('anyOf' in access) return [...access.anyOf.map(right => ({ token: [right] })), ...people]
  return [{ token: [...access] }, ...people]
}

/** Who grants roles. */
const GRANTERS = ['location-administrator', 'system-operator'] as const

/** What the caller sees, for routes that accountants may call. */
export function scopeOf({ scope, routeOptions }: FastifyRequest): Scope {
  if (scope === undefined || scope === null)
    throw new Error(`${routeOptions.url} is not declared for a location`)
  return scope
}

/** The location of the call, for routes that act in the whole of one. */
export function locationOf({ scope, routeOptions }: FastifyRequest): string {
  if (typeof scope !== 'string') throw new Error(`${routeOptions.url} is not declared for a location`)
  return scope
}

/** The location, or null for the whole system, for routes about roles. */
export function locationOrSystemOf({ scope, routeOptions }: FastifyRequest): string | null {
  if (scope === undefined || (scope !== null && typeof scope === 'object'))
    throw new Error(`${routeOptions.url} is not declared for a role`)
  return scope
}

export function principalOf(request: FastifyRequest): Principal {
  return requirePrincipal(request.principal)
}

/** The caller's user id. @throws AppError forbidden for tokens */
export function personOf(request: FastifyRequest): string {
  return requirePerson(principalOf(request))
}

/** The author of a change, for its history. */
export function authorOf(request: FastifyRequest): Author {
  const principal = principalOf(request)
  return principal.kind === 'token' ? { tokenId: principal.tokenId } : { userId: principal.userId }
}
