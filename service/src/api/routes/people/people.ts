import { describeProblem, RIGHTS, ROLES, type Role } from '@obmen/contract'
import {
  type ApiToken,
  callingTokenSchema,
  type Invitation,
  invitationInputSchema,
  invitationPageSchema,
  invitationWithUrlSchema,
  paging,
  removedUserQuerySchema,
  removedUserSchema,
  tokenInputSchema,
  tokenListQuerySchema,
  tokenPageSchema,
  tokenWithSecretSchema,
  userPageSchema,
  userPatchSchema,
  userSchema,
} from '@obmen/contract/rest'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sendingPausedAt } from '../../../backup/sending.js'
import { addJob } from '../../../db/add-job.js'
import type { Queryable } from '../../../db/database.js'
import { mapPage } from '../../../db/page.js'
import { AppError } from '../../../errors/app-error.js'
import { authorName } from '../../../orders/hold-order.js'
import {
  createToken,
  listTokens,
  revokeToken,
  type ApiToken as TokenRow,
} from '../../../people/api-tokens.js'
import {
  type Invitation as InvitationRow,
  invitationPlace,
  invitePerson,
  listInvitations,
  revokeInvitation,
} from '../../../people/invitations.js'
import type { AssignedRole } from '../../../people/roles.js'
import { listUsers, revokeRole, updateUser } from '../../../people/users.js'
import { getLocation } from '../../../places/locations.js'
import { locationOf, locationOrSystemOf, personOf, principalOf } from '../../access.js'
import type { ApiDeps } from '../../deps.js'
import { byUuid, NO_CONTENT, operations } from '../../operation.js'
import { dated } from '../../presenters/dated.js'

const role = z.enum(ROLES).default('location-administrator')
const query = z.object({ role, ...paging })
const ofRole = z.object({ role })

/** The location's administrators or accountants; with `role=system-operator`, the system's operators. */
export function peopleRoutes(scope: FastifyInstance): void {
  const api = operations(scope, 'People')
  api.get('/users', {
    id: 'listUsers',
    access: { holderOfRoleIn: 'query' },
    summary: 'People who hold a role',
    query,
    response: { 200: userPageSchema },
    handle: async request => {
      const { role, ...page } = request.query
      return mapPage(await listUsers(request.db, roleOf(request, role), page), dated)
    },
  })

  api.patch('/users/:id', {
    id: 'updateUser',
    access: { holderOfRoleIn: 'query' },
    event: 'person-changed',
    summary: 'Disable, enable or rename a person, or choose an accountant’s companies',
    params: byUuid,
    query: ofRole,
    body: userPatchSchema,
    response: { 200: userSchema },
    handle: async request => {
      const assigned = roleOf(request, request.query.role)
      return dated(await updateUser(request.db, assigned, request.params.id, request.body))
    },
  })

  api.delete('/users/:id', {
    id: 'revokeRole',
    access: { holderOfRoleIn: 'query' },
    event: 'role-revoked',
    summary: 'Take the role from a person',
    description:
      'Tokens created by the person keep working, except for `revokeTokens`; the answer lists them. ' +
      'The role and those tokens are taken together, or neither is.',
    params: byUuid,
    query: ofRole.extend(removedUserQuerySchema.shape),
    response: { 200: removedUserSchema },
    handle: async request => {
      const assigned = roleOf(request, request.query.role)
      const tokens = await revokeRole(request.db, request.params.id, assigned, request.query.revokeTokens)
      return { tokens: tokens.map(presentToken) }
    },
  })
}

