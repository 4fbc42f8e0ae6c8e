import type { Role } from '@obmen/contract'
import type {
  Invitation,
  InvitationWithUrl,
  Me,
  OpenInvitation,
  Page,
  RemovedUser,
  User,
} from '@obmen/contract/rest'
import { queryOptions } from '@tanstack/react-query'
import { enterLocation } from '../request/location.js'
import { read } from '../request/queries.js'
import { request } from '../request/request.js'

const MOST = 500

/** Holders of a role: administrators or accountants of the location, or operators of the system. */
export function usersQuery(role: Role) {
  return read<Page<User>>(['users', role], '/users', { role, limit: MOST })
}

export function setUserDisabled(role: Role, id: string, disabled: boolean): Promise<User> {
  return request(`/users/${id}`, { method: 'PATCH', query: { role }, body: { disabled } })
}

/** `seenCompanyIds`: those that were read; 412 if somebody has changed them since. */
export function setCompanies(
  id: string,
  companies: { companyIds: string[]; seenCompanyIds: string[] },
): Promise<User> {
  return request(`/users/${id}`, { method: 'PATCH', query: { role: 'accountant' }, body: companies })
}

/** With the tokens that the person created: both happen, or neither. */
export function revokeRole(role: Role, id: string, tokens: readonly string[]): Promise<RemovedUser> {
  return request(`/users/${id}`, { method: 'DELETE', query: { role, revokeTokens: tokens.join(',') } })
}

export function invitationsQuery(role: Role) {
  return read<Page<Invitation>>(['invitations', role], '/invitations', { role, limit: MOST })
}

export function invitePerson(
  role: Role,
  { email, companyIds }: { email: string; companyIds: string[] },
): Promise<InvitationWithUrl> {
  const companies = role === 'accountant' ? { companyIds } : {}
  return request('/invitations', { method: 'POST', body: { email, role, ...companies } })
}

export function revokeInvitation(role: Role, id: string): Promise<void> {
  return request(`/invitations/${id}`, { method: 'DELETE', query: { role } })
}

export function openInvitationQuery(secret: string) {
  return queryOptions({
    queryKey: ['open-invitation', secret],
    queryFn: ({ signal }) =>
      request<OpenInvitation>(`/open-invitations/${encodeURIComponent(secret)}`, {
        signal,
        signInAgain: false,
      }),
    retry: false,
  })
}

/** Accepting signs the person in; whoever is signed in to that account needs no name and password. */
export async function acceptInvitation(
  secret: string,
  account: { name?: string; password?: string; code?: string },
): Promise<Me> {
  const me = await request<Me>(`/open-invitations/${encodeURIComponent(secret)}/accept`, {
    method: 'POST',
    body: account,
    signInAgain: false,
  })
  enterLocation(me)
  return me
}
