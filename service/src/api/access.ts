import { describeProblem, type Right, type Role, type SecondFactorRule } from '@obmen/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Database } from '../db/database.js'
import { locationIn, type Scope } from '../db/scope.js'
import { AppError } from '../errors/app-error.js'
import { PROBLEM_TEXTS } from '../errors/texts.js'
import type { Author } from '../integrations/changes.js'
import type { SignedInUser } from '../people/users.js'

/** The caller: a program with a token of one location, or a person who signed in. */
export type Principal =
  | { kind: 'token'; tokenId: string; locationId: string; rights: readonly Right[]; sandbox: boolean }
  | {
      kind: 'person'
      userId: string
      locationId: string | undefined
      /** Those held in this location, and in the whole system. */
      roles: readonly Role[]
      /** Of an accountant: whose data is seen; null for others. */
      companyIds: readonly string[] | null
      /** The request would change something, and names a location in which the person has no role. */
      foreignLocation: boolean
    }

/**
 * Who may call an operation. A right is held by a token that was granted it, and by every administrator of
 * the location; an array requires all of its rights.
 */
export type Access =
  | Right
  | readonly [Right, ...Right[]]
  /** Each right grants its part of the answer. */
  | { anyOf: readonly [Right, ...Right[]] }
  /** Only people in that role. */
  | Exclude<Role, 'accountant'>
  /**
   * People who hold the role that the request names: to grant or revoke a role, one must have it. And tokens
   * with all of these rights, for what belongs to their location.
   */
  | { holderOfRoleIn: 'query' | 'body'; token?: readonly [Right, ...Right[]] }
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
  })
}

/**
 * Enforces the declared access before the body is read. What depends on the validated request is checked
 * after validation. @throws AppError unauthenticated, forbidden
 */
export function enforceAccess(scope: FastifyInstance, secondFactor: SecondFactorRule): void {
  scope.decorateRequest('scope', undefined)
  scope.addHook('onRequest', async request => {
    const { access, accountants = false } = request.routeOptions.config
    if (access === undefined || access === 'public') return
    const principal = principalOf(request)
    if (access !== 'signed-in' && lacksSecondFactor(request.person, secondFactor))
      throw new AppError('forbidden', describeProblem('second-factor-required'))
    request.scope = (accountants && scopeOfAccountant(principal)) || authorize(access, principal)
  })
  scope.addHook('preHandler', async request => {
    const { access, accountants = false } = request.routeOptions.config
    if (typeof access !== 'object' || !('holderOfRoleIn' in access)) return
    const principal = principalOf(request)
    const { role = presentRole(principal, accountants) } = request[access.holderOfRoleIn] as { role?: Role }
    if (principal.kind === 'token' && role === 'location-administrator') return
    const asAccountant = accountants && role === 'accountant'
    request.scope = asAccountant ? scopeOfAccountant(principal) : locationOfRole(principal, role)
    if (request.scope === undefined) throw new AppError('forbidden', describeProblem('role-needed', { role }))
  })
}

/** Where the request names none: that of an administrator, but for who is nothing but something else. */
function presentRole(principal: Principal, accountants: boolean): Role {
  const roles = principal.kind === 'person' ? principal.roles : []
  if (roles.includes('location-administrator')) return 'location-administrator'
  if (roles.includes('system-operator')) return 'system-operator'
  return accountants && roles.includes('accountant') ? 'accountant' : 'location-administrator'
}

const ROLES_WITH_FACTOR: Record<SecondFactorRule, readonly Role[]> = {
  no: [],
  operators: ['system-operator'],
  administrators: ['system-operator', 'location-administrator'],
}

/** Then a person sees and changes nothing but what is their own, `/me`. */
export function lacksSecondFactor(person: SignedInUser | undefined, rule: SecondFactorRule): boolean {
  if (!person || person.secondFactor) return false
  return person.roles.some(({ role }) => ROLES_WITH_FACTOR[rule].includes(role))
}

function authorize(access: Exclude<Access, 'public'>, principal: Principal): string | null | undefined {
  if (access === 'location-administrator' || access === 'system-operator')
    return locationOfRole(principal, access)
  if (access === 'signed-in' || (typeof access === 'object' && 'holderOfRoleIn' in access)) {
    if (access !== 'signed-in' && access.token && principal.kind === 'token')
      return locationFor(principal, access.token)
    requirePerson(principal)
    return undefined
  }
  if (typeof access === 'string') return locationFor(principal, [access])
  if (!('anyOf' in access)) return locationFor(principal, access)
  const granted = access.anyOf.find(right => mayUse(principal, right)) ?? access.anyOf[0]
  return locationFor(principal, [granted])
}