export function invitationRoutes(scope: FastifyInstance, deps: ApiDeps): void {
  const api = operations(scope, 'People')
  api.get('/invitations', {
    id: 'listInvitations',
    access: { holderOfRoleIn: 'query' },
    summary: 'Open invitations',
    query,
    response: { 200: invitationPageSchema },
    handle: async request => {
      const { role, ...page } = request.query
      const found = await listInvitations(request.db, roleOf(request, role), page, new Date())
      return mapPage(found, presentInvitation)
    },
  })

  api.post('/invitations', {
    id: 'createInvitation',
    access: { holderOfRoleIn: 'body' },
    creates: true,
    event: 'invitation-made',
    summary: 'Invite a person; answers with the link',
    body: invitationInputSchema,
    response: { 201: invitationWithUrlSchema },
    handle: async request => {
      const locationId = locationOrSystemOf(request)
      const invited = { ...request.body, locationId, invitedBy: personOf(request) }
      return request.db.transaction(async tx => {
        const { invitation, secret } = await invitePerson(tx, invited, new Date())
        return { ...presentInvitation(invitation), ...(await passOn(tx, invitation.id, secret, deps)) }
      })
    },
  })

  api.delete('/invitations/:id', {
    id: 'revokeInvitation',
    access: { holderOfRoleIn: 'query' },
    event: 'invitation-revoked',
    summary: 'Withdraw an invitation',
    params: byUuid,
    query: ofRole,
    response: NO_CONTENT,
    handle: request => revokeInvitation(request.db, locationOrSystemOf(request), request.params.id),
  })
}

function presentInvitation({ locationId: _, mailProblem, ...row }: InvitationRow): Invitation {
  // A job may also have failed for reasons of ours, which have no code.
  const { message = null, ...reason } = mailProblem?.startsWith('{') ? JSON.parse(mailProblem) : {}
  return { ...dated(row), mailFailure: message, mailFailureReason: message === null ? null : reason }
}

/** The link, which whoever invites is shown once; with SMTP_URL a job mails it, unless sending is paused. */
export async function passOn(
  tx: Queryable,
  invitationId: string,
  secret: string,
  { config, publicUrl, secrets }: ApiDeps,
): Promise<{ url: string; mailed: boolean }> {
  const url = `${publicUrl()}/invitation/${secret}`
  const mailed = config.smtpUrl !== undefined && (await sendingPausedAt(tx)) === null
  if (mailed) {
    const sealed = await secrets.seal(tx, url, invitationPlace(invitationId))
    await addJob(tx, 'mail-invitation', { invitationId, sealed })
  }
  return { url, mailed }
}

function roleOf(request: FastifyRequest, role: Role): AssignedRole {
  return { role, locationId: locationOrSystemOf(request) }
}

/** API tokens of the platform's programs; created and revoked by people only. */
export function tokenRoutes(scope: FastifyInstance, { publicUrl }: ApiDeps): void {
  const api = operations(scope, 'API tokens')
  api.get('/token', {
    id: 'getToken',
    access: { anyOf: RIGHTS },
    summary: 'The calling token: its name, rights and location',
    response: { 200: callingTokenSchema },
    handle: async request => {
      const principal = principalOf(request)
      if (principal.kind !== 'token') throw new AppError('not-found', describeProblem('token-not-found'))
      const { locationId, rights, sandbox } = principal
      const name = (await authorName(request.db, principal)) ?? ''
      const { id, name: locationName, timezone } = await getLocation(request.db, locationId)
      const location = { id, name: locationName, timezone, publicUrl: publicUrl() }
      return { name, rights: [...rights], sandbox, location }
    },
  })

  api.get('/tokens', {
    id: 'listTokens',
    access: 'location-administrator',
    summary: 'API tokens',
    query: tokenListQuerySchema,
    response: { 200: tokenPageSchema },
    handle: async request => {
      return mapPage(await listTokens(request.db, locationOf(request), request.query), presentToken)
    },
  })

  api.post('/tokens', {
    id: 'createToken',
    access: 'location-administrator',
    creates: true,
    event: 'token-created',
    summary: 'Create a token; its secret is shown once',
    body: tokenInputSchema,
    response: { 201: tokenWithSecretSchema },
    handle: async request => {
      const input = { ...request.body, locationId: locationOf(request), createdBy: personOf(request) }
      const { token, secret } = await createToken(request.db, input)
      return { ...presentToken(token), token: secret }
    },
  })

  api.delete('/tokens/:id', {
    id: 'revokeToken',
    access: 'location-administrator',
    event: 'token-revoked',
    summary: 'Revoke a token',
    params: byUuid,
    response: NO_CONTENT,
    handle: request => revokeToken(request.db, locationOf(request), request.params.id, new Date()),
  })
}

function presentToken({ locationId: _, ...row }: TokenRow): ApiToken {
  return dated(row)
}
