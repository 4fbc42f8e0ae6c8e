import { describeProblem, type Right, type Role } from '@obmen/contract'
import type { Scope } from '../db/scope.js'
import { AppError } from '../errors/app-error.js'
import { PROBLEM_TEXTS } from '../errors/texts.js'

/** The caller: a program with a token of one location, or a person who signed in. */
export type Principal =
  | { kind: 'token'; tokenId: string; locationId: string; rights: readonly Right[] }
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
 * The location that the principal may act in with these rights.
 * @throws AppError forbidden
 */
export function locationFor(principal: Principal, ...rights: [Right, ...Right[]]): string {
  if (principal.kind === 'token') {
    const missing = rights.find(right => !principal.rights.includes(right))
    if (missing !== undefined)
      throw new AppError('forbidden', describeProblem('token-lacks-right', { right: missing }))
    return principal.locationId
  }
  return administered(principal)
}

/** The same with one of these rights. @throws AppError forbidden */
export function locationForAny(principal: Principal, rights: readonly [Right, ...Right[]]): string {
  return locationFor(principal, rights.find(right => mayUse(principal, right)) ?? rights[0])
}

/** The scope in which the principal may use the right; undefined when not allowed, and for accountants unless `accountants` is set. */
export function allowedScope(principal: Principal, right: Right, accountants: boolean): Scope | undefined {
  if (principal.kind === 'token') return mayUse(principal, right) ? principal.locationId : undefined
  if (principal.roles.includes('location-administrator')) return principal.locationId
  return accountants ? scopeOfAccountant(principal) : undefined
}

/** What an accountant sees; undefined for anybody else. */
export function scopeOfAccountant(principal: Principal): Scope | undefined {
  if (principal.kind === 'token' || principal.companyIds === null || !principal.locationId) return undefined
  return { locationId: principal.locationId, companyIds: principal.companyIds }
}

/** Whether the principal may see a part of an answer; people see every part, accountants of their companies. */
export function mayUse(principal: Principal, right: Right): boolean {
  return principal.kind === 'person' || principal.rights.includes(right)
}

/** The location that a person administers; tokens never get here. @throws AppError forbidden */
export function administeredLocation(principal: Principal): string {
  if (principal.kind === 'token') throw new AppError('forbidden', describeProblem('people-only'))
  return administered(principal)
}

/** @throws AppError forbidden unless a person with the role */
export function requireRole(principal: Principal, role: Role): void {
  if (principal.kind === 'token' || !principal.roles.includes(role)) {
    throw new AppError('forbidden', describeProblem('role-needed', { role }))
  }
}

/** The person's id. @throws AppError forbidden for tokens */
export function requirePerson(principal: Principal): string {
  if (principal.kind === 'token') throw new AppError('forbidden', describeProblem('people-only'))
  return principal.userId
}

/** @throws AppError unauthenticated */
export function requirePrincipal(principal: Principal | undefined): Principal {
  if (!principal) throw new AppError('unauthenticated', PROBLEM_TEXTS.unauthenticated)
  return principal
}

function administered(principal: Extract<Principal, { kind: 'person' }>): string {
  if (principal.foreignLocation) throw new AppError('forbidden', describeProblem('location-role-gone'))
  if (!principal.roles.includes('location-administrator')) {
    throw new AppError('forbidden', describeProblem('role-needed', { role: 'location-administrator' }))
  }
  if (!principal.locationId) throw new AppError('forbidden', describeProblem('no-location'))
  return principal.locationId
}
