import { ROLES } from '@obmen/contract'
import {
  type Invitation,
  invitationInputSchema,
  invitationPageSchema,
  invitationWithUrlSchema,
  paging,
  removedUserQuerySchema,
  removedUserSchema,
  type User,
  userPageSchema,
  userPatchSchema,
  userSchema,
  uuidSchema,
} from '@obmen/contract/rest'
import { z } from 'zod'
import {
  type Invitation as InvitationRow,
  invitePerson,
  listInvitations,
  revokeInvitation,
} from '../../../people/invitations.js'
import { listUsers, revokeRole, type User as UserRow, updateUser } from '../../../people/users.js'
import { locationOrSystemOf, personOf } from '../../access.js'
import type { Api, ApiDeps } from '../../deps.js'
import { NO_CONTENT, operations } from '../../operation.js'
import { presentToken } from '../../presenters/tokens.js'

const role = z.enum(ROLES).default('location-administrator')
const query = z.object({ role, ...paging })
const params = z.object({ id: uuidSchema })
const ofRole = z.object({ role })

/** The location's administrators or accountants; with `role=system-operator`, the system's operators. */
export function peopleRoutes(scope: Api, { config, publicUrl }: ApiDeps): void {
  const api = operations(scope, 'People')
  api.get('/users', {
    access: { holderOfRoleIn: 'query' },
    summary: 'People who hold a role',
    query,
    response: { 200: userPageSchema },
    handle: async request => {
      const { role, ...page } = request.query
      const { items, next } = await listUsers(
        request.db,
        { role, locationId: locationOrSystemOf(request) },
        page,
      )
      return { items: items.map(presentUser), next }
    },
  })

  api.patch('/users/:id', {
    access: { holderOfRoleIn: 'query' },
    summary: 'Disable, enable or rename a person, or choose an accountant’s companies',
    params,
    query: ofRole,
    body: userPatchSchema,
    response: { 200: userSchema },
    handle: async request => {
      const assigned = { role: request.query.role, locationId: locationOrSystemOf(request) }
      return presentUser(await updateUser(request.db, assigned, request.params.id, request.body))
    },
  })

  api.delete('/users/:id', {
    access: { holderOfRoleIn: 'query' },
    summary: 'Take the role from a person',
    description:
      'Tokens created by the person keep working, except for `revokeTokens`; the answer lists them. The role and those tokens are taken together, or neither is.',
    params,
    query: ofRole.extend(removedUserQuerySchema.shape),
    response: { 200: removedUserSchema },
    handle: async request => {
      const assigned = { role: request.query.role, locationId: locationOrSystemOf(request) }
      const tokens = await revokeRole(request.db, request.params.id, assigned, request.query.revokeTokens)
      return { tokens: tokens.map(presentToken) }
    },
  })

  api.get('/invitations', {
    access: { holderOfRoleIn: 'query' },
    summary: 'Open invitations',
    query,
    response: { 200: invitationPageSchema },
    handle: async request => {
      const { role, ...page } = request.query
      const assigned = { role, locationId: locationOrSystemOf(request) }
      const { items, next } = await listInvitations(request.db, assigned, page, new Date())
      return { items: items.map(presentInvitation), next }
    },
  })

  api.post('/invitations', {
    access: { holderOfRoleIn: 'body' },
    summary: 'Invite a person; answers with the link',
    body: invitationInputSchema,
    response: { 201: invitationWithUrlSchema },
    handle: async request => {
      const locationId = locationOrSystemOf(request)
      const invitedBy = personOf(request)
      const { invitation, secret } = await invitePerson(
        request.db,
        { ...request.body, locationId, invitedBy },
        config.invitationDays,
        new Date(),
      )
      return { ...presentInvitation(invitation), url: `${publicUrl()}/invitation/${secret}` }
    },
  })

  api.delete('/invitations/:id', {
    access: { holderOfRoleIn: 'query' },
    summary: 'Withdraw an invitation',
    params,
    query: ofRole,
    response: NO_CONTENT,
    handle: async request => {
      await revokeInvitation(request.db, locationOrSystemOf(request), request.params.id)
    },
  })
}

function presentUser(user: UserRow): User {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    role: user.role,
    companyIds: user.companyIds,
    disabled: user.disabled,
    createdAt: user.createdAt.toISOString(),
    lastSeenAt: user.lastSeenAt?.toISOString() ?? null,
  }
}

function presentInvitation(row: InvitationRow): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    companyIds: row.companyIds,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }
}
