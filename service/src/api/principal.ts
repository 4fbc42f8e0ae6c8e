import { AppError } from '../errors.js'
import type { Author } from '../integrations/integration-change.js'
import type { Right, Role } from './contract/people.js'
import { PROBLEM_TEXTS, TEXTS } from './texts.js'

/** Whoever asks: a program with a token of one location, or a person who signed in. */
export type Principal =
  | { kind: 'token'; tokenId: string; locationId: string; rights: readonly Right[] }
  | { kind: 'person'; userId: string; locationId: string | undefined; roles: readonly Role[] }

/**
 * The location that the principal may act in with this right.
 * @throws AppError forbidden
 */
export function locationFor(principal: Principal, right: Right): string {
  if (principal.kind === 'token') {
    if (!principal.rights.includes(right)) throw new AppError('forbidden', TEXTS.needsRight(right))
    return principal.locationId
  }
  return administered(principal)
}

/** The location that a person administers; tokens never get here. @throws AppError forbidden */
export function administeredLocation(principal: Principal): string {
  if (principal.kind === 'token') throw new AppError('forbidden', TEXTS.tokensByPeopleOnly)
  return administered(principal)
}

/** @throws AppError forbidden unless a person with the role */
export function requireRole(principal: Principal, role: Role): void {
  if (principal.kind === 'token' || !principal.roles.includes(role)) {
    throw new AppError('forbidden', TEXTS.needsRole(TEXTS.roleNames[role]))
  }
}

/** The person's id. @throws AppError forbidden for tokens */
export function personOf(principal: Principal): string {
  if (principal.kind === 'token') throw new AppError('forbidden', TEXTS.tokensByPeopleOnly)
  return principal.userId
}

/** Who a change is written down for. */
export function authorOf(principal: Principal): Author {
  return principal.kind === 'token' ? { tokenId: principal.tokenId } : { userId: principal.userId }
}

/** @throws AppError unauthenticated */
export function present(principal: Principal | undefined): Principal {
  if (!principal) throw new AppError('unauthenticated', PROBLEM_TEXTS.unauthenticated)
  return principal
}

function administered(principal: Extract<Principal, { kind: 'person' }>): string {
  if (!principal.roles.includes('location-administrator')) {
    throw new AppError('forbidden', TEXTS.needsRole(TEXTS.roleNames['location-administrator']))
  }
  if (!principal.locationId) throw new AppError('forbidden', TEXTS.noLocation)
  return principal.locationId
}