/** The location that the principal may act in with these rights. @throws AppError forbidden */
function locationFor(principal: Principal, rights: readonly Right[]): string {
  if (principal.kind === 'person') return administered(principal)
  const missing = rights.find(right => !principal.rights.includes(right))
  if (missing !== undefined)
    throw new AppError('forbidden', describeProblem('token-lacks-right', { right: missing }))
  return principal.locationId
}

/** The location in which the role is granted, by its administrators; null for a role in the whole system. */
function locationOfRole(principal: Principal, role: Role): string | null {
  if (role === 'system-operator') {
    if (principal.kind === 'token' || !principal.roles.includes(role))
      throw new AppError('forbidden', describeProblem('role-needed', { role }))
    return null
  }
  if (principal.kind === 'token') throw new AppError('forbidden', describeProblem('people-only'))
  return administered(principal)
}

function administered(principal: Extract<Principal, { kind: 'person' }>): string {
  const role = 'location-administrator'
  if (principal.foreignLocation) throw new AppError('forbidden', describeProblem('location-role-gone'))
  if (!principal.roles.includes(role))
    throw new AppError('forbidden', describeProblem('role-needed', { role }))
  if (!principal.locationId) throw new AppError('forbidden', describeProblem('no-location'))
  return principal.locationId
}

/** What an accountant sees; undefined for anybody else. */
function scopeOfAccountant(principal: Principal): Scope | undefined {
  if (principal.kind === 'token' || principal.companyIds === null || !principal.locationId) return undefined
  return { locationId: principal.locationId, companyIds: principal.companyIds }
}

/** What the principal may see of the journal; undefined when nothing. */
export function journalScope(principal: Principal): Scope | undefined {
  if (principal.kind === 'token') return mayUse(principal, 'journal:read') ? principal.locationId : undefined
  const administers = principal.roles.includes('location-administrator')
  return administers ? principal.locationId : scopeOfAccountant(principal)
}

/** Whether the principal may see a part of an answer. Accountants see every part, of their companies. */
export function mayUse(principal: Principal, right: Right): boolean {
  return principal.kind === 'person' || principal.rights.includes(right)
}

/** Who may call, for the documentation: one of these, a token with these rights or a person in this role. */
export function allowedBy(
  access: Access,
  accountants = false,
): Partial<Record<'token' | 'session', string[]>>[] {
  const people = [
    { session: ['location-administrator'] },
    ...(accountants ? [{ session: ['accountant'] }] : []),
  ]
  if (access === 'public') return []
  if (access === 'signed-in') return [{ session: [] }]
  if (access === 'location-administrator' || access === 'system-operator') return [{ session: [access] }]
  if (typeof access === 'string') return [{ token: [access] }, ...people]
  if ('holderOfRoleIn' in access) {
    const tokens = access.token ? [{ token: [...access.token] }] : []
    const others = accountants ? [{ session: ['accountant'] }] : []
    return [...tokens, ...GRANTERS.map(role => ({ session: [role] })), ...others]
  }
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

/** What the caller sees in that role, or null for the whole system, for routes about roles. */
export function scopeOrSystemOf({ scope, routeOptions }: FastifyRequest): Scope | null {
  if (scope === undefined) throw new Error(`${routeOptions.url} is not declared for a role`)
  return scope
}

/** The location, or null for the whole system, for routes about roles. */
export function locationOrSystemOf(request: FastifyRequest): string | null {
  const scope = scopeOrSystemOf(request)
  return scope && locationIn(scope)
}

/** @throws AppError unauthenticated */
export function principalOf({ principal }: FastifyRequest): Principal {
  if (!principal) throw new AppError('unauthenticated', PROBLEM_TEXTS.unauthenticated)
  return principal
}

/** The caller's user id. @throws AppError forbidden for tokens */
export function personOf(request: FastifyRequest): string {
  return requirePerson(principalOf(request))
}

function requirePerson(principal: Principal): string {
  if (principal.kind === 'token') throw new AppError('forbidden', describeProblem('people-only'))
  return principal.userId
}

/** @throws AppError forbidden for a token that is not for trying out */
export function requireSandbox(request: FastifyRequest): void {
  const principal = principalOf(request)
  if (principal.kind === 'token' && !principal.sandbox)
    throw new AppError('forbidden', describeProblem('token-not-sandbox'))
}

/** The author of a change, for its history. */
export function authorOf(request: FastifyRequest): Author {
  const principal = principalOf(request)
  return principal.kind === 'token' ? { tokenId: principal.tokenId } : { userId: principal.userId }
}
